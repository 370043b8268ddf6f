import { PORTFOLIO_GROUP_LABELS, PORTFOLIO_GROUPS, RECOMMENDATION_OUTCOMES } from '@kuer/domain';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../../../api/client.js';
import { useCallId } from '../../../api/me.js';
import type { Schema } from '../../../api/types.js';
import { Button, TextLink } from '../../../shared/controls/button.js';
import { Banner } from '../../../shared/feedback/banner.js';
import { EmptyState } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { Page, PageHeader } from '../../../shared/layout/page-header.js';
import { ConfirmDialog } from '../../../shared/overlay/confirm-dialog.js';
import { paths } from '../../../shared/paths.js';
import { fileNameFor, saveFile } from '../../../shared/table/csv.js';
import { DataTable } from '../../../shared/table/data-table.js';
import { FilterBar } from '../../../shared/url/filter-bar.js';
import { oneOf } from '../../../shared/url/url-params.js';
import { useUrlState } from '../../../shared/url/use-url-state.js';
import { RECOMMENDATION_LABELS } from '../../../shared/vocabulary/labels.js';
import { catalogueQuery } from '../../review-api.js';
import { confirmClearRecommendations, type ResultFilter, type ResultRow, resultsQuery } from '../office-api.js';
import { useResultColumns } from './result-columns.js';
import { resultTexts } from './texts.js';

const FILTERS = {
  divergent: oneOf(['true', 'false']),
  portfolioGroup: oneOf(PORTFOLIO_GROUPS),
  recommendation: oneOf(RECOMMENDATION_OUTCOMES),
};

/** What follows from the reviews, application by application. */
export default function ResultsPage() {
  const t = useTexts(resultTexts);
  const label = useLabel();
  const callId = useCallId();
  const url = useUrlState(FILTERS);
  const filter = filterOf(url.state);
  const results = useQuery({ ...resultsQuery(callId, filter), placeholderData: keepPreviousData });
  const catalogue = useQuery(catalogueQuery(callId));
  const columns = useResultColumns(callId, catalogue.data?.groups ?? [], results.data ?? []);
  const [unconfirmed, setUnconfirmed] = useState<readonly Schema<'UnconfirmedRecommendation'>[]>([]);
  return (
    <Page>
      <PageHeader title={t.title} actions={<ConfirmAll callId={callId} onLeft={setUnconfirmed} />}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      {unconfirmed.length > 0 && (
        <Banner tone="warning" title={`${t.unconfirmed}: ${String(unconfirmed.length)}`} announce>
          <ul>
            {unconfirmed.map(({ applicationId, applicationNumber, message }) => (
              <li key={applicationId}>
                <TextLink to={paths.result(callId, applicationId)}>{applicationNumber}</TextLink>: {message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'divergent',
            label: t.filterDivergent,
            options: [
              { value: 'true', label: t.divergentOnly },
              { value: 'false', label: t.notDivergentOnly },
            ],
          },
          {
            kind: 'one',
            key: 'portfolioGroup',
            label: t.filterGroup,
            options: PORTFOLIO_GROUPS.map((value) => ({ value, label: label(PORTFOLIO_GROUP_LABELS[value]) })),
          },
          {
            kind: 'one',
            key: 'recommendation',
            label: t.filterRecommendation,
            options: RECOMMENDATION_OUTCOMES.map((value) => ({ value, label: label(RECOMMENDATION_LABELS[value]) })),
          },
        ]}
      />
      <DataTable<ResultRow>
        caption={t.caption}
        hideCaption
        columns={columns}
        rows={results.data}
        rowKey={({ applicationId }) => applicationId}
        defaultSort="rank"
        error={results.error}
        onRetry={() => void results.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        rowTone={(row) => (row.isRecused ? 'muted' : row.divergence?.isOpen ? 'warning' : undefined)}
        tools={<ExcelButton callId={callId} filter={filter} />}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
      <p className="kuer-small kuer-muted" lang="de">
        {catalogue.data?.groups.map(({ code, name }) => `${code} ${name}`).join(' · ')}
      </p>
    </Page>
  );
}

function filterOf(state: ReturnType<typeof useUrlState<typeof FILTERS>>['state']): ResultFilter {
  return {
    ...(state.divergent === null ? {} : { divergent: state.divergent }),
    ...(state.portfolioGroup === null ? {} : { portfolioGroup: state.portfolioGroup }),
    ...(state.recommendation === null ? {} : { recommendation: state.recommendation }),
  };
}

function ExcelButton({ callId, filter }: { callId: string; filter: ResultFilter }) {
  const t = useTexts(resultTexts);
  const file = useMutation({
    mutationFn: () => {
      const query = new URLSearchParams({ ...filter, format: 'xlsx' });
      return download(`/api/v1/calls/${callId}/results/export?${query.toString()}`);
    },
    onSuccess: ({ blob, fileName }) => saveFile(blob, fileName ?? fileNameFor(t.fileName, 'xlsx')),
  });
  return (
    <Button
      size="small"
      variant="tertiary"
      icon="download"
      busy={file.isPending}
      onClick={() => file.mutate()}
      aria-label={t.excelLabel}
    >
      {t.excel}
    </Button>
  );
}

interface ConfirmAllProps {
  callId: string;
  onLeft(left: readonly Schema<'UnconfirmedRecommendation'>[]): void;
}

/** For whoever may confirm any of them, whatever the filters show. */
function ConfirmAll({ callId, onLeft }: ConfirmAllProps) {
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const toasts = useToasts();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const all = useQuery(resultsQuery(callId)).data ?? [];
  const clear = all.filter(isClear).length;
  if (clear === 0) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {t.confirmAll}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t.confirmAll}
        confirmLabel={t.confirmAll}
        onConfirm={async () => {
          const { confirmed, unconfirmed } = await confirmClearRecommendations(callId);
          onLeft(unconfirmed);
          toasts.success(t.confirmedToast(formats.number(confirmed)));
          await client.invalidateQueries({ queryKey: ['calls', callId] });
        }}
      >
        <p>{t.confirmAllBody}</p>
        <p>{t.confirmAllCount(formats.number(clear))}</p>
      </ConfirmDialog>
    </>
  );
}

export const isClear = (row: ResultRow): boolean =>
  row.recommendation.outcome === null && !row.divergence?.isOpen && row.abilities.includes('recommendation.confirm');
