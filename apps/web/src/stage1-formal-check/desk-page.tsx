import { APPLICATION_STATE_LABELS } from '@kuer/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import { useCallId } from '../api/me.js';
import type { Schema } from '../api/types.js';
import { TextLink } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { EmptyState } from '../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { DateTime } from '../shared/layout/values.js';
import { paths } from '../shared/paths.js';
import { DataTable } from '../shared/table/data-table.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { Pagination, useCursor } from '../shared/url/pagination.js';
import { oneOf } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { formalCheckTexts } from './texts.js';

type Row = Schema<'FormalCheckListItem'>;
const TASKS = ['open', 'second_examiner', 'supplement', 'supplement_overdue', 'decided'] as const;
const FILTERS = { task: oneOf(TASKS) };
const PAGE_SIZE = 100;

/** What is to be checked, and how far each application is. */
export default function DeskPage() {
  const t = useTexts(formalCheckTexts).desk;
  const label = useLabel();
  const formats = useFormats();
  const callId = useCallId();
  const url = useUrlState(FILTERS);
  const cursor = useCursor(PAGE_SIZE);
  const query = {
    limit: PAGE_SIZE,
    ...(url.state.task ? { task: url.state.task } : {}),
    ...(cursor.cursor ? { cursor: cursor.cursor } : {}),
  };
  const desk = useQuery({
    queryKey: ['calls', callId, 'formal-checks', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/formal-checks', { params: { path: { callId }, query }, signal })),
  });
  return (
    <Page>
      <PageHeader title={t.title}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'task',
            label: t.filterTask,
            options: TASKS.map((value) => ({ value, label: t.tasks[value] })),
          },
        ]}
      />
      <DataTable<Row>
        caption={t.caption}
        hideCaption
        rows={desk.data?.items}
        total={desk.data?.total}
        rowKey={(row) => row.applicationId}
        error={desk.error}
        onRetry={() => void desk.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          {
            key: 'number',
            header: t.number,
            isRowHeader: true,
            value: (row) => row.applicationNumber,
            cell: (row) => (
              <TextLink to={paths.formalCheck(callId, row.applicationId)}>{row.applicationNumber}</TextLink>
            ),
          },
          {
            key: 'lead',
            header: t.lead_,
            value: (row) => row.leadName,
            cell: (row) => (row.isRecused ? <Badge tone="warning">{t.recused}</Badge> : row.leadName),
          },
          {
            key: 'state',
            header: t.state,
            value: (row) => label(APPLICATION_STATE_LABELS[row.state]),
            cell: (row) => <StatusBadge kind="application" state={row.state} />,
          },
          {
            key: 'examined',
            header: t.open,
            align: 'end',
            value: (row) => row.itemsExamined,
            cell: (row) =>
              row.itemsTotal === null
                ? '–'
                : t.examined(formats.number(row.itemsExamined), formats.number(row.itemsTotal)),
          },
          { key: 'failed', header: t.failed, align: 'end', value: (row) => row.itemsFailed },
          {
            key: 'task',
            header: t.task,
            value: (row) => t.tasks[taskOf(row)],
            cell: (row) => <Badge tone={TONES[taskOf(row)]}>{t.tasks[taskOf(row)]}</Badge>,
          },
          {
            key: 'due',
            header: t.due,
            value: (row) => row.supplementDueOn,
            cell: (row) => <DateTime value={row.supplementDueOn} show="date" from />,
          },
        ]}
      />
      {desk.data && (
        <Pagination
          cursor={cursor}
          total={desk.data.total}
          shown={desk.data.items.length}
          nextCursor={desk.data.nextCursor}
        />
      )}
    </Page>
  );
}

type Task = (typeof TASKS)[number];

const TONES = {
  open: 'info',
  second_examiner: 'warning',
  supplement: 'neutral',
  supplement_overdue: 'danger',
  decided: 'success',
} as const satisfies Record<Task, string>;

function taskOf(row: Row): Task {
  if (row.awaitsSecondExaminer) return 'second_examiner';
  if (row.supplementDueOn) return row.isSupplementOverdue ? 'supplement_overdue' : 'supplement';
  return row.state === 'in_formal_check' || row.state === 'received' ? 'open' : 'decided';
}
