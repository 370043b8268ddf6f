import type { Scale } from './scale.js';

/** One published criterion. Weight: relative, greater than 0, default 1. */
export interface Criterion {
  readonly code: string;
  readonly text: string;
  readonly weight: number;
}

/**
 * A group of criteria. `threshold`: percent of the group's points an application must reach to be eligible; absent, the
 * call's default holds. `weight` multiplies the weights of all its criteria, default 1.
 */
export interface CriterionGroup {
  readonly code: string;
  readonly name: string;
  readonly weight?: number | undefined;
  readonly threshold?: number | undefined;
  readonly criteria: readonly Criterion[];
}

/** The criteria catalogue of a call; frozen as a version once the call opens for review. */
export interface Catalogue {
  readonly groups: readonly CriterionGroup[];
}

/** What is frozen as one version when the review stage opens: criteria, weights, thresholds of groups, and the scale. */
export interface CatalogueContent extends Catalogue {
  readonly scale: Scale;
}

/** A criterion with the group it stands in and its weight in the total (criterion weight × group weight). */
export interface WeightedCriterion {
  readonly code: string;
  readonly text: string;
  readonly groupCode: string;
  readonly weight: number;
}

/** All criteria in printed order, each with its weight in the total: w_k times the weight of its group. */
export function criteriaOf(catalogue: Catalogue): WeightedCriterion[] {
  return catalogue.groups.flatMap((group) =>
    group.criteria.map((criterion) => ({
      code: criterion.code,
      text: criterion.text,
      groupCode: group.code,
      weight: criterion.weight * (group.weight ?? 1),
    })),
  );
}

/** The criterion with this code, or null: a score may refer to a criterion of the frozen catalogue and to nothing else. */
export function findCriterion(catalogue: Catalogue, code: string): WeightedCriterion | null {
  return criteriaOf(catalogue).find((criterion) => criterion.code === code) ?? null;
}
