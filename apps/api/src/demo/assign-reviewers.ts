import type { DemoApplication } from './demo-call.js';
import { personaOf, type ReviewerKey } from './personas.js';
import { type Random, seededRandom, seedOf } from './random.js';

/** How strict a reviewer is: points of 100 above (mild) or below (strict) what the application is worth. Sums to zero. */
const LENIENCY_STEPS = [4.5, -3.5, 1.5, -0.5, 2.5, -4.5, 0.5, 3.5, -2.5, -1.5] as const;

export function leniencyOf(reviewer: ReviewerKey): number {
  const number = Number(reviewer.slice(-2));
  return LENIENCY_STEPS[(number * 7) % LENIENCY_STEPS.length] ?? 0;
}

export interface ReviewerPair {
  readonly application: string;
  readonly reviewers: readonly [ReviewerKey, ReviewerKey];
}

/**
 * Two reviewers for each application: none from a municipality that takes part, loads even, every pair as seldom as possible, so that strict
 * and mild reviewers can be told apart. Where an application lies close to the threshold (`tolerance` is small), two of like strictness.
 */
export function assignReviewers(
  applications: readonly { readonly application: DemoApplication; readonly tolerance: number }[],
  reviewers: readonly ReviewerKey[],
  seed: string,
): ReviewerPair[] {
  const random = seededRandom(seedOf(seed, 'assignments'));
  const loads = new Map<ReviewerKey, number>(reviewers.map((reviewer) => [reviewer, 0]));
  const together = new Map<string, number>();
  const pairs = new Map<string, readonly [ReviewerKey, ReviewerKey]>();
  const closestFirst = [...applications].sort((a, b) => a.tolerance - b.tolerance);
  for (const { application, tolerance } of closestFirst) {
    const free = reviewers.filter((reviewer) => !livesIn(reviewer, application));
    const pair = bestPair(free, tolerance, loads, together, random);
    for (const reviewer of pair) loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
    together.set(pair.join(), (together.get(pair.join()) ?? 0) + 1);
    pairs.set(application.number, random.chance(0.5) ? pair : [pair[1], pair[0]]);
  }
  return applications.map(({ application }) => ({
    application: application.number,
    reviewers: pairs.get(application.number) as readonly [ReviewerKey, ReviewerKey],
  }));
}

function livesIn(reviewer: ReviewerKey, { lead, partners }: DemoApplication): boolean {
  const { municipalityAgs } = personaOf(reviewer);
  return municipalityAgs !== null && [lead, ...partners].some(({ ags }) => ags === municipalityAgs);
}

function bestPair(
  free: readonly ReviewerKey[],
  tolerance: number,
  loads: ReadonlyMap<ReviewerKey, number>,
  together: ReadonlyMap<string, number>,
  random: Random,
): readonly [ReviewerKey, ReviewerKey] {
  let best: readonly [ReviewerKey, ReviewerKey] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, first] of free.entries()) {
    for (const second of free.slice(index + 1)) {
      const apart = Math.abs(leniencyOf(first) - leniencyOf(second));
      const load = (loads.get(first) ?? 0) ** 2 + (loads.get(second) ?? 0) ** 2;
      const cost =
        10 * load +
        8 * (together.get([first, second].join()) ?? 0) +
        200 * Math.max(0, apart - tolerance) +
        random.next();
      if (cost < bestCost) [best, bestCost] = [[first, second], cost];
    }
  }
  if (!best) throw new Error('Fewer than two reviewers are free');
  return best;
}
