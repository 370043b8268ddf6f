import {
  PHASE_LABELS,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';
import { useQuery } from '@tanstack/react-query';
import { useCallId } from '../api/me.js';
import { TextLink } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { GeneratedMark } from '../shared/feedback/banner.js';
import { EmptyState } from '../shared/feedback/states.js';
import { useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { Money, Points } from '../shared/layout/values.js';
import { paths } from '../shared/paths.js';
import type { Column } from '../shared/table/columns.js';
import { DataTable } from '../shared/table/data-table.js';
import { type ResultRow, rankingQuery } from './jury-api.js';
import { juryTexts } from './texts.js';

/** The ranking as the jury sees it: reviewers as A and B, recused applications without content. */
export default function RankingPage() {
  const t = useTexts(juryTexts).ranking;
  const callId = useCallId();
  const ranking = useQuery(rankingQuery(callId));
  const columns = useRankingColumns(callId);
  return (
    <Page>
      <PageHeader title={t.title}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <DataTable
        caption={t.caption}
        hideCaption
        columns={columns}
        rows={ranking.data?.items}
        rowKey={(row) => row.applicationId}
        defaultSort="rank"
        error={ranking.error}
        onRetry={() => void ranking.refetch()}
        rowTone={(row) => (row.isRecused ? 'muted' : undefined)}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
    </Page>
  );
}

function useRankingColumns(callId: string): ReadonlyArray<Column<ResultRow>> {
  const t = useTexts(juryTexts).ranking;
  const label = useLabel();
  const group = (row: ResultRow) =>
    row.portfolioGroup ? label(PORTFOLIO_GROUP_LABELS[row.portfolioGroup as PortfolioGroup]) : '';
  const reviewTotal = (row: ResultRow, letter: string) =>
    row.reviews.find((one) => one.label === letter)?.total ?? null;
  return [
    {
      key: 'rank',
      header: t.rank,
      align: 'end',
      value: (row) => row.rank,
      cell: (row) => (
        <span className="kuer-row">
          {row.rank ?? '–'} {row.rankTied && <Badge>{t.tied}</Badge>}
        </span>
      ),
    },
    {
      key: 'number',
      header: t.number,
      isRowHeader: true,
      value: (row) => row.number,
      cell: (row) => <TextLink to={paths.application(callId, row.applicationId)}>{row.number}</TextLink>,
    },
    {
      key: 'lead',
      header: t.lead_,
      value: (row) => row.leadName,
      cell: (row) =>
        row.isRecused ? (
          <Badge tone="warning">{t.recused}</Badge>
        ) : (
          <>
            {row.leadName} {row.isGenerated && <GeneratedMark />}
          </>
        ),
    },
    { key: 'title', header: t.title_, value: (row) => row.title, width: '16rem' },
    { key: 'group', header: t.group, value: group },
    {
      key: 'size',
      header: t.size,
      hidden: true,
      value: (row) => (row.sizeClass ? label(SIZE_CLASS_INFO[row.sizeClass as SizeClass].label) : ''),
    },
    { key: 'states', header: t.states, value: (row) => row.federalStates.join(', ') },
    {
      key: 'phase',
      header: t.phase,
      hidden: true,
      value: (row) => (row.phase ? label(PHASE_LABELS[row.phase as Phase]) : ''),
    },
    {
      key: 'funding',
      header: t.funding,
      align: 'end',
      value: (row) => row.fundingRequested,
      cell: (row) => <Money value={row.fundingRequested} short />,
    },
    {
      key: 'total',
      header: t.total,
      align: 'end',
      value: (row) => row.total,
      cell: (row) => <Points value={row.total} />,
    },
    {
      key: 'reviewA',
      header: t.reviewA,
      align: 'end',
      value: (row) => reviewTotal(row, 'A'),
      cell: (row) => <Points value={reviewTotal(row, 'A')} />,
    },
    {
      key: 'reviewB',
      header: t.reviewB,
      align: 'end',
      value: (row) => reviewTotal(row, 'B'),
      cell: (row) => <Points value={reviewTotal(row, 'B')} />,
    },
    {
      key: 'recommendation',
      header: t.recommendation,
      value: (row) => row.recommendation.outcome,
      cell: (row) =>
        row.recommendation.outcome ? <StatusBadge kind="recommendation" state={row.recommendation.outcome} /> : '–',
    },
  ];
}
