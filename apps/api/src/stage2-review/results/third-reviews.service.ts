import type { AssignmentResponse, ThirdReviewRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import type { ApplicationCase } from '../../applications/application-access.js';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { AssignmentConfirmationService } from '../assignments/assignment-confirmation.service.js';
import { openOne, ReconciliationsService } from './reconciliations.service.js';

/** A third review is one more row: slot 3, letter C, counted in the mean like the others. */
@Injectable()
export class ThirdReviewsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly transitions: ApplicationTransitions,
    private readonly reconciliations: ReconciliationsService,
    private readonly confirmations: AssignmentConfirmationService,
  ) {}

  async order(id: string, body: ThirdReviewRequest): Promise<AssignmentResponse> {
    const { found, application } = await this.reconciliations.lock(id, 'thirdReview.order');
    if (application.thirdReview !== 'none') {
      throw Refusal.conflict('THIRD_REVIEW.ALREADY_ORDERED', { number: found.number });
    }
    await this.reconciliations.requireDivergent(found.callId, application);
    const reason = body.reason.trim();
    // The third reviewer must read nobody else's review (I1), so an open reconciliation ends with the order.
    if (openOne(application)) await this.reconciliations.end(found, application, reason, 'third_review');
    await this.uow.execute(
      `INSERT INTO kuer.third_review_orders (application_id, call_id, reason, ordered_by, ordered_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [id, found.callId, reason, this.uow.accountId, this.uow.now],
    );
    await this.transitions.apply(id, 'order_third_review');
    const assignment = await this.assign(found, body);
    await this.trail.append({
      callId: found.callId,
      applicationId: id,
      type: 'THIRD_REVIEW_ORDERED',
      payload: { assignmentId: assignment.id, reviewerId: assignment.reviewerId, reason },
    });
    return assignment;
  }

  private async assign(found: ApplicationCase, body: ThirdReviewRequest): Promise<AssignmentResponse> {
    const call = { id: found.callId, state: found.callState, settings: found.settings };
    const pair = { applicationId: found.id, reviewerId: body.reviewerId, slot: 3 };
    try {
      const { items } = await this.confirmations.assign(call, [pair], this.confirmations.dueOn(call, body.dueOn));
      const [assignment] = items;
      if (!assignment) throw new Error('One pair makes one assignment');
      return assignment;
    } catch (error) {
      throw error instanceof Refusal ? ofThisRequest(error) : error;
    }
  }
}

/** The same refusal, its places named as this request has them. */
function ofThisRequest(refusal: Refusal): Refusal {
  const errors = refusal.errors.map((detail) => ({ ...detail, path: detail.path.replace(/^pairs\.0\.?/, '') }));
  return new Refusal(refusal.status, refusal.code, refusal.params, errors, refusal.extras);
}
