import {
  type ApplicationState,
  applicationGroupTotals,
  applicationTotal,
  type CatalogueContent,
  deriveRecommendation,
  divergence,
  eligibility,
  groupTotals,
  isCallStateFrom,
  isDivergenceOpen,
  rankByMean,
  reviewTotal,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import type { CountedReview, ReviewedApplication } from '../../calls/review-results.js';
import { Refusal } from '../../http/refusal.js';
import { regularSlots } from '../assignments/planning-facts.js';
import {
  type ApplicationRow,
  type CallRow,
  type OutlineRow,
  type RecommendationRow,
  type ReconciliationRow,
  ResultRepository,
  type ReviewResultRow,
} from './result.repository.js';

/** States in which a recommendation stands. An application whose review was opened again has none until it is confirmed anew. */
const CONFIRMED: readonly ApplicationState[] = [
  'recommended',
  'not_recommended',
  'selected',
  'reserve',
  'not_selected',
];

export const isConfirmed = (state: ApplicationState): boolean => CONFIRMED.includes(state);

/** What the list is ordered and paged by. */
export interface OutlinedApplication extends OutlineRow {
  readonly reviewsExpected: number;
  readonly total: number | null;
  readonly rank: number | null;
  readonly isTied: boolean;
}

/** The results of stage 2: what follows from the submitted reviews by the rules of the domain. Nothing of it is stored. */
@Injectable()
export class ResultsService {
  constructor(private readonly results: ResultRepository) {}

  /** Results of the call, or of some applications of it, in the order of their numbers; ranks are those of the whole call. */
  async compute(callId: string, applicationIds?: readonly string[]): Promise<ReviewedApplication[]> {
    const call = await this.callOf(callId);
    const outline = await this.outlineOf(call);
    return this.detail(call, outline, applicationIds ?? null);
  }

  /** Only order and totals of all applications, and full results of those that `choose` picks from them. */
  async computeChosen(
    callId: string,
    choose: (outline: readonly OutlinedApplication[]) => readonly string[],
  ): Promise<ReviewedApplication[]> {
    const call = await this.callOf(callId);
    const outline = await this.outlineOf(call);
    return this.detail(call, outline, choose(outline));
  }

  private async callOf(callId: string): Promise<CallRow> {
    const call = await this.results.call(callId);
    if (!call) throw Refusal.notFound();
    return call;
  }

  private async detail(
    call: CallRow,
    outline: readonly OutlinedApplication[],
    scope: readonly string[] | null,
  ): Promise<ReviewedApplication[]> {
    const applications = await this.results.applications(call.id, scope);
    const reviews = groupBy(await this.results.reviews(call.id, scope));
    const recommendations = oneBy(await this.results.recommendations(call.id, scope));
    const reconciliations = oneBy(await this.results.reconciliations(call.id, scope));
    const places = oneBy(outline);
    return applications.map((application) => {
      const { rank = null, isTied = false } = places.get(application.id) ?? {};
      return {
        ...computeOne(call, application, {
          reviews: reviews.get(application.id) ?? [],
          recommendation: recommendations.get(application.id) ?? null,
          reconciliation: reconciliations.get(application.id) ?? null,
        }),
        rank,
        isTied,
      };
    });
  }

  /**
   * Totals and ranks of the whole call. From the jury stage on ranks are those of the ranking that was kept for it, which a recused
   * juror sees unshifted. Before, they are computed; applications that are hidden from a coordinator count as well.
   */
  private async outlineOf(call: CallRow): Promise<OutlinedApplication[]> {
    const rows = (await this.results.outline(call.id)).map((row) => {
      const reviewsExpected = reviewsNeeded(call, row.thirdOrdered);
      return { ...row, reviewsExpected, total: row.isRecused ? null : applicationTotal(row.totals, reviewsExpected) };
    });
    const places = isCallStateFrom(call.state, 'jury')
      ? await this.results.keptPlaces(call.id)
      : rankByMean([
          ...rows.filter(({ isRecused }) => !isRecused),
          ...(rows.some(({ isRecused }) => isRecused) ? await this.hidden(call, rows) : []),
        ]).map(({ applicationId, rank, tied }) => ({ applicationId, rank, isTied: tied }));
    const byId = oneBy(places);
    return rows.map((row) => {
      const { rank = null, isTied = false } = (row.isRecused ? null : byId.get(row.applicationId)) ?? {};
      return { ...row, rank, isTied };
    });
  }

  /** Totals of applications in conflict with a coordinator: they take their place, and nothing of them is shown. */
  private async hidden(
    call: CallRow,
    rows: readonly { readonly applicationId: string; readonly isRecused: boolean }[],
  ): Promise<{ applicationId: string; total: number | null }[]> {
    const recused = new Set(rows.filter(({ isRecused }) => isRecused).map(({ applicationId }) => applicationId));
    const facts = (await this.results.rankingFacts(call.id)).filter(({ applicationId }) => recused.has(applicationId));
    const { catalogue } = call;
    return [...groupBy(facts)].map(([applicationId, reviews]) => ({
      applicationId,
      total: applicationTotal(
        reviews.map(({ scores }) => reviewTotal(scores, catalogue, catalogue.scale)),
        reviewsNeeded(call, false),
      ),
    }));
  }
}

const reviewsNeeded = ({ settings }: CallRow, thirdOrdered: boolean): number =>
  regularSlots(settings) + (thirdOrdered ? 1 : 0);

function computeOne(
  call: CallRow,
  application: ApplicationRow,
  found: {
    readonly reviews: readonly ReviewResultRow[];
    readonly recommendation: RecommendationRow | null;
    readonly reconciliation: ReconciliationRow | null;
  },
): Omit<ReviewedApplication, 'rank' | 'isTied'> {
  const { catalogue, settings } = call;
  const { recommendation, reconciliation } = found;
  const reviews = found.reviews.map((review) => countedReview(review, catalogue));
  const reviewsExpected = reviewsNeeded(call, application.thirdOrdered);
  const isComplete = reviews.length >= reviewsExpected && reviews.every(({ isReopened }) => !isReopened);
  const thirdReview = !application.thirdOrdered ? 'none' : reviews.some(isSubmittedThird) ? 'submitted' : 'ordered';
  const difference = divergence(reviews, catalogue, catalogue.scale, settings.thresholds);
  const open = isDivergenceOpen(difference, {
    reconciliation: settlementOf(reconciliation, reviews),
    thirdReview,
  });
  const total = isComplete
    ? applicationTotal(
        reviews.map((review) => review.total),
        reviewsExpected,
      )
    : null;
  const groups = applicationGroupTotals(
    reviews.map((review) => review.groupTotals),
    catalogue,
    reviewsExpected,
  );
  const eligible = eligibility({ total, groupTotals: groups, divergenceOpen: open }, catalogue, settings.thresholds);
  const stands = recommendation !== null && isConfirmed(application.state);
  return {
    applicationId: application.id,
    number: application.number,
    state: application.state,
    isRecused: application.isRecused,
    title: application.title,
    leadName: application.leadName,
    portfolioGroup: application.portfolioGroup,
    sizeClass: application.sizeClass,
    federalStates: application.federalStates ?? [],
    phase: application.phase,
    fundingRequested: application.fundingRequested,
    isGenerated: application.isGenerated ?? false,
    reviewsExpected,
    reviews,
    isComplete,
    total,
    groupTotals: total === null ? {} : withoutGaps(groups),
    divergence: difference,
    isDivergenceOpen: open,
    eligibility: application.isRecused ? null : eligible,
    recommendation: {
      derived: application.isRecused ? null : deriveRecommendation(eligible).outcome,
      outcome: stands ? recommendation.outcome : null,
      comment: stands ? recommendation.comment : null,
      confirmedBy: stands ? recommendation.confirmedBy : null,
      confirmedAt: stands ? recommendation.confirmedAt : null,
    },
    thirdReview,
    reconciliation: reconciliation && {
      id: reconciliation.id,
      reason: reconciliation.reason,
      openedAt: reconciliation.openedAt,
      closedAt: reconciliation.closedAt,
      outcome: reconciliation.outcome,
      statement: reconciliation.statement,
    },
  };
}

function countedReview(review: ReviewResultRow, catalogue: CatalogueContent): CountedReview {
  return {
    ...totalsOf(review, catalogue),
    id: review.id,
    versionId: review.versionId,
    label: review.label,
    isReopened: review.isReopened,
    scores: review.scores,
    verdict: review.verdict,
    submittedAt: review.submittedAt,
    reviewer: review.reviewerId ? { id: review.reviewerId, name: review.reviewerName ?? '' } : null,
  };
}

/** Totals of a submitted review. Without a score it could not have been submitted: that would be a mistake, and is thrown. */
export function totalsOf(
  { scores, versionId }: Pick<ReviewResultRow, 'scores' | 'versionId'>,
  catalogue: CatalogueContent,
): Pick<CountedReview, 'total' | 'groupTotals'> {
  const total = reviewTotal(scores, catalogue, catalogue.scale);
  if (total === null) throw new Error(`The submitted version ${versionId} lacks a score`);
  return { total, groupTotals: withoutGaps(groupTotals(scores, catalogue, catalogue.scale)) };
}

const isSubmittedThird = ({ label, isReopened }: CountedReview): boolean => label === 'C' && !isReopened;

/** A closed reconciliation settles what was submitted until then; a review that was amended later is looked at anew. */
function settlementOf(
  reconciliation: ReconciliationRow | null,
  reviews: readonly CountedReview[],
): 'none' | 'open' | 'closed' {
  if (!reconciliation) return 'none';
  const { closedAt } = reconciliation;
  if (closedAt === null) return 'open';
  return reviews.every(({ submittedAt }) => submittedAt <= closedAt) ? 'closed' : 'none';
}

const withoutGaps = (totals: Readonly<Record<string, number | null>>): Record<string, number> =>
  Object.fromEntries(Object.entries(totals).filter((entry): entry is [string, number] => entry[1] !== null));

const oneBy = <Row extends { readonly applicationId: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.applicationId, row]));

export function groupBy<Row extends { readonly applicationId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.applicationId);
    if (group) group.push(row);
    else groups.set(row.applicationId, [row]);
  }
  return groups;
}
