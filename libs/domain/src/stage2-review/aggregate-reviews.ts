import { type Catalogue, criteriaOf, type WeightedCriterion } from '../call/catalogue.js';
import type { Scale } from '../call/scale.js';
import type { ScoreSheet } from './check-score.js';

/** Totals by the code of the group, in percent; null where a score is missing. */
export type GroupTotals = Readonly<Record<string, number | null>>;

function weightedTotal(scores: ScoreSheet, criteria: readonly WeightedCriterion[], scale: Scale): number | null {
  let reached = 0;
  let possible = 0;
  for (const { code, weight } of criteria) {
    const score = scores[code];
    if (score === null || score === undefined) return null;
    reached += weight * score;
    possible += weight * scale.max;
  }
  return possible > 0 ? (100 * reached) / possible : null;
}

/**
 * Total of one review in percent: T(a,r) = 100 · Σ w_k s(a,r,k) / Σ w_k m, with w_k the weight of the criterion times
 * that of its group. Null while a score is missing: nothing is counted as zero. Unrounded; rounding is for display.
 * Source: formulas of the procedure, "Review total".
 */
export function reviewTotal(scores: ScoreSheet, catalogue: Catalogue, scale: Scale): number | null {
  return weightedTotal(scores, criteriaOf(catalogue), scale);
}

/** Total of each group of one review in percent, over the group's own criteria. Unrounded. */
export function groupTotals(scores: ScoreSheet, catalogue: Catalogue, scale: Scale): GroupTotals {
  const criteria = criteriaOf(catalogue);
  return Object.fromEntries(
    catalogue.groups.map(({ code }) => {
      const own = criteria.filter(({ groupCode }) => groupCode === code);
      return [code, weightedTotal(scores, own, scale)];
    }),
  );
}

/**
 * Total of an application: the mean over its counted reviews, two, or three where a third was ordered ("a third review
 * is one more row, never the median"). Null where fewer reviews than needed have a total. Unrounded.
 */
export function applicationTotal(reviewTotals: readonly (number | null)[], reviewsRequired: number): number | null {
  const totals = reviewTotals.filter((total) => total !== null);
  if (totals.length === 0 || totals.length < reviewsRequired || totals.length < reviewTotals.length) return null;
  return totals.reduce((sum, total) => sum + total, 0) / totals.length;
}

/** The same mean for each group. A group that one review lacks is null. */
export function applicationGroupTotals(
  reviews: readonly GroupTotals[],
  catalogue: Catalogue,
  reviewsRequired: number,
): GroupTotals {
  return Object.fromEntries(
    catalogue.groups.map(({ code }) => [
      code,
      applicationTotal(
        reviews.map((totals) => totals[code] ?? null),
        reviewsRequired,
      ),
    ]),
  );
}
