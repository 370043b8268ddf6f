import { addDays } from './day.js';
import type { DemoApplication, DemoCall } from './demo-call.js';
import type { InventedApplication } from './invent-applications.js';
import type { ReviewedApplication } from './play-reviews.js';
import { seededRandom, seedOf } from './random.js';

/** Invented applications in an order that says nothing of their success, with numbers and days of receipt. */
export function numberedApplications(
  invented: readonly InventedApplication[],
  seed: string,
  { receivedFrom, receivedDays }: { receivedFrom: string; receivedDays: number },
): ReviewedApplication[] {
  const shuffled = seededRandom(seedOf(seed, 'order')).shuffle(invented);
  return shuffled.map(({ application, blueprint, measure }, index) => {
    const numbered: DemoApplication = {
      ...application,
      number: `B-${String(index + 1).padStart(3, '0')}`,
      receivedOn: addDays(receivedFrom, Math.floor((receivedDays * index) / shuffled.length)),
    };
    return { application: numbered, target: blueprint.target, weakGroup: blueprint.weakGroup, measure };
  });
}

/** What a practice call does not have as long as it is under way. */
export const underWay: Pick<
  DemoCall,
  | 'withdrawals'
  | 'conflicts'
  | 'reconciliations'
  | 'recommendedAt'
  | 'session'
  | 'adoptedBundle'
  | 'scenarios'
  | 'publishedAt'
> = {
  withdrawals: [],
  conflicts: [],
  reconciliations: [],
  recommendedAt: null,
  session: null,
  adoptedBundle: null,
  scenarios: [],
  publishedAt: null,
};
