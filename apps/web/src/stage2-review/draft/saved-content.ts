import type { ReviewVerdict } from '@kuer/domain';
import type { Review, Score } from '../review-api.js';

/** What is written of one criterion. */
export interface ScoreContent {
  readonly value: number | null;
  readonly justification: string;
}

/** What is written of the review as a whole. */
export interface ConclusionContent {
  readonly summary: string;
  readonly verdict: ReviewVerdict | null;
}

export type Content = ScoreContent | ConclusionContent;

/** Key of summary and verdict, beside the codes of the criteria (which begin with a capital letter). */
export const CONCLUSION = 'conclusion';

/** Content as the server has it. */
export interface Saved {
  readonly content: Content;
  readonly version: number;
  readonly savedAt: string | null;
}

export const savedScore = (score: Score): Saved => ({
  content: { value: score.value, justification: score.justification },
  version: score.version,
  savedAt: score.updatedAt,
});

export const savedConclusion = (review: Review, savedAt: string | null = null): Saved => ({
  content: { summary: review.summary, verdict: review.verdict },
  version: review.version,
  savedAt,
});

export function isSameContent(a: Content, b: Content): boolean {
  if ('summary' in a) return 'summary' in b && a.summary === b.summary && a.verdict === b.verdict;
  return !('summary' in b) && a.value === b.value && a.justification === b.justification;
}

/** Every part of the sheet as the server has it. */
export const savedParts = (review: Review): ReadonlyMap<string, Saved> =>
  new Map([
    ...review.scores.map((score) => [score.criterion, savedScore(score)] as const),
    [CONCLUSION, savedConclusion(review)] as const,
  ]);
