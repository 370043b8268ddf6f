import { type Catalogue, criteriaOf, findCriterion } from '../call/catalogue.js';
import { isOnScale, type Scale } from '../call/scale.js';
import { type Finding, type Refused, refused } from '../vocabulary/finding.js';
import type { ReviewVerdict } from './review-states.js';

/** Values by criterion; a criterion without a score is absent or null. */
export type ScoreSheet = Readonly<Record<string, number | null | undefined>>;

/**
 * Checks a score before it is saved: a criterion of the frozen catalogue, a number from 0 to the scale's maximum, a
 * multiple of its step. Refusals: REVIEW.UNKNOWN_CRITERION, REVIEW.SCORE_NOT_A_NUMBER, REVIEW.SCORE_OUT_OF_RANGE,
 * REVIEW.SCORE_OFF_STEP.
 */
export function checkScore(
  value: unknown,
  criterion: string,
  catalogue: Catalogue,
  scale: Scale,
): { readonly ok: true; readonly value: number } | Refused {
  const params = { criterion, max: scale.max, step: scale.step };
  if (findCriterion(catalogue, criterion) === null) return refused('REVIEW.UNKNOWN_CRITERION', { criterion });
  if (typeof value !== 'number' || !Number.isFinite(value)) return refused('REVIEW.SCORE_NOT_A_NUMBER', params);
  if (value < 0 || value > scale.max) return refused('REVIEW.SCORE_OUT_OF_RANGE', { ...params, value });
  if (!isOnScale(value, scale)) return refused('REVIEW.SCORE_OFF_STEP', { ...params, value });
  return { ok: true, value };
}

/** A review as it stands before submission. */
export interface ReviewDraft {
  readonly scores: ScoreSheet;
  readonly justifications: Readonly<Record<string, string | null | undefined>>;
  readonly verdict: ReviewVerdict | null;
}

/** What a review lacks; `criterion` is null for the review as a whole. */
export interface ReviewGap extends Finding {
  readonly criterion: string | null;
}

/** Length of a justification in characters as a person counts them, surrounding blanks left out. */
export function justificationLength(text: string | null | undefined): number {
  return [...(text ?? '').trim().normalize('NFC')].length;
}

/**
 * What keeps a review from being submitted, in the order of the catalogue: a criterion without a valid score
 * (REVIEW.SCORE_MISSING), a justification that is too short (REVIEW.JUSTIFICATION_MISSING, REVIEW.JUSTIFICATION_TOO_SHORT),
 * and the verdict on eligibility (REVIEW.VERDICT_MISSING). `minJustificationLength` 0: justifications may be empty.
 */
export function reviewGaps(
  draft: ReviewDraft,
  catalogue: Catalogue,
  scale: Scale,
  minJustificationLength: number,
): ReviewGap[] {
  const gaps: ReviewGap[] = [];
  for (const { code: criterion } of criteriaOf(catalogue)) {
    if (!checkScore(draft.scores[criterion], criterion, catalogue, scale).ok) {
      gaps.push({ criterion, code: 'REVIEW.SCORE_MISSING', params: { criterion } });
    }
    const length = justificationLength(draft.justifications[criterion]);
    if (length >= minJustificationLength) continue;
    const code = length === 0 ? 'REVIEW.JUSTIFICATION_MISSING' : 'REVIEW.JUSTIFICATION_TOO_SHORT';
    gaps.push({ criterion, code, params: { criterion, minimum: minJustificationLength, length } });
  }
  if (draft.verdict === null) gaps.push({ criterion: null, code: 'REVIEW.VERDICT_MISSING', params: {} });
  return gaps;
}
