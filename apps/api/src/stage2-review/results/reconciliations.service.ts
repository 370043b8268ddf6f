import type { CloseReconciliationRequest, Locale, ReconciliationRequest, ResultRow } from '@kuer/contract';
import type { ReconciliationOutcome } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationAccess, type ApplicationCase } from '../../applications/application-access.js';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import type { ReviewedApplication } from '../../calls/review-results.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { requireReviewStage } from '../review-stage.js';
import { ResultReadingService } from './result-reading.service.js';

/** Divergent reviews are talked over: their authors read each other's and may amend their own, until it is closed. */
@Injectable()
export class ReconciliationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly reading: ResultReadingService,
  ) {}

  async open(id: string, body: ReconciliationRequest, locale: Locale): Promise<ResultRow> {
    const { found, application } = await this.lock(id, 'reconciliation.open');
    if (openOne(application)) throw Refusal.conflict('RECONCILIATION.ALREADY_OPEN', { number: found.number });
    await this.requireDivergent(found.callId, application);
    const reconciliationId = newId();
    const reason = body.reason.trim();
    await this.uow.execute(
      `INSERT INTO kuer.reconciliations (id, application_id, call_id, reason, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [reconciliationId, id, found.callId, reason, this.uow.accountId, this.uow.now],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId: id,
      type: 'RECONCILIATION_OPENED',
      payload: { reconciliationId, reason },
    });
    await this.transitions.apply(id, 'open_reconciliation');
    return this.row(found, locale);
  }

  async close(id: string, body: CloseReconciliationRequest, locale: Locale): Promise<ResultRow> {
    const { found, application } = await this.lock(id, 'reconciliation.open');
    await this.end(found, application, body.outcome.trim(), null);
    await this.transitions.apply(id, 'close_reconciliation');
    return this.row(found, locale);
  }

  /** The application with its results, its row locked; refuses outside of the review stage. */
  async lock(
    id: string,
    action: 'reconciliation.open' | 'thirdReview.order',
  ): Promise<{ found: ApplicationCase; application: ReviewedApplication }> {
    await this.applications.openFor(action, id);
    await this.applications.lock(id);
    const found = await this.applications.openFor(action, id);
    requireReviewStage(found.callState);
    return { found, application: await this.reading.one(found.callId, id) };
  }

  /** Refuses unless all reviews are submitted and a divergence is flagged; puts the figures the act rests on into the trail. */
  async requireDivergent(callId: string, application: ReviewedApplication): Promise<void> {
    const { divergence, applicationId, number } = application;
    if (!application.isComplete || divergence === null) {
      throw Refusal.conflict('RECONCILIATION.REVIEWS_INCOMPLETE', { number });
    }
    if (!divergence.flagged) throw Refusal.conflict('RECONCILIATION.NO_DIVERGENCE', { number });
    await this.trail.append({
      callId,
      applicationId,
      type: 'DIVERGENCE_FLAGGED',
      payload: {
        points: divergence.points,
        levels: divergence.levels,
        verdictsDiffer: divergence.verdictsDiffer,
        reasons: divergence.reasons.map(({ code }) => code),
      },
    });
  }

  /** Closes the open reconciliation; how it ended is seen from whether a review was amended, unless a third one was ordered. */
  async end(
    found: ApplicationCase,
    application: ReviewedApplication,
    statement: string,
    ending: ReconciliationOutcome | null,
  ): Promise<void> {
    const reconciliation = openOne(application);
    if (!reconciliation) throw Refusal.conflict('RECONCILIATION.NOT_OPEN', { number: found.number });
    if (application.reviews.some(({ isReopened }) => isReopened)) {
      throw Refusal.conflict('RECONCILIATION.AMENDMENT_IN_PROGRESS', { number: found.number });
    }
    const isAmended = application.reviews.some(({ submittedAt }) => submittedAt > reconciliation.openedAt);
    const outcome = ending ?? (isAmended ? 'amended' : 'upheld');
    await this.uow.execute(
      `UPDATE kuer.reconciliations SET closed_by = $2, closed_at = $3, outcome = $4, comment = $5 WHERE id = $1`,
      [reconciliation.id, this.uow.accountId, this.uow.now, outcome, statement],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'RECONCILIATION_CLOSED',
      payload: { reconciliationId: reconciliation.id, outcome, statement },
    });
  }

  private row(found: ApplicationCase, locale: Locale): Promise<ResultRow> {
    return this.reading.row(found.callId, found.id, this.reading.readerFor(found.actor, found.callState, locale));
  }
}

export function openOne({ reconciliation }: ReviewedApplication): ReviewedApplication['reconciliation'] {
  return reconciliation !== null && reconciliation.closedAt === null ? reconciliation : null;
}
