import { comparableName } from '../application/comparable-name.js';
import { bodyIdentity } from '../application/regional-key.js';
import type { PartyRole } from '../vocabulary/parties.js';

/** A body that takes part in an application, as lead or partner. */
export interface Participation {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly role: PartyRole;
  readonly name: string;
  /** AGS or ARS; null where the body has none on record. */
  readonly ags: string | null;
  /** A withdrawn application no longer takes part in the call. */
  readonly isWithdrawn: boolean;
}

/**
 * One body in more than one application of a call. `certainty`: `key` where the keys are the same, `name` where one of
 * them is missing and only the names agree; the examiner has to look.
 */
export interface Collision {
  readonly certainty: 'key' | 'name';
  readonly identity: string;
  readonly participations: readonly Participation[];
}

function spansApplications(participations: readonly Participation[]): boolean {
  return new Set(participations.map(({ applicationId }) => applicationId)).size > 1;
}

function groupBy(participations: readonly Participation[], keyOf: (one: Participation) => string | null) {
  const groups = new Map<string, Participation[]>();
  for (const participation of participations) {
    const key = keyOf(participation);
    if (key === null) continue;
    groups.set(key, [...(groups.get(key) ?? []), participation]);
  }
  return groups;
}

/**
 * Bodies that take part in more than one application of the call. Source: rules of the formal check ("a body takes part
 * in one application of a call, as lead or as partner: a second one is shown as a collision"). Sorted by identity.
 */
export function findCollisions(participations: readonly Participation[]): Collision[] {
  const taking = participations.filter(({ isWithdrawn }) => !isWithdrawn);
  const collisions: Collision[] = [];
  for (const [identity, group] of groupBy(taking, ({ ags }) => bodyIdentity(ags))) {
    if (spansApplications(group)) collisions.push({ certainty: 'key', identity, participations: group });
  }
  for (const [identity, group] of groupBy(taking, ({ name }) => comparableName(name) || null)) {
    // Two different keys are two different bodies, however alike their names are.
    const keys = new Set(group.map(({ ags }) => bodyIdentity(ags)).filter((key) => key !== null));
    const hasUnkeyed = group.some(({ ags }) => bodyIdentity(ags) === null);
    if (hasUnkeyed && keys.size <= 1 && spansApplications(group)) {
      collisions.push({ certainty: 'name', identity, participations: group });
    }
  }
  return collisions.sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0));
}

/** The collisions an application is part of. */
export function collisionsOf(applicationId: string, collisions: readonly Collision[]): Collision[] {
  return collisions.filter(({ participations }) => participations.some((one) => one.applicationId === applicationId));
}
