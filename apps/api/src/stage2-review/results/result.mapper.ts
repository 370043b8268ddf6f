import { type Locale, messageFor, type ReasonText, ResultRow } from '@kuer/contract';
import type { Finding } from '@kuer/domain';
import type { ReviewedApplication } from '../../calls/review-results.js';

/** How much of who a reader gets to see with the results. */
export interface ResultReader {
  readonly locale: Locale;
  /** Coordinator or auditor: names of reviewers. The jury reads A, B and C (I5). */
  readonly showsReviewers: boolean;
  abilitiesFor(application: ReviewedApplication): string[];
}

export function toResultRow(application: ReviewedApplication, reader: ResultReader): ResultRow {
  if (application.isRecused) return toRecusedRow(application);
  const { locale } = reader;
  const { divergence, eligibility, recommendation, reconciliation } = application;
  return Object.assign(new ResultRow(), {
    applicationId: application.applicationId,
    number: application.number,
    state: application.state,
    isRecused: false,
    isGenerated: application.isGenerated,
    title: application.title,
    leadName: application.leadName,
    portfolioGroup: application.portfolioGroup,
    sizeClass: application.sizeClass,
    federalStates: [...application.federalStates],
    phase: application.phase,
    fundingRequested: application.fundingRequested,
    reviewsExpected: application.reviewsExpected,
    reviews: application.reviews.map((review) => ({
      reviewId: review.id,
      label: review.label,
      total: review.total,
      groupTotals: review.groupTotals,
      scores: review.scores,
      verdict: review.verdict,
      reviewer: reader.showsReviewers ? review.reviewer : null,
    })),
    total: application.total,
    groupTotals: application.groupTotals,
    divergence: divergence && {
      points: divergence.points,
      levels: divergence.levels,
      criterion: divergence.criteria[0] ?? null,
      verdictsDiffer: divergence.verdictsDiffer,
      flagged: divergence.flagged,
      isOpen: application.isDivergenceOpen,
      reasons: textsOf(divergence.reasons, locale),
    },
    eligibility: eligibility && { eligible: eligibility.eligible, reasons: textsOf(eligibility.reasons, locale) },
    rank: application.rank,
    rankTied: application.isTied,
    interval: null,
    recommendation: { ...recommendation, confirmedAt: recommendation.confirmedAt?.toISOString() ?? null },
    inReconciliation: reconciliation !== null && reconciliation.closedAt === null,
    reconciliation: reconciliation && {
      reason: reconciliation.reason,
      openedAt: reconciliation.openedAt.toISOString(),
      closedAt: reconciliation.closedAt?.toISOString() ?? null,
      outcome: reconciliation.outcome,
      statement: reconciliation.statement,
    },
    abilities: reader.abilitiesFor(application),
  });
}

/** Of an application in conflict: that it exists (I5). */
function toRecusedRow({ applicationId, number, state, reviewsExpected }: ReviewedApplication): ResultRow {
  return Object.assign(new ResultRow(), {
    applicationId,
    number,
    state,
    isRecused: true,
    isGenerated: false,
    title: null,
    leadName: null,
    portfolioGroup: null,
    sizeClass: null,
    federalStates: [],
    phase: null,
    fundingRequested: null,
    reviewsExpected,
    reviews: [],
    total: null,
    groupTotals: {},
    divergence: null,
    eligibility: null,
    rank: null,
    rankTied: false,
    interval: null,
    recommendation: { derived: null, outcome: null, comment: null, confirmedBy: null, confirmedAt: null },
    inReconciliation: false,
    reconciliation: null,
    abilities: [],
  } satisfies ResultRow);
}

export const textsOf = (findings: readonly Finding[], locale: Locale): ReasonText[] =>
  findings.map(({ code, params }) => ({ code, message: messageFor(code, locale, paramsOf(params, locale)) }));

/** Figures of a reason as they are read: at most two decimals, in the notation of the language. */
export function paramsOf(params: Finding['params'], locale: Locale): Record<string, unknown> {
  const format = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 2 });
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? format.format(value) : value]),
  );
}
