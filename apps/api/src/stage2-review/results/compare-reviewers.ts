import type { AgreementRow } from '@kuer/contract';
import { type CatalogueContent, criteriaOf, NUMERIC_TOLERANCE } from '@kuer/domain';

/** What is compared of one submitted review. */
export interface ComparableReview {
  readonly reviewerId: string | null;
  readonly total: number;
  readonly groupTotals: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
}

/** One reviewer next to the others of the same applications; totals in points of 100. */
export interface SeverityFigure {
  readonly reviewerId: string | null;
  readonly reviews: number;
  readonly meanTotal: number | null;
  readonly meanDifference: number | null;
}

/**
 * How far pairs of reviews agree, by criterion, group and total. Every pair of reviews of one application counts once. Undefined is
 * null, never 0 or 1: without a pair nothing is said, and totals have no step.
 */
export function agreementOf(
  applications: readonly (readonly ComparableReview[])[],
  { groups, scale }: CatalogueContent,
): AgreementRow[] {
  const pairs = applications.flatMap(pairsOf);
  const row = (key: string, pick: (review: ComparableReview) => number | undefined, step: number | null) => {
    const differences: number[] = [];
    for (const [first, second] of pairs) {
      const [a, b] = [pick(first), pick(second)];
      if (a !== undefined && b !== undefined) differences.push(Math.abs(a - b));
    }
    const share = (limit: number) =>
      mean(differences.map((difference) => (difference <= limit + NUMERIC_TOLERANCE ? 1 : 0)));
    return {
      key,
      pairs: differences.length,
      exact: share(0),
      withinOneStep: step === null ? null : share(step),
      meanDifference: mean(differences),
    };
  };
  return [
    ...criteriaOf({ groups }).map(({ code }) => row(code, ({ scores }) => scores[code], scale.step)),
    ...groups.map(({ code }) => row(code, ({ groupTotals }) => groupTotals[code], null)),
    row('total', ({ total }) => total, null),
  ];
}

/** The plain mean differences of each reviewer to the others of the same applications, strictest first. */
export function severityOf(applications: readonly (readonly ComparableReview[])[]): SeverityFigure[] {
  const byReviewer = new Map<string, { totals: number[]; differences: number[] }>();
  for (const reviews of applications) {
    for (const review of reviews) {
      if (review.reviewerId === null) continue;
      const found = byReviewer.get(review.reviewerId) ?? { totals: [], differences: [] };
      byReviewer.set(review.reviewerId, found);
      found.totals.push(review.total);
      const others = mean(reviews.filter((other) => other !== review).map(({ total }) => total));
      if (others !== null) found.differences.push(review.total - others);
    }
  }
  return [...byReviewer]
    .map(([reviewerId, { totals, differences }]) => ({
      reviewerId,
      reviews: totals.length,
      meanTotal: mean(totals),
      meanDifference: mean(differences),
    }))
    .sort(
      (a, b) =>
        (a.meanDifference ?? Infinity) - (b.meanDifference ?? Infinity) || (a.meanTotal ?? 0) - (b.meanTotal ?? 0),
    );
}

function pairsOf(reviews: readonly ComparableReview[]): [ComparableReview, ComparableReview][] {
  return reviews.flatMap((first, index) =>
    reviews.slice(index + 1).map((second): [ComparableReview, ComparableReview] => [first, second]),
  );
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
