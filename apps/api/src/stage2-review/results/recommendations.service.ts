import {
  ConfirmRecommendationsResponse,
  type Locale,
  messageFor,
  type RecommendationRequest,
  type ResultRow,
} from '@kuer/contract';
import { checkRecommendation, type RecommendationOutcome } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { ApplicationAccess } from '../../applications/application-access.js';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import type { ReviewedApplication } from '../../calls/review-results.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { paramsOf } from './result.mapper.js';
import { ResultRepository } from './result.repository.js';
import { ResultReadingService } from './result-reading.service.js';
import { ResultsService } from './results.service.js';

interface Confirmation {
  readonly application: ReviewedApplication;
  readonly outcome: RecommendationOutcome;
  readonly comment: string | null;
}

const ACTS = { recommended: 'recommend', not_recommended: 'not_recommend' } as const;

/** What stage 2 says to the jury: derived by the rules, confirmed by a coordinator, who says why where they depart from it. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly results: ResultsService,
    private readonly repository: ResultRepository,
    private readonly reading: ResultReadingService,
  ) {}

  async confirm(id: string, body: RecommendationRequest, locale: Locale): Promise<ResultRow> {
    const found = await this.applications.openFor('recommendation.confirm', id);
    await this.applications.lock(id);
    const application = await this.reading.one(found.callId, id);
    const comment = body.comment?.trim() || null;
    requireDerivable(application, body.outcome, comment, locale);
    await this.store(found.callId, [{ application, outcome: body.outcome, comment }]);
    // The same outcome again changes its comment and nothing else.
    if (application.state !== body.outcome) await this.transitions.apply(id, ACTS[body.outcome]);
    return this.reading.row(found.callId, id, this.reading.readerFor(found.actor, found.callState, locale));
  }

  async confirmDerived(callId: string, locale: Locale): Promise<ConfirmRecommendationsResponse> {
    const actor = await this.access.actorFor(callId);
    const call = await this.repository.call(callId);
    if (!call) throw Refusal.notFound();
    // Asked of the call as a whole; applications in conflict with the caller are left out below.
    this.access.require('recommendation.confirm', actor, { callState: call.state, hasConflict: false });
    await this.lockReviewed(callId);
    const open = (await this.results.compute(callId)).filter(({ recommendation }) => recommendation.outcome === null);
    const clear: Confirmation[] = [];
    for (const application of open) {
      const outcome = application.recommendation.derived;
      if (
        application.state === 'reviewed' &&
        outcome !== null &&
        !application.isDivergenceOpen &&
        !application.isRecused
      )
        clear.push({ application, outcome, comment: null });
    }
    await this.store(callId, clear);
    for (const outcome of ['recommended', 'not_recommended'] as const) {
      const ids = clear.filter((one) => one.outcome === outcome).map(({ application }) => application.applicationId);
      if (ids.length > 0) await this.transitions.applyToThese(ids, ACTS[outcome]);
    }
    const done = new Set(clear.map(({ application }) => application.applicationId));
    return Object.assign(new ConfirmRecommendationsResponse(), {
      confirmed: clear.length,
      unconfirmed: open
        .filter(({ applicationId }) => !done.has(applicationId))
        .map((application) => {
          const code = obstacleOf(application);
          const { applicationId, number } = application;
          return { applicationId, applicationNumber: number, code, message: messageFor(code, locale, { number }) };
        }),
    });
  }

  /** Whoever opens a review again waits: what is confirmed is what was read. */
  private async lockReviewed(callId: string): Promise<void> {
    await this.uow.query(
      `SELECT 1 FROM kuer.applications WHERE call_id = $1 AND state = 'reviewed' ORDER BY number FOR UPDATE`,
      [callId],
    );
  }

  private async store(callId: string, confirmations: readonly Confirmation[]): Promise<void> {
    if (confirmations.length === 0) return;
    const rows = confirmations.map(({ application, outcome, comment }) => ({
      application_id: application.applicationId,
      derived_outcome: application.recommendation.derived,
      outcome,
      comment,
      inputs: inputsOf(application),
    }));
    await this.uow.execute(
      `INSERT INTO kuer.recommendations
         (application_id, call_id, derived_outcome, outcome, comment, inputs, confirmed_by, confirmed_at)
       SELECT n.application_id, $1, n.derived_outcome, n.outcome, n.comment, n.inputs, $3, $4
         FROM jsonb_to_recordset($2::jsonb)
           AS n (application_id uuid, derived_outcome text, outcome text, comment text, inputs jsonb)
       ON CONFLICT (application_id) DO UPDATE
         SET derived_outcome = excluded.derived_outcome, outcome = excluded.outcome, comment = excluded.comment,
             inputs = excluded.inputs, confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
             version = kuer.recommendations.version + 1`,
      [callId, JSON.stringify(rows), this.uow.accountId, this.uow.now],
    );
    for (const { application, outcome, comment } of confirmations) {
      await this.trail.append({
        callId,
        applicationId: application.applicationId,
        type: 'RECOMMENDATION_CONFIRMED',
        payload: {
          derivedOutcome: application.recommendation.derived,
          outcome,
          previousOutcome: application.recommendation.outcome,
          comment,
          total: application.total,
        },
      });
    }
  }
}

function requireDerivable(
  application: ReviewedApplication,
  outcome: RecommendationOutcome,
  comment: string | null,
  locale: Locale,
): void {
  const { derived } = application.recommendation;
  const reasons = application.eligibility?.reasons ?? [];
  const decision = checkRecommendation({ derived: { outcome: derived, reasons }, outcome, comment });
  if (decision.ok) return;
  if (decision.code === 'RECOMMENDATION.COMMENT_NEEDED') {
    throw Refusal.rule(decision.code, {}, [{ path: 'comment', code: decision.code }]);
  }
  throw Refusal.conflict(
    decision.code,
    { number: application.number },
    reasons.map(({ code, params }) => ({ path: 'outcome', code, params: paramsOf(params, locale) })),
  );
}

/** What the derived outcome rests on, kept beside it: figures, findings, and the versions of the reviews they come from. */
function inputsOf(application: ReviewedApplication): Record<string, unknown> {
  return {
    total: application.total,
    groupTotals: application.groupTotals,
    reviews: application.reviews.map(({ label, versionId, total }) => ({ label, versionId, total })),
    findings: application.eligibility?.reasons ?? [],
    divergence: application.divergence?.reasons ?? [],
  };
}

function obstacleOf(application: ReviewedApplication): string {
  if (application.isRecused) return 'RECOMMENDATION.OWN_CONFLICT';
  if (!application.isComplete) return 'RECOMMENDATION.REVIEWS_MISSING';
  if (application.reconciliation !== null && application.reconciliation.closedAt === null)
    return 'RECOMMENDATION.IN_RECONCILIATION';
  return 'RECOMMENDATION.DIVERGENCE_OPEN';
}
