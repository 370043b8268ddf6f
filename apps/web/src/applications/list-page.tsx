import {
  APPLICATION_STATE_LABELS,
  APPLICATION_STATES,
  FEDERAL_STATE_INFO,
  FEDERAL_STATES,
  PHASE_LABELS,
  PHASES,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  PORTFOLIO_GROUPS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  SIZE_CLASSES,
  type SizeClass,
} from '@kuer/domain';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api, download, unwrap } from '../api/client.js';
import { useCall, useCallId } from '../api/me.js';
import { Button, LinkButton, TextLink } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { GeneratedMark } from '../shared/feedback/banner.js';
import { EmptyState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { useFormats, useLabel, useLocale, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { Money, Points } from '../shared/layout/values.js';
import { paths } from '../shared/paths.js';
import type { Column } from '../shared/table/columns.js';
import { saveFile } from '../shared/table/csv.js';
import { DataTable } from '../shared/table/data-table.js';
import { useSort } from '../shared/table/use-table-url.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { Pagination, useCursor } from '../shared/url/pagination.js';
import { oneOf, text } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import type { ApplicationRow } from './applications-api.js';
import { applicationTexts } from './texts.js';

const FILTERS = {
  q: text(),
  state: oneOf(APPLICATION_STATES),
  portfolioGroup: oneOf(PORTFOLIO_GROUPS),
  sizeClass: oneOf(SIZE_CLASSES),
  federalState: oneOf(FEDERAL_STATES),
  phase: oneOf(PHASES),
};
const PAGE_SIZE = 100;
const SORTABLE = new Set(['number', 'title', 'leadName', 'state', 'fundingRequested', 'total']);

/** All applications of the call, as far as the person may see them. */
export default function ListPage() {
  const t = useTexts(applicationTexts).list;
  const label = useLabel();
  const locale = useLocale();
  const callId = useCallId();
  const call = useCall(callId).data;
  const url = useUrlState(FILTERS);
  const cursor = useCursor(PAGE_SIZE);
  const sort = useSort('number');
  const query = queryOf(url.state, sort);
  const list = useQuery({
    queryKey: ['calls', callId, 'applications', query, cursor.cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/applications', {
          params: {
            path: { callId },
            query: { ...query, limit: PAGE_SIZE, ...(cursor.cursor ? { cursor: cursor.cursor } : {}) },
          },
          signal,
        }),
      ),
  });
  const mayWrite = call?.abilities.includes('application.write') ?? false;
  const actions = mayWrite && (
    <>
      <LinkButton variant="primary" icon="drive-folder-upload" to={paths.importApplications(callId)}>
        {t.import}
      </LinkButton>
      <LinkButton icon="add" to={paths.newApplication(callId)}>
        {t.create}
      </LinkButton>
    </>
  );
  return (
    <Page>
      <PageHeader title={t.title} actions={actions} />
      <FilterBar
        url={url}
        filters={[
          { kind: 'search', key: 'q', label: t.search },
          {
            kind: 'one',
            key: 'state',
            label: t.state,
            options: APPLICATION_STATES.map((value) => ({ value, label: label(APPLICATION_STATE_LABELS[value]) })),
          },
          {
            kind: 'one',
            key: 'portfolioGroup',
            label: t.group,
            options: PORTFOLIO_GROUPS.map((value) => ({ value, label: label(PORTFOLIO_GROUP_LABELS[value]) })),
          },
          {
            kind: 'one',
            key: 'sizeClass',
            label: t.size,
            options: SIZE_CLASSES.map((value) => ({ value, label: label(SIZE_CLASS_INFO[value].label) })),
          },
          {
            kind: 'one',
            key: 'federalState',
            label: t.federalState,
            options: FEDERAL_STATES.map((value) => ({ value, label: FEDERAL_STATE_INFO[value][locale] })),
          },
          {
            kind: 'one',
            key: 'phase',
            label: t.phase,
            options: PHASES.map((value) => ({ value, label: label(PHASE_LABELS[value]) })),
          },
        ]}
      />
      <DataTable<ApplicationRow>
        caption={t.caption}
        hideCaption
        sorting="server"
        defaultSort="number"
        columns={useColumns(callId)}
        rows={list.data?.items}
        total={list.data?.total}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={() => void list.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        rowTone={(row) => (row.isRecused ? 'muted' : undefined)}
        tools={<ExportXlsx callId={callId} query={query} />}
        loadAll={() => loadAll(callId, query)}
        empty={
          <EmptyState title={t.empty} action={actions}>
            {mayWrite ? t.emptyHint : t.emptyHintReader}
          </EmptyState>
        }
      />
      {list.data && (
        <Pagination
          cursor={cursor}
          total={list.data.total}
          shown={list.data.items.length}
          nextCursor={list.data.nextCursor}
        />
      )}
    </Page>
  );
}

type Filters = ReturnType<typeof useUrlState<typeof FILTERS>>['state'];

function queryOf(filters: Filters, sort: string) {
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null && value !== ''));
  return { ...(given as Partial<{ [Key in keyof Filters]: NonNullable<Filters[Key]> }>), sort };
}

