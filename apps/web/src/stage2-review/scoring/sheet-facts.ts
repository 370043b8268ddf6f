import { groupTotals, type ReviewDraft as Rated, reviewGaps, reviewTotal } from '@kuer/domain';
import type { Part } from '../draft/review-draft.js';
import { CONCLUSION, type ConclusionContent, type ScoreContent } from '../draft/saved-content.js';
import type { Catalogue } from '../review-api.js';

export interface CriterionMark {
  readonly code: string;
  readonly value: number | null;
  readonly lacksReason: boolean;
  /** Not confirmed by the server, and not on its way either. */
  readonly isInTrouble: boolean;
}

export interface SheetFacts {
  readonly marks: readonly CriterionMark[];
  readonly scored: number;
  readonly hasVerdict: boolean;
  readonly total: number | null;
  readonly groups: Readonly<Record<string, number | null>>;
}

const TROUBLE = ['offline', 'conflict', 'refused'];

/** What follows from what is written so far, by the rules of the procedure. */
export function sheetFacts(parts: ReadonlyMap<string, Part>, catalogue: Catalogue, minLength: number): SheetFacts {
  const codes = catalogue.groups.flatMap((group) => group.criteria.map(({ code }) => code));
  const contentOf = (code: string) => parts.get(code)?.content as ScoreContent | undefined;
  const conclusion = parts.get(CONCLUSION)?.content as ConclusionContent | undefined;
  const rated: Rated = {
    scores: Object.fromEntries(codes.map((code) => [code, contentOf(code)?.value ?? null])),
    justifications: Object.fromEntries(codes.map((code) => [code, contentOf(code)?.justification])),
    verdict: conclusion?.verdict ?? null,
  };
  const gaps = reviewGaps(rated, catalogue, catalogue.scale, minLength);
  const marks = codes.map((code) => ({
    code,
    value: rated.scores[code] ?? null,
    lacksReason: gaps.some((gap) => gap.criterion === code && gap.code !== 'REVIEW.SCORE_MISSING'),
    isInTrouble: TROUBLE.includes(parts.get(code)?.status ?? ''),
  }));
  return {
    marks,
    scored: marks.filter(({ value }) => value !== null).length,
    hasVerdict: rated.verdict !== null,
    total: reviewTotal(rated.scores, catalogue, catalogue.scale),
    groups: groupTotals(rated.scores, catalogue, catalogue.scale),
  };
}
