import type { AssignmentResponse, MyAssignmentResponse, ReasonRequest } from '@kuer/contract';
import { type AssignmentAct, decideAssignmentTransition, REVIEW_LABELS, type ReviewState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { requireReviewStage } from '../review-stage.js';
import { ReviewRepository } from '../reviews/review.repository.js';
import { AssignmentRepository, type AssignmentRow } from './assignment.repository.js';
import { ASSIGNMENT_ACT_LABELS, ASSIGNMENT_STATE_LABELS } from './assignment-labels.js';
import { AssignmentListService } from './assignment-list.service.js';
import { MyAssignmentsService } from './my-assignments.service.js';

/** What becomes of an assignment: the reviewer accepts or declines it, the coordinator takes it back. */
@Injectable()
export class AssignmentResponsesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly transitions: ApplicationTransitions,
    private readonly assignments: AssignmentRepository,
    private readonly reviews: ReviewRepository,
    private readonly mine: MyAssignmentsService,
    private readonly lists: AssignmentListService,
  ) {}

  async accept(id: string): Promise<MyAssignmentResponse> {
    const assignment = await this.lockOwn(id);
    this.decide(assignment, 'accept', null, null);
    if (!(await this.hasDeniedConflict(assignment.applicationId))) {
      throw Refusal.conflict('ASSIGNMENT.CONFLICT_QUESTION_OPEN', { number: assignment.applicationNumber });
    }
    await this.assignments.accept(id);
    await this.trail.append({
      callId: assignment.callId,
      applicationId: assignment.applicationId,
      type: 'ASSIGNMENT_ACCEPTED',
      payload: { assignmentId: id, reviewerId: assignment.reviewerId },
    });
    await this.startReview(assignment);
    return this.mine.byId(id);
  }

  async decline(id: string, body: ReasonRequest): Promise<MyAssignmentResponse> {
    const assignment = await this.lockOwn(id);
    const review = await this.assignments.reviewOf(id);
    // A review that was reopened has been submitted before, and stays with the person who wrote it.
    this.decide(assignment, 'decline', review?.wasSubmitted ? 'submitted' : (review?.state ?? null), body.reason);
    const reason = body.reason.trim();
    await this.assignments.decline(id, reason);
    await this.trail.append({
      callId: assignment.callId,
      applicationId: assignment.applicationId,
      type: 'ASSIGNMENT_DECLINED',
      payload: { assignmentId: id, reviewerId: assignment.reviewerId, reason },
    });
    return this.mine.byId(id);
  }

  async revoke(id: string, body: ReasonRequest): Promise<AssignmentResponse> {
    const assignment = await this.lock(id);
    const actor = await this.access.actorFor(assignment.callId);
    this.access.require('assignment.revoke', actor, {
      callState: assignment.callState,
      isOwn: assignment.reviewerId === this.uow.accountId,
      hasConflict: assignment.hasConflict,
    });
    this.decide(assignment, 'revoke', null, body.reason);
    if (assignment.applicationState === 'in_reconciliation') {
      throw Refusal.conflict('ASSIGNMENT.RECONCILIATION_OPEN', { number: assignment.applicationNumber });
    }
    const reason = body.reason.trim();
    await this.assignments.revoke(id, reason);
    await this.trail.append({
      callId: assignment.callId,
      applicationId: assignment.applicationId,
      type: 'ASSIGNMENT_REVOKED',
      payload: { assignmentId: id, reviewerId: assignment.reviewerId, reason },
    });
    // A review that had been submitted counts no more: the application lacks one again.
    await this.transitions.applyToThese([assignment.applicationId], 'reopen_review');
    const [response] = await this.lists.byIds(assignment.callId, [id]);
    if (!response) throw new Error('The revoked assignment is not to be found');
    return response;
  }

  /** The caller's own assignment; 404 for one that is somebody else's, and one of a withdrawn application is over. */
  private async lockOwn(id: string): Promise<AssignmentRow> {
    const assignment = await this.lock(id);
    const actor = await this.access.actorFor(assignment.callId);
    this.access.require('assignment.respond', actor, {
      callState: assignment.callState,
      isOwn: assignment.reviewerId === this.uow.accountId,
      hasConflict: assignment.hasConflict,
    });
    return assignment;
  }

  private async lock(id: string): Promise<AssignmentRow> {
    const assignment = await this.assignments.lock(id);
    if (!assignment) throw Refusal.notFound();
    return assignment;
  }

  private decide(
    assignment: AssignmentRow,
    act: AssignmentAct,
    reviewState: ReviewState | null,
    reason: string | null,
  ) {
    requireReviewStage(assignment.callState);
    const decision = decideAssignmentTransition({ from: assignment.state, act, reviewState, reason });
    if (decision.ok) return;
    const params = { state: ASSIGNMENT_STATE_LABELS[assignment.state], act: ASSIGNMENT_ACT_LABELS[act] };
    throw decision.code === 'ASSIGNMENT.REASON_NEEDED'
      ? Refusal.rule(decision.code, params)
      : Refusal.conflict(decision.code, params);
  }

  private async hasDeniedConflict(applicationId: string): Promise<boolean> {
    const rows = await this.uow.query(
      `SELECT 1 FROM kuer.conflict_statements WHERE application_id = $1 AND account_id = $2 AND NOT has_conflict`,
      [applicationId, this.uow.accountId],
    );
    return rows.length > 0;
  }

  private async startReview(assignment: AssignmentRow): Promise<void> {
    const catalogueId = await this.reviews.frozenCatalogueId(assignment.callId);
    if (!catalogueId) throw Refusal.conflict('REVIEW.CATALOGUE_NOT_FROZEN');
    const label = REVIEW_LABELS[assignment.slot - 1];
    if (!label) throw new Error(`No letter for slot ${assignment.slot}`);
    const reviewId = newId();
    await this.reviews.start({ id: reviewId, versionId: newId(), catalogueId, label, assignment });
    await this.trail.append({
      callId: assignment.callId,
      applicationId: assignment.applicationId,
      type: 'REVIEW_STARTED',
      payload: { reviewId, assignmentId: assignment.id, label },
    });
  }
}
