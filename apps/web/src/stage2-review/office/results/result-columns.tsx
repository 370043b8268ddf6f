import { APPLICATION_STATE_LABELS, PORTFOLIO_GROUP_LABELS, type PortfolioGroup } from '@kuer/domain';
import type { Schema } from '../../../api/types.js';
import { TextLink } from '../../../shared/controls/button.js';
import { Badge, StatusBadge } from '../../../shared/feedback/badge.js';
import { GeneratedMark } from '../../../shared/feedback/banner.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { Points } from '../../../shared/layout/values.js';
import { paths } from '../../../shared/paths.js';
import type { Column } from '../../../shared/table/columns.js';
import { RECOMMENDATION_LABELS } from '../../../shared/vocabulary/labels.js';
import type { ResultRow } from '../office-api.js';
import { DivergenceBadge, deviates, EligibilityBadge, Reasons } from './findings.js';
import { resultTexts } from './texts.js';

export function useResultColumns(
  callId: string,
  groups: readonly Schema<'CriterionGroupDto'>[],
  rows: readonly ResultRow[],
): ReadonlyArray<Column<ResultRow>> {
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const label = useLabel();
  const letters = rows.some(({ reviews }) => reviews.some((one) => one.label === 'C')) ? ['A', 'B', 'C'] : ['A', 'B'];
  const totalOf = (row: ResultRow, letter: string) => row.reviews.find((one) => one.label === letter)?.total;
  const points = (
    key: string,
    header: string,
    value: (row: ResultRow) => number | null | undefined,
  ): Column<ResultRow> => ({
    key,
    header,
    align: 'end',
    value,
    cell: (row) => <Points value={value(row)} />,
  });
  return [
    {
      key: 'rank',
      header: t.rank,
      align: 'end',
      value: ({ rank }) => rank,
      cell: ({ rank, rankTied }) => (
        <>
          {rank ?? '–'} {rankTied && <Badge>{t.tied}</Badge>}
        </>
      ),
    },
    {
      key: 'number',
      header: t.number,
      isRowHeader: true,
      value: ({ number }) => number,
      cell: (row) =>
        row.isRecused ? row.number : <TextLink to={paths.result(callId, row.applicationId)}>{row.number}</TextLink>,
    },
    {
      key: 'lead',
      header: t.applicant,
      width: '10rem',
      value: ({ leadName }) => leadName,
      cell: (row) =>
        row.isRecused ? (
          <Badge tone="warning">{t.recused}</Badge>
        ) : (
          <>
            {row.leadName} {row.isGenerated && <GeneratedMark />}
          </>
        ),
    },
    { key: 'title', header: t.titleOf, hidden: true, width: '14rem', value: ({ title }) => title },
    {
      key: 'group',
      header: t.group,
      value: ({ portfolioGroup }) =>
        portfolioGroup ? label(PORTFOLIO_GROUP_LABELS[portfolioGroup as PortfolioGroup]) : '',
    },
    {
      key: 'state',
      header: t.state,
      hidden: true,
      value: ({ state }) => label(APPLICATION_STATE_LABELS[state]),
      cell: ({ state }) => <StatusBadge kind="application" state={state} />,
    },
    {
      key: 'total',
      header: t.total,
      align: 'end',
      value: ({ total }) => total,
      cell: (row) =>
        row.total === null && !row.isRecused ? (
          <span className="kuer-small kuer-muted">
            {t.reviewsOf(formats.number(row.reviews.length), formats.number(row.reviewsExpected))}
          </span>
        ) : (
          <strong>
            <Points value={row.total} />
          </strong>
        ),
    },
    {
      key: 'divergence',
      header: t.divergence,
      width: '12rem',
      value: ({ divergence }) =>
        divergence?.flagged
          ? divergence.reasons.map(({ message }) => message).join(' ')
          : divergence
            ? t.notDivergent
            : '',
      cell: (row) => (
        <>
          <DivergenceBadge row={row} /> {row.divergence?.flagged && <Reasons reasons={row.divergence.reasons} />}
        </>
      ),
    },
    {
      key: 'eligible',
      header: t.eligible,
      width: '9rem',
      value: ({ eligibility }) =>
        eligibility?.eligible === true ? t.isEligible : eligibility?.eligible === false ? t.isNotEligible : t.undecided,
      cell: (row) => (
        <>
          <EligibilityBadge row={row} /> <Reasons reasons={row.eligibility?.reasons ?? []} />
        </>
      ),
    },
    {
      key: 'derived',
      header: t.derived,
      value: ({ recommendation: { derived } }) => (derived ? label(RECOMMENDATION_LABELS[derived]) : ''),
    },
    {
      key: 'confirmed',
      header: t.confirmed,
      value: ({ recommendation: { outcome } }) => (outcome ? label(RECOMMENDATION_LABELS[outcome]) : ''),
      cell: (row) =>
        row.recommendation.outcome ? (
          <>
            <StatusBadge kind="recommendation" state={row.recommendation.outcome} />{' '}
            {deviates(row) && <Badge tone="warning">{t.deviates}</Badge>}
          </>
        ) : (
          <span className="kuer-muted">{t.notConfirmed}</span>
        ),
    },
    ...groups.map(({ code }) => points(`group${code}`, code, ({ groupTotals }) => groupTotals[code])),
    ...letters.map((letter) => points(`review${letter}`, t.review(letter), (row) => totalOf(row, letter))),
  ];
}
