import type { Thresholds } from '../call/call-settings.js';
import { type Catalogue, criteriaOf } from '../call/catalogue.js';
import { NUMERIC_TOLERANCE, type Scale } from '../call/scale.js';
import type { Finding } from '../vocabulary/finding.js';
import { reviewTotal } from './aggregate-reviews.js';
import type { ScoreSheet } from './check-score.js';
import type { ReviewVerdict } from './review-states.js';

/** What is compared of a submitted review. */
export interface ComparedReview {
  readonly scores: ScoreSheet;
  readonly verdict: ReviewVerdict | null;
}

/** How far the reviews of an application are apart. */
export interface Divergence {
  /** Largest difference of two totals, in percentage points. */
  readonly points: number;
  /** Largest difference on one criterion, in units of the scale. */
  readonly levels: number;
  /** Criteria on which that largest difference occurs; empty where the reviews agree on all. */
  readonly criteria: readonly string[];
  readonly verdictsDiffer: boolean;
  readonly flagged: boolean;
  /** Which thresholds were reached: DIVERGENCE.POINTS, DIVERGENCE.LEVELS, DIVERGENCE.VERDICTS. */
  readonly reasons: readonly Finding[];
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function reaches(value: number, threshold: number): boolean {
  return value >= threshold - NUMERIC_TOLERANCE;
}

/**
 * Divergence of an application's reviews: |T1 − T2|, the largest |s1k − s2k|, disagreement on eligibility; flagged where
 * one reaches its threshold (a threshold of 0 would flag everything and counts as switched off). With three reviews
 * every pair is compared and the largest difference counts. Null while fewer than two reviews are complete. Source:
 * formulas of the procedure, "Divergence of two reviews"; the severity-corrected z comes from the evaluation.
 */
export function divergence(
  reviews: readonly ComparedReview[],
  catalogue: Catalogue,
  scale: Scale,
  thresholds: Pick<Thresholds, 'divergencePoints' | 'divergenceLevels'>,
): Divergence | null {
  const totals = reviews.map(({ scores }) => reviewTotal(scores, catalogue, scale));
  if (reviews.length < 2 || totals.some((total) => total === null)) return null;

  const points = spread(totals as number[]);
  const differences = criteriaOf(catalogue).map(({ code }) => ({
    code,
    levels: spread(reviews.map(({ scores }) => scores[code] as number)),
  }));
  const levels = Math.max(0, ...differences.map((difference) => difference.levels));
  const criteria =
    levels > NUMERIC_TOLERANCE
      ? differences.filter((difference) => reaches(difference.levels, levels)).map(({ code }) => code)
      : [];
  const verdicts = new Set(reviews.map(({ verdict }) => verdict).filter((verdict) => verdict !== null));
  const verdictsDiffer = verdicts.size > 1;

  const { divergencePoints, divergenceLevels } = thresholds;
  const reasons: Finding[] = [];
  if (divergencePoints > 0 && reaches(points, divergencePoints)) {
    reasons.push({ code: 'DIVERGENCE.POINTS', params: { points, threshold: divergencePoints } });
  }
  if (divergenceLevels > 0 && reaches(levels, divergenceLevels)) {
    reasons.push({ code: 'DIVERGENCE.LEVELS', params: { levels, threshold: divergenceLevels, criteria } });
  }
  if (verdictsDiffer) reasons.push({ code: 'DIVERGENCE.VERDICTS', params: {} });
  return { points, levels, criteria, verdictsDiffer, flagged: reasons.length > 0, reasons };
}

/** What has been done about a divergence. */
export interface DivergenceSettlement {
  readonly reconciliation: 'none' | 'open' | 'closed';
  readonly thirdReview: 'none' | 'ordered' | 'submitted';
}

/**
 * Whether a divergence still has to be dealt with. It is settled by a closed reconciliation or a submitted third review;
 * while either is under way it is open, even where amended reviews no longer diverge, so that the conversation is
 * brought to an end on record.
 */
export function isDivergenceOpen(found: Divergence | null, settlement: DivergenceSettlement): boolean {
  if (settlement.reconciliation === 'open' || settlement.thirdReview === 'ordered') return true;
  if (settlement.reconciliation === 'closed' || settlement.thirdReview === 'submitted') return false;
  return found?.flagged ?? false;
}
