import { countComponents } from '@kuer/domain';
import type { ApplicationRow, Assignment, Conflict } from '../office-api.js';

/** One place for a review: who holds it, or who held it last. */
export interface Slot {
  readonly key: string;
  readonly application: ApplicationRow;
  readonly slot: number;
  readonly active: Assignment | null;
  /** Declined or revoked before, the newest first. */
  readonly former: readonly Assignment[];
  /** Somebody can be assigned to it now. */
  readonly isFree: boolean;
}

/** Formally accepted or further: with places for reviews. */
const REVIEWED: readonly string[] = [
  'formally_accepted',
  'in_review',
  'reviewed',
  'in_reconciliation',
  'recommended',
  'not_recommended',
  'selected',
  'reserve',
  'not_selected',
];
const ASSIGNABLE: readonly string[] = ['formally_accepted', 'in_review'];

export const isActive = ({ state }: Assignment): boolean => state === 'assigned' || state === 'accepted';

/** The places of all applications, free ones included; the third one where it was ever given away. */
export function slotsOf(
  applications: readonly ApplicationRow[],
  assignments: readonly Assignment[],
  regular: number,
): Slot[] {
  const byApplication = new Map<string, Assignment[]>();
  for (const one of assignments) {
    const group = byApplication.get(one.applicationId);
    if (group) group.push(one);
    else byApplication.set(one.applicationId, [one]);
  }
  return applications
    .filter(({ state, id }) => REVIEWED.includes(state) || byApplication.has(id))
    .flatMap((application) => {
      const own = byApplication.get(application.id) ?? [];
      const most = Math.max(regular, ...own.map(({ slot }) => slot));
      return Array.from({ length: most }, (_, index) => {
        const slot = index + 1;
        const here = own.filter((one) => one.slot === slot);
        const active = here.find(isActive) ?? null;
        return {
          key: `${application.id}/${String(slot)}`,
          application,
          slot,
          active,
          // Ids are made in the order of time.
          former: here.filter((one) => !isActive(one)).sort((a, b) => (a.id < b.id ? 1 : -1)),
          isFree: active === null && !application.isRecused && ASSIGNABLE.includes(application.state),
        };
      });
    });
}

/** Who stands on which application. */
export interface Pair {
  readonly applicationId: string;
  readonly reviewerId: string;
}

export interface Facts {
  readonly conflicts: readonly Pick<Conflict, 'applicationId' | 'accountId'>[];
  /** Active assignments, and what else is planned. */
  readonly pairs: readonly Pair[];
  readonly assignments: readonly Assignment[];
  readonly maxLoad: number | null;
}

export type Obstacle = 'conflict' | 'twice' | 'load';

/**
 * What speaks against a pair, as far as it can be seen beforehand; the server has the last word. The pair itself must not be among the
 * facts.
 */
export function obstacleTo({ applicationId, reviewerId }: Pair, facts: Facts): Obstacle | null {
  if (facts.conflicts.some((one) => one.applicationId === applicationId && one.accountId === reviewerId))
    return 'conflict';
  const own = facts.pairs.filter((one) => one.reviewerId === reviewerId);
  if (own.some((one) => one.applicationId === applicationId)) return 'twice';
  return facts.maxLoad !== null && own.length >= facts.maxLoad ? 'load' : null;
}

export const hasDeclined = ({ applicationId, reviewerId }: Pair, assignments: readonly Assignment[]): boolean =>
  assignments.some(
    (one) => one.state === 'declined' && one.applicationId === applicationId && one.reviewerId === reviewerId,
  );

export interface Figures {
  readonly assigned: number;
  readonly minLoad: number;
  readonly maxLoad: number;
  /** Every reviewer is linked with every other over shared applications. */
  readonly connected: boolean;
}

/** Balance and connection of a set of pairs; reviewers without any count with a load of 0. */
export function figuresOf(pairs: readonly Pair[], reviewerIds: readonly string[]): Figures {
  const loads = loadsOf(pairs);
  const counts = reviewerIds.map((id) => loads.get(id) ?? 0);
  const sets = new Map<string, Set<string>>();
  for (const { applicationId, reviewerId } of pairs) {
    const group = sets.get(applicationId) ?? new Set<string>();
    sets.set(applicationId, group.add(reviewerId));
  }
  return {
    assigned: pairs.length,
    minLoad: counts.length === 0 ? 0 : Math.min(...counts),
    maxLoad: Math.max(0, ...counts),
    connected: countComponents(sets.values()) === 1,
  };
}

export function loadsOf(pairs: readonly Pair[]): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const { reviewerId } of pairs) loads.set(reviewerId, (loads.get(reviewerId) ?? 0) + 1);
  return loads;
}
