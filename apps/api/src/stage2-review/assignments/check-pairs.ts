import type { AssignmentPair } from '@kuer/contract';
import type { ReviewSlot } from '@kuer/domain';
import type { RefusalDetail } from '../../http/refusal.js';
import type { ActivePair, ReviewableApplication, Reviewer } from './assignment.repository.js';
import { groupByApplication, isAssignable } from './planning-facts.js';

export interface CheckedPair {
  readonly application: ReviewableApplication;
  readonly reviewer: Reviewer;
  readonly slot: ReviewSlot;
}

export interface PairFacts {
  readonly applications: readonly ReviewableApplication[];
  readonly reviewers: readonly Reviewer[];
  readonly conflicts: readonly { readonly applicationId: string; readonly reviewerId: string }[];
  readonly active: readonly ActivePair[];
  /** Slots that every application has. */
  readonly regularSlots: number;
  /** Most reviews a reviewer can be asked for, or null. */
  readonly maxLoad: number | null;
}

/**
 * Checks the pairs in their order, each one against what is and against the pairs before it: the first one to take a slot has it. Says
 * of every pair that is not possible why, so that a plan is mended in one go.
 */
export function checkPairs(
  pairs: readonly AssignmentPair[],
  facts: PairFacts,
): { readonly accepted: readonly CheckedPair[]; readonly errors: readonly RefusalDetail[] } {
  const applications = new Map(facts.applications.map((application) => [application.id, application]));
  const reviewers = new Map(facts.reviewers.map((reviewer) => [reviewer.id, reviewer]));
  const closed = new Set(facts.conflicts.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`));
  const slotsTaken = new Map<string, Set<number>>();
  const people = new Set<string>();
  const loads = new Map<string, number>();
  for (const [applicationId, group] of groupByApplication(facts.active)) {
    slotsTaken.set(applicationId, new Set(group.map(({ slot }) => slot)));
  }
  for (const { applicationId, reviewerId } of facts.active) {
    people.add(`${applicationId} ${reviewerId}`);
    loads.set(reviewerId, (loads.get(reviewerId) ?? 0) + 1);
  }

  const accepted: CheckedPair[] = [];
  const errors: RefusalDetail[] = [];
  pairs.forEach((pair, index) => {
    const applicationId = pair.applicationId.toLowerCase();
    const reviewerId = pair.reviewerId.toLowerCase();
    const key = `${applicationId} ${reviewerId}`;
    const application = applications.get(applicationId);
    const reviewer = reviewers.get(reviewerId);
    const taken = slotsTaken.get(applicationId) ?? new Set<number>();
    const load = loads.get(reviewerId) ?? 0;
    const slot = pair.slot ?? (application ? freeSlot(taken, facts.regularSlots, application.thirdOrdered) : null);
    const named = { number: application?.number ?? '', reviewer: reviewer?.name ?? '', slot: slot ?? '' };
    const refuse = (field: string, code: string, more: RefusalDetail['params'] = {}): void => {
      errors.push({ path: `pairs.${index}${field}`, code, params: { ...named, ...more } });
    };
    if (!application) refuse('.applicationId', 'ASSIGNMENT.APPLICATION_UNKNOWN');
    else if (!reviewer) refuse('.reviewerId', 'ASSIGNMENT.NOT_A_REVIEWER');
    else if (application.state === 'in_reconciliation') refuse('.applicationId', 'ASSIGNMENT.RECONCILIATION_OPEN');
    else if (!isAssignable(application.state)) refuse('.applicationId', 'ASSIGNMENT.APPLICATION_NOT_ACCEPTED');
    else if (closed.has(key)) refuse('.reviewerId', 'ASSIGNMENT.IN_CONFLICT');
    else if (people.has(key)) refuse('.reviewerId', 'ASSIGNMENT.REVIEWER_TWICE');
    else if (facts.maxLoad !== null && load >= facts.maxLoad)
      refuse('.reviewerId', 'ASSIGNMENT.LOAD_EXCEEDED', { max: facts.maxLoad });
    else if (slot === null) refuse('', 'ASSIGNMENT.NO_FREE_SLOT');
    else if (slot === 3 && !application.thirdOrdered) refuse('.slot', 'ASSIGNMENT.THIRD_NOT_ORDERED');
    else if (slot !== 3 && slot > facts.regularSlots) refuse('.slot', 'ASSIGNMENT.SLOT_UNKNOWN');
    else if (taken.has(slot)) refuse('.slot', 'ASSIGNMENT.SLOT_TAKEN');
    else {
      slotsTaken.set(applicationId, taken.add(slot));
      people.add(key);
      loads.set(reviewerId, load + 1);
      accepted.push({ application, reviewer, slot: slot as ReviewSlot });
    }
  });
  return { accepted, errors };
}

function freeSlot(taken: ReadonlySet<number>, regularSlots: number, thirdOrdered: boolean): number | null {
  for (let slot = 1; slot <= regularSlots; slot += 1) if (!taken.has(slot)) return slot;
  return thirdOrdered && !taken.has(3) ? 3 : null;
}