/** All pages one after the other, for the export. */
async function loadAll(callId: string, query: ReturnType<typeof queryOf>): Promise<ApplicationRow[]> {
  const rows: ApplicationRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: ApplicationRow[]; nextCursor: string | null } = await unwrap(
      api.GET('/api/v1/calls/{callId}/applications', {
        params: { path: { callId }, query: { ...query, limit: 500, ...(cursor ? { cursor } : {}) } },
      }),
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

function ExportXlsx({ callId, query }: { callId: string; query: ReturnType<typeof queryOf> }) {
  const t = useTexts(applicationTexts).list;
  const toasts = useToasts();
  const save = useMutation({
    mutationFn: async () => {
      const search = new URLSearchParams({ ...query, format: 'xlsx' });
      const { blob, fileName } = await download(`/api/v1/calls/${callId}/applications/export?${search}`);
      saveFile(blob, fileName ?? 'applications.xlsx');
    },
    meta: { showsProblem: true },
    onError: (error) => toasts.problem(error),
  });
  return (
    <Button size="small" variant="tertiary" icon="download" busy={save.isPending} onClick={() => save.mutate()}>
      {t.exportXlsx}
    </Button>
  );
}

function useColumns(callId: string): ReadonlyArray<Column<ApplicationRow>> {
  const t = useTexts(applicationTexts).list;
  const label = useLabel();
  const formats = useFormats();
  const columns: ReadonlyArray<Column<ApplicationRow>> = [
    {
      key: 'number',
      header: t.number,
      isRowHeader: true,
      value: (row) => row.number,
      cell: (row) => <TextLink to={paths.application(callId, row.id)}>{row.number}</TextLink>,
    },
    {
      key: 'leadName',
      header: t.lead,
      value: (row) => row.leadName,
      cell: (row) =>
        row.isRecused ? (
          <Badge tone="warning">{t.recused}</Badge>
        ) : (
          <>
            {row.leadName}
            {(row.partnerCount ?? 0) > 0 && (
              <span className="kuer-small kuer-muted"> {t.partnersMore(formats.number(row.partnerCount))}</span>
            )}{' '}
            {row.isGenerated && <GeneratedMark />}
          </>
        ),
    },
    { key: 'title', header: t.title_, value: (row) => row.title, width: '15rem' },
    {
      key: 'state',
      header: t.state,
      value: (row) => label(APPLICATION_STATE_LABELS[row.state]),
      cell: (row) => <StatusBadge kind="application" state={row.state} />,
    },
    {
      key: 'portfolioGroup',
      header: t.group,
      value: (row) => (row.portfolioGroup ? label(PORTFOLIO_GROUP_LABELS[row.portfolioGroup as PortfolioGroup]) : ''),
    },
    {
      key: 'sizeClass',
      header: t.size,
      hidden: true,
      value: (row) => (row.sizeClass ? label(SIZE_CLASS_INFO[row.sizeClass as SizeClass].label) : ''),
    },
    { key: 'federalStates', header: t.states, value: (row) => row.federalStates.join(', ') },
    {
      key: 'phase',
      header: t.phase,
      hidden: true,
      value: (row) => (row.phase ? label(PHASE_LABELS[row.phase as Phase]) : ''),
    },
    {
      key: 'fundingRequested',
      header: t.funding,
      align: 'end',
      value: (row) => row.fundingRequested,
      cell: (row) => <Money value={row.fundingRequested} short />,
    },
    { key: 'reviewsSubmitted', header: t.reviews, align: 'end', value: (row) => row.reviewsSubmitted },
    {
      key: 'total',
      header: t.total,
      align: 'end',
      value: (row) => row.total,
      cell: (row) => <Points value={row.total} />,
    },
  ];
  return columns.map((column) => ({ ...column, sortable: SORTABLE.has(column.key) }));
}
