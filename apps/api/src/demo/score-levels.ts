import type { Random } from './random.js';

/** Sizes of the three groups of criteria, K1 to K5, K6 to K8, K9 to K12. */
export const GROUP_SIZES = [5, 3, 4] as const;
const CRITERIA = 12;
const MAX_LEVEL = 5;
const ATTEMPTS = 4_000;

export interface ScorePlan {
  /** Sum of the levels of each review, of 60. */
  readonly points: readonly [number, number];
  /** Largest difference of the two reviews on one criterion. */
  readonly maxDifference: number;
  /** Where it is given, the reviews differ that much on at least one criterion. */
  readonly minDifference?: number | undefined;
  /** What each group of each review has to reach, in points of 100; 0: nothing. */
  readonly groupFloor: number;
  /** The group that stays below half of its points in both reviews, or null. */
  readonly weakGroup: number | null;
}

const groupOf = (criterion: number): number => (criterion < 5 ? 0 : criterion < 8 ? 1 : 2);

/** Points of 100 that a review reaches in each group. */
export function groupShares(levels: readonly number[]): number[] {
  return GROUP_SIZES.map((size, group) => {
    const own = levels.filter((_, criterion) => groupOf(criterion) === group);
    return (100 * own.reduce((sum, level) => sum + level, 0)) / (size * MAX_LEVEL);
  });
}

/**
 * Levels of two reviews that add up to the planned points exactly. Both see the same strengths and weaknesses of the application, each with
 * an eye of its own. Tries until the plan is kept; throws where no try keeps it, which would be an error in the plan.
 */
export function drawLevels(plan: ScorePlan, random: Random): [number[], number[]] {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const profile = drawProfile(plan, random);
    const first = fill(plan.points[0], profile, random);
    const second = fill(plan.points[1], profile, random);
    if (keeps(plan, first, second)) return [first, second];
  }
  throw new Error(`No levels for ${JSON.stringify(plan)}`);
}

/** How much better or worse than average an application is on each criterion. */
function drawProfile({ weakGroup }: ScorePlan, random: Random): number[] {
  const groups = GROUP_SIZES.map((_, group) => (group === weakGroup ? -1.3 : random.next() - 0.5));
  return Array.from(
    { length: CRITERIA },
    (_, criterion) => (groups[groupOf(criterion)] ?? 0) + 1.2 * (random.next() - 0.5),
  );
}

function fill(points: number, profile: readonly number[], random: Random): number[] {
  const wanted = profile.map((offset) => points / CRITERIA + offset + 0.9 * (random.next() - 0.5));
  const levels = wanted.map((value) => Math.min(MAX_LEVEL, Math.max(0, Math.round(value))));
  let missing = points - levels.reduce((sum, level) => sum + level, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    const open = levels.flatMap((level, index) => (level + step >= 0 && level + step <= MAX_LEVEL ? [index] : []));
    const index = open.length > 0 ? random.pick(open) : -1;
    if (index < 0) throw new RangeError(`${points} points are not possible`);
    levels[index] = (levels[index] ?? 0) + step;
    missing -= step;
  }
  return levels;
}

function keeps(plan: ScorePlan, first: readonly number[], second: readonly number[]): boolean {
  const { maxDifference, minDifference = 0, groupFloor, weakGroup } = plan;
  const largest = Math.max(...first.map((level, index) => Math.abs(level - (second[index] ?? 0))));
  if (largest > maxDifference || largest < minDifference) return false;
  return [first, second].every((levels) =>
    groupShares(levels).every((share, group) => (group === weakGroup ? share < 50 : share >= groupFloor)),
  );
}
