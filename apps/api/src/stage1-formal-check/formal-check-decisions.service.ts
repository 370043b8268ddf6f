import {
  FormalCheckResponse,
  FormalDecisionRequest,
  type Locale,
  ReopenFormalCheckRequest,
  statusFor,
} from '@kuer/contract';
import { APPLICATION_STATE_LABELS, decideFormalCheck, type Refused } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationAccess } from '../applications/application-access.js';
import { ApplicationTransitions } from '../applications/application-transitions.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Refusal, type RefusalDetail } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { isPendingRejection, type LastDecision } from './formal-check.repository.js';
import { FormalCheckService } from './formal-check.service.js';
import { FormalCheckReader, type FormalCheckState } from './formal-check-reader.js';

/** The formal decision: accepted by one examiner, rejected by two (I4). */
@Injectable()
export class FormalCheckDecisionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly transitions: ApplicationTransitions,
    private readonly reader: FormalCheckReader,
    private readonly checks: FormalCheckService,
  ) {}

  async decide(applicationId: string, body: FormalDecisionRequest, locale: Locale): Promise<FormalCheckResponse> {
    const state = await this.reader.read(await this.applications.lockFor('formalCheck.decide', applicationId));
    const proposed = isPendingRejection(state.lastDecision) ? state.lastDecision : null;
    const reason = body.reason?.trim() || null;
    const decision = decideFormalCheck({
      state: state.found.state,
      items: state.items,
      results: state.results,
      outcome: body.outcome,
      reason,
      examinerId: this.uow.accountId,
      proposedRejection: proposed ? { decisionId: proposed.id, decidedBy: proposed.decidedById } : null,
      today: state.today,
    });
    if (!decision.ok) throw refusalOf(decision, state);
    switch (decision.kind) {
      case 'accepted':
        await this.accept(state, reason, proposed, decision.outstandingDocuments);
        break;
      case 'rejection_proposed':
        await this.propose(state, reason ?? '', decision.failedItems);
        break;
      case 'rejection_confirmed':
        if (!proposed) throw new Error('A rejection is confirmed where one was proposed');
        await this.confirm(state, reason ?? proposed.reason ?? '', proposed);
        break;
    }
    return this.checks.respond(await this.applications.open(applicationId), locale);
  }

  /** Takes the check up again. The decision of before is history; nothing of it counts towards the next one. */
  async reopen(applicationId: string, body: ReopenFormalCheckRequest, locale: Locale): Promise<FormalCheckResponse> {
    const found = await this.applications.lockFor('formalCheck.decide', applicationId);
    await this.transitions.apply(applicationId, 'reopen_formal_check');
    await this.trail.append({
      callId: found.callId,
      applicationId,
      type: 'FORMAL_CHECK_REOPENED',
      payload: { reason: body.reason.trim() },
    });
    return this.checks.respond(await this.applications.open(applicationId), locale);
  }

  private async accept(
    { found }: FormalCheckState,
    reason: string | null,
    proposed: LastDecision | null,
    outstandingDocuments: readonly string[],
  ): Promise<void> {
    if (proposed) {
      await this.trail.append({
        callId: found.callId,
        applicationId: found.id,
        type: 'FORMAL_REJECTION_DISCARDED',
        payload: { decisionId: proposed.id },
      });
    }
    const decisionId = await this.insert(found, 'accepted', reason, null);
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'APPLICATION_FORMALLY_ACCEPTED',
      payload: { decisionId, outstandingDocuments },
    });
    await this.transitions.apply(found.id, 'accept');
  }

  private async propose({ found }: FormalCheckState, reason: string, failedItems: readonly string[]): Promise<void> {
    const decisionId = await this.insert(found, 'rejected', reason, null);
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'FORMAL_REJECTION_PROPOSED',
      payload: { decisionId, reason, failedItems },
    });
  }

  private async confirm({ found }: FormalCheckState, reason: string, proposed: LastDecision): Promise<void> {
    const decisionId = await this.insert(found, 'rejected', reason, proposed.id);
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'FORMAL_REJECTION_CONFIRMED',
      payload: { decisionId, confirmsId: proposed.id, proposedBy: proposed.decidedById },
    });
    await this.transitions.apply(found.id, 'reject');
  }

  private async insert(
    found: FormalCheckState['found'],
    outcome: 'accepted' | 'rejected',
    reason: string | null,
    confirmsId: string | null,
  ): Promise<string> {
    const id = newId();
    await this.uow.execute(
      `INSERT INTO kuer.formal_check_decisions (id, application_id, call_id, outcome, reason, decided_by, decided_at, confirms_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, found.id, found.callId, outcome, reason, this.uow.accountId, this.uow.now, confirmsId],
    );
    return id;
  }
}

function refusalOf({ code, params }: Refused, { found, items }: FormalCheckState): Refusal {
  const status = statusFor(code) ?? 422;
  if (code === 'FORMAL_CHECK.NOT_IN_CHECK')
    return new Refusal(status, code, { state: APPLICATION_STATE_LABELS[found.state] });
  if (code === 'FORMAL_CHECK.REASON_NEEDED') return new Refusal(status, code, {}, [{ path: 'reason', code }]);
  const keys = Array.isArray(params.items) ? params.items : [];
  const labels = items.filter(({ key }) => keys.includes(key));
  const ofItem = code === 'FORMAL_CHECK.ITEMS_OPEN' ? 'FORMAL_CHECK.ITEM_OPEN' : 'FORMAL_CHECK.ITEM_FAILED';
  const errors = labels.map(
    ({ key, label }): RefusalDetail => ({ path: `items.${key}`, code: ofItem, params: { label } }),
  );
  return new Refusal(status, code, { items: labels.map(({ label }) => label), count: labels.length }, errors);
}
