import type { ReviewVerdict } from '@kuer/domain';
import { assignReviewers, leniencyOf } from './assign-reviewers.js';
import { composeReview } from './compose-review.js';
import type { DemoApplication, DemoReview } from './demo-call.js';
import type { ReviewerKey } from './personas.js';
import { type Random, seededRandom, seedOf } from './random.js';
import { drawLevels, type ScorePlan } from './score-levels.js';

/** An application with what its reviews are to come to. */
export interface ReviewedApplication {
  readonly application: DemoApplication;
  /** Mean of the totals, points of 100. */
  readonly target: number;
  readonly weakGroup?: number | undefined;
  readonly measure: string | null;
  /** Reviews that are meant to diverge: their points of 60, and how far they may differ on one criterion. */
  readonly divergence?:
    | { readonly points: readonly [number, number]; readonly maxDifference: number; readonly minDifference?: number }
    | undefined;
}

export interface PlayedReviews {
  readonly application: DemoApplication;
  readonly reviewers: readonly [ReviewerKey, ReviewerKey];
  readonly levels: readonly [readonly number[], readonly number[]];
  readonly reviews: readonly [DemoReview, DemoReview];
  /** Sentences used so far, for whoever adds a review. */
  readonly taken: Set<string>;
}

const THRESHOLD = 60;
const PASSING_POINTS = 36;
/** Points of 60 by which two reviews may differ without counting as divergent (20 points of 100 would). */
const MAX_APART = 11;
/** Half the width of chance in a review, points of 100. */
const NOISE = 6.5;

const isPassing = ({ target, weakGroup }: ReviewedApplication): boolean =>
  target >= THRESHOLD && weakGroup === undefined;

/** How far apart, in points of 100, two reviews may be without one passing and the other failing. */
const toleranceOf = ({ target }: ReviewedApplication): number => Math.min(18, 2 * Math.abs(target - THRESHOLD));

/** Two reviews for each application, by reviewers of their own strictness, that add up to the target. */
export function playReviews(
  applications: readonly ReviewedApplication[],
  reviewers: readonly ReviewerKey[],
  seed: string,
  submittedAt: (application: DemoApplication, slot: 1 | 2, random: Random) => string,
): PlayedReviews[] {
  const pairs = assignReviewers(
    applications.map((reviewed) => ({ application: reviewed.application, tolerance: toleranceOf(reviewed) })),
    reviewers,
    seed,
  );
  return applications.map((reviewed, index) => {
    const { application, measure } = reviewed;
    const pair = pairs[index]?.reviewers;
    if (!pair) throw new Error(`No reviewers for ${application.number}`);
    const random = seededRandom(seedOf(seed, 'reviews', application.lead.ags));
    const levels = drawLevels(planOf(reviewed, pair, random), random);
    const taken = new Set<string>();
    const reviews = levels.map((own, slot) =>
      composeReview(
        {
          levels: own,
          verdict: verdictOf(reviewed, own),
          measure,
          at: submittedAt(application, slot === 0 ? 1 : 2, random),
        },
        random,
        taken,
      ),
    ) as [DemoReview, DemoReview];
    return { application, reviewers: pair, levels, reviews, taken };
  });
}

function verdictOf(reviewed: ReviewedApplication, levels: readonly number[]): ReviewVerdict {
  if (!reviewed.divergence) return isPassing(reviewed) ? 'eligible' : 'not_eligible';
  return levels.reduce((sum, level) => sum + level, 0) >= PASSING_POINTS ? 'eligible' : 'not_eligible';
}

function planOf(
  reviewed: ReviewedApplication,
  [first, second]: readonly [ReviewerKey, ReviewerKey],
  random: Random,
): ScorePlan {
  const { target, divergence, weakGroup } = reviewed;
  if (divergence) {
    return { ...divergence, groupFloor: 34, weakGroup: null };
  }
  const sum = Math.round(target * 1.2);
  // The sine of an even angle: noise that is often large and never larger than its width, so that nothing diverges by chance.
  const noise = NOISE * Math.sin(2 * Math.PI * random.next());
  const wanted = 0.6 * (leniencyOf(first) - leniencyOf(second) + noise);
  const margin = weakGroup === undefined ? Math.abs(sum - 2 * PASSING_POINTS) : MAX_APART;
  // Failing reviews stay one point below the threshold, not on it.
  const most = Math.min(MAX_APART, isPassing(reviewed) || weakGroup !== undefined ? margin : Math.max(0, margin - 2));
  const apart = Math.max(-most, Math.min(most, Math.round(wanted)));
  const even = (sum + apart) % 2 === 0 ? apart : apart - Math.sign(apart || 1) * (Math.abs(apart) === 0 ? -1 : 1);
  const points: [number, number] = [(sum + even) / 2, (sum - even) / 2];
  return { points, maxDifference: 2, groupFloor: isPassing(reviewed) ? 50 : 0, weakGroup: weakGroup ?? null };
}
