import type { CallSettingsDto } from '@kuer/contract';
import type { Actor, ApplicationState, CallState, ReviewSlot } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { type ActivePair, AssignmentRepository, type Reviewer } from './assignment.repository.js';

export interface PlanningCall {
  readonly id: string;
  readonly state: CallState;
  readonly settings: CallSettingsDto;
}

/** An application that needs reviewers, with those it has. */
export interface ApplicationToReview {
  readonly id: string;
  readonly number: string;
  readonly required: number;
  readonly existing: readonly { readonly reviewerId: string; readonly slot: ReviewSlot }[];
}

export interface Planning {
  readonly applications: readonly ApplicationToReview[];
  readonly reviewers: readonly Reviewer[];
  readonly conflicts: readonly { readonly applicationId: string; readonly reviewerId: string }[];
  readonly declined: readonly { readonly applicationId: string; readonly reviewerId: string }[];
}

/**
 * States in which an application can be given a reviewer: accepted, or further on where it has lost one (a conflict that came late, an
 * assignment taken back).
 */
const ASSIGNABLE: readonly ApplicationState[] = [
  'formally_accepted',
  'in_review',
  'reviewed',
  'recommended',
  'not_recommended',
];
/** Slots that every application has; the third one exists by order only. */
const REGULAR_SLOTS = 2;

/** What a plan of assignments is made and checked with: read in a handful of queries, however many applications there are. */
@Injectable()
export class PlanningFacts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly assignments: AssignmentRepository,
  ) {}

  /** The call and the caller in it. */
  async call(callId: string): Promise<{ call: PlanningCall; actor: Actor }> {
    const actor = await this.access.actorFor(callId);
    return { call: await this.read(callId, ''), actor };
  }

  /** The call, held in its stage until the commit. Only for who may run it: to others a locked row looks like none. */
  lockCall(callId: string): Promise<PlanningCall> {
    return this.read(callId, 'FOR SHARE');
  }

  private async read(callId: string, lock: string): Promise<PlanningCall> {
    const [call] = await this.uow.query<PlanningCall>(
      `SELECT id, state, settings FROM kuer.calls WHERE id = $1 ${lock}`,
      [callId],
    );
    if (!call) throw Refusal.notFound();
    return call;
  }

  async load(call: PlanningCall, reviewersPerApplication?: number): Promise<Planning> {
    const [applications, pairs] = [
      await this.assignments.applications(call.id, null),
      await this.assignments.activePairs(call.id),
    ];
    const byApplication = groupByApplication(pairs);
    const regular = reviewersPerApplication ?? regularSlots(call.settings);
    return {
      applications: applications
        .filter(({ state }) => isAssignable(state))
        .map(({ id, number, thirdOrdered }) => ({
          id,
          number,
          required: regular + (thirdOrdered ? 1 : 0),
          existing: byApplication.get(id) ?? [],
        })),
      reviewers: await this.assignments.reviewers(call.id),
      conflicts: await this.assignments.conflicts(call.id),
      declined: await this.assignments.declinedPairs(call.id),
    };
  }
}

export const isAssignable = (state: ApplicationState): boolean => ASSIGNABLE.includes(state);

/** Reviews that every application of the call gets. */
export const regularSlots = (settings: CallSettingsDto): number =>
  Math.min(settings.rules.reviewsPerApplication, REGULAR_SLOTS);

export function groupByApplication(pairs: readonly ActivePair[]): Map<string, ActivePair[]> {
  const groups = new Map<string, ActivePair[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.applicationId);
    if (group) group.push(pair);
    else groups.set(pair.applicationId, [pair]);
  }
  return groups;
}
