import { AssignmentResponse, AssignmentsResponse, type ConfirmAssignmentsRequest } from '@kuer/contract';
import { countComponents } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { calendarDay } from '../../calls/calendar-day.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { requireReviewStage } from '../review-stage.js';
import { ReviewRepository } from '../reviews/review.repository.js';
import { type ActivePair, AssignmentRepository } from './assignment.repository.js';
import { checkPairs } from './check-pairs.js';
import { type PlanningCall, PlanningFacts, regularSlots } from './planning-facts.js';

/** Makes assignments of a plan or of single pairs: all of them, or none and the reasons. */
@Injectable()
export class AssignmentConfirmationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly transitions: ApplicationTransitions,
    private readonly assignments: AssignmentRepository,
    private readonly reviews: ReviewRepository,
    private readonly planning: PlanningFacts,
  ) {}

  async confirm(callId: string, body: ConfirmAssignmentsRequest): Promise<AssignmentsResponse> {
    const { call: found, actor } = await this.planning.call(callId);
    this.access.require('assignment.confirm', actor, { callState: found.state });
    const call = await this.planning.lockCall(callId);
    requireReviewStage(call.state);
    const dueOn = this.dueOn(call, body.dueOn);
    return this.assign(call, body.pairs, dueOn);
  }

  /** The day a review is due: as asked for, else the review deadline of the call. Refuses a day that has passed. */
  dueOn(call: PlanningCall, asked: string | null | undefined): string | null {
    const today = calendarDay(this.uow.now);
    if (asked && asked < today) {
      throw Refusal.rule('ASSIGNMENT.DUE_IN_THE_PAST', { today }, [
        { path: 'dueOn', code: 'ASSIGNMENT.DUE_IN_THE_PAST', params: { today } },
      ]);
    }
    return asked === undefined ? (call.settings.dates.reviewEndsOn ?? null) : asked;
  }

  async assign(
    call: PlanningCall,
    pairs: ConfirmAssignmentsRequest['pairs'],
    dueOn: string | null,
  ): Promise<AssignmentsResponse> {
    const ids = [...new Set(pairs.map(({ applicationId }) => applicationId.toLowerCase()))];
    await this.assignments.lockApplications(call.id, ids);
    const reviewers = await this.assignments.reviewers(call.id);
    const active = await this.assignments.activePairs(call.id);
    const { accepted, errors } = checkPairs(pairs, {
      applications: await this.assignments.applications(call.id, ids),
      reviewers,
      conflicts: await this.assignments.conflicts(call.id),
      active,
      regularSlots: regularSlots(call.settings),
      maxLoad: call.settings.rules.maxReviewsPerReviewer,
    });
    if (errors.length > 0) throw Refusal.rule('ASSIGNMENT.NOT_POSSIBLE', { count: errors.length }, errors);

    const made = accepted.map(({ application, reviewer, slot }) => ({
      id: newId(),
      applicationId: application.id,
      reviewerId: reviewer.id,
      slot,
      application,
      reviewer,
    }));
    await this.assignments.insert(call.id, made, dueOn);
    if (made.length > 1) await this.recordPlan(call.id, reviewers, [...active, ...made.map(asPair)], made.length);
    for (const { id, applicationId, reviewerId, slot } of made) {
      await this.trail.append({
        callId: call.id,
        applicationId,
        type: 'REVIEWER_ASSIGNED',
        payload: { assignmentId: id, reviewerId, slot, dueOn },
      });
    }
    // From the first reviewer on it is in review. An application that has lost a submitted review lacks one again.
    const touched = made.map(({ applicationId }) => applicationId);
    await this.transitions.applyToThese(touched, 'start_review');
    await this.transitions.applyToThese(touched, 'reopen_review');
    const criteria = await this.reviews.criteriaCount(call.id);
    const items = made.map(({ id, application, reviewer, slot }) =>
      Object.assign(new AssignmentResponse(), {
        id,
        applicationId: application.id,
        applicationNumber: application.number,
        slot,
        reviewerId: reviewer.id,
        reviewerName: reviewer.name,
        state: 'assigned',
        reviewState: null,
        scored: null,
        criteria,
        dueOn,
        isOverdue: false,
        hasConflict: false,
        declineReason: null,
        revokeReason: null,
        reviewId: null,
      } satisfies AssignmentResponse),
    );
    return Object.assign(new AssignmentsResponse(), { items });
  }

  private async recordPlan(
    callId: string,
    reviewers: readonly { readonly id: string }[],
    pairs: readonly ActivePair[],
    assignments: number,
  ): Promise<void> {
    const loads = new Map(reviewers.map(({ id }) => [id, 0]));
    const onApplication = new Map<string, Set<string>>();
    for (const { applicationId, reviewerId } of pairs) {
      loads.set(reviewerId, (loads.get(reviewerId) ?? 0) + 1);
      onApplication.set(applicationId, (onApplication.get(applicationId) ?? new Set<string>()).add(reviewerId));
    }
    const figures = [...loads.values()];
    await this.trail.append({
      callId,
      type: 'ASSIGNMENT_PLAN_CONFIRMED',
      payload: {
        assignments,
        minLoad: Math.min(...figures),
        maxLoad: Math.max(...figures),
        connected: countComponents(onApplication.values()) <= 1,
      },
    });
  }
}

const asPair = (made: Omit<ActivePair, 'assignmentId'> & { readonly id: string }): ActivePair => ({
  assignmentId: made.id,
  applicationId: made.applicationId,
  reviewerId: made.reviewerId,
  slot: made.slot,
});
