import { NUMERIC_TOLERANCE } from '../call/scale.js';

/** An application with its total in percent, null where it has none yet. */
export interface RankedInput {
  readonly applicationId: string;
  readonly total: number | null;
}

/** Its place: `rank` is shared by equal totals (1, 2, 2, 4) and null without a total. */
export interface Ranked extends RankedInput {
  readonly rank: number | null;
  readonly tied: boolean;
}

/**
 * Ranks applications by their total, highest first. Equal totals share the better rank and the next one counts on
 * (competition ranking: 1, 2, 2, 4); totals are equal where they differ from the first of the tie by less than 1e-9, so
 * that rounding noise never separates two applications. No tie is broken: within one, rows follow the id, which only
 * keeps the list steady. Applications without a total come last, without a rank.
 */
export function rankByMean<T extends RankedInput>(applications: readonly T[]): (T & Ranked)[] {
  const byId = (a: T, b: T): number =>
    a.applicationId < b.applicationId ? -1 : a.applicationId > b.applicationId ? 1 : 0;
  const scored = applications.filter(({ total }) => total !== null);
  const unscored = applications.filter(({ total }) => total === null);
  const sorted = [...scored].sort((a, b) => (b.total as number) - (a.total as number) || byId(a, b));

  const ties: T[][] = [];
  for (const application of sorted) {
    const tie = ties.at(-1);
    const leader = tie?.[0];
    const isEqual = leader && (leader.total as number) - (application.total as number) < NUMERIC_TOLERANCE;
    if (tie && isEqual) tie.push(application);
    else ties.push([application]);
  }

  const ranked: (T & Ranked)[] = [];
  for (const tie of ties) {
    const rank = ranked.length + 1;
    ranked.push(...tie.sort(byId).map((application) => ({ ...application, rank, tied: tie.length > 1 })));
  }
  return [...ranked, ...unscored.sort(byId).map((application) => ({ ...application, rank: null, tied: false }))];
}
