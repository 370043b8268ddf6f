import type { Thresholds } from '../call/call-settings.js';
import type { Catalogue } from '../call/catalogue.js';
import { NUMERIC_TOLERANCE } from '../call/scale.js';
import { type Finding, type Refused, refused } from '../vocabulary/finding.js';
import type { RecommendationOutcome } from '../vocabulary/outcomes.js';
import type { GroupTotals } from './aggregate-reviews.js';

/** What eligibility is derived from. Totals in percent, unrounded; null while reviews are missing. */
export interface EligibilityFacts {
  readonly total: number | null;
  readonly groupTotals: GroupTotals;
  readonly divergenceOpen: boolean;
}

/** `eligible` is null while it cannot be said; `reasons` say what speaks for and against it, all of them. */
export interface Eligibility {
  readonly eligible: boolean | null;
  readonly reasons: readonly Finding[];
}

/** Threshold of a group in percent: its own, or the default of the call. */
export function groupThreshold(catalogue: Catalogue, groupCode: string, thresholds: Pick<Thresholds, 'group'>): number {
  return catalogue.groups.find(({ code }) => code === groupCode)?.threshold ?? thresholds.group;
}

function compare(code: string, value: number, threshold: number, params: Finding['params']): Finding {
  // A total that misses its threshold by rounding noise only has reached it.
  const isReached = value >= threshold - NUMERIC_TOLERANCE;
  return { code: `${code}_${isReached ? 'REACHED' : 'MISSED'}`, params: { ...params, value, threshold } };
}

/**
 * Eligibility in principle (grundsätzliche Förderwürdigkeit): the total reaches its threshold and each group its own, and
 * no divergence is open. Source: formulas of the procedure. Reasons: ELIGIBILITY.REVIEWS_MISSING,
 * ELIGIBILITY.DIVERGENCE_OPEN, ELIGIBILITY.TOTAL_REACHED or _MISSED, ELIGIBILITY.GROUP_REACHED or _MISSED.
 */
export function eligibility(
  facts: EligibilityFacts,
  catalogue: Catalogue,
  thresholds: Pick<Thresholds, 'total' | 'group'>,
): Eligibility {
  if (facts.total === null) return { eligible: null, reasons: [{ code: 'ELIGIBILITY.REVIEWS_MISSING', params: {} }] };
  const reasons = [compare('ELIGIBILITY.TOTAL', facts.total, thresholds.total, {})];
  for (const { code, name } of catalogue.groups) {
    const value = facts.groupTotals[code] ?? null;
    if (value === null) return { eligible: null, reasons: [{ code: 'ELIGIBILITY.REVIEWS_MISSING', params: {} }] };
    const threshold = groupThreshold(catalogue, code, thresholds);
    reasons.push(compare('ELIGIBILITY.GROUP', value, threshold, { group: code, name }));
  }
  if (facts.divergenceOpen) {
    return { eligible: null, reasons: [{ code: 'ELIGIBILITY.DIVERGENCE_OPEN', params: {} }, ...reasons] };
  }
  return { eligible: reasons.every(({ code }) => code.endsWith('_REACHED')), reasons };
}

/** A recommendation as it follows from the reviews; `outcome` is null while it cannot be derived. */
export interface DerivedRecommendation {
  readonly outcome: RecommendationOutcome | null;
  readonly reasons: readonly Finding[];
}

/** The recommendation to the jury that follows from eligibility: what is eligible is recommended. */
export function deriveRecommendation(found: Eligibility): DerivedRecommendation {
  if (found.eligible === null) return { outcome: null, reasons: found.reasons };
  return { outcome: found.eligible ? 'recommended' : 'not_recommended', reasons: found.reasons };
}

/**
 * Checks a coordinator's confirmation: it must be derivable, and an outcome that departs from the derived one needs a
 * comment. Refusals: RECOMMENDATION.NOT_DERIVABLE with the reasons' codes, RECOMMENDATION.COMMENT_NEEDED.
 */
export function checkRecommendation(request: {
  readonly derived: DerivedRecommendation;
  readonly outcome: RecommendationOutcome;
  readonly comment: string | null;
}): { readonly ok: true; readonly departs: boolean } | Refused {
  const { derived, outcome, comment } = request;
  if (derived.outcome === null) {
    return refused('RECOMMENDATION.NOT_DERIVABLE', { reasons: derived.reasons.map(({ code }) => code) });
  }
  const departs = outcome !== derived.outcome;
  if (departs && (comment ?? '').trim() === '') {
    return refused('RECOMMENDATION.COMMENT_NEEDED', { derived: derived.outcome, outcome });
  }
  return { ok: true, departs };
}
