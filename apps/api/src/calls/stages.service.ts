import {
  type Locale,
  type MissingItem,
  messageFor,
  type OverrideResponse,
  ReadinessResponse,
  type StageProgress,
  type TransitionRequest,
  TransitionResponse,
} from '@kuer/contract';
import {
  type ApplicationProgress,
  CALL_STATE_LABELS,
  type CallFacts,
  type CallState,
  callReadiness,
  decideCallTransition,
  dutiesBefore,
  type MissingDuty,
  nextCallState,
  previousCallState,
  ROLE_LABELS,
  type Role,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { CallEntity } from './call.entity.js';
import { CallsService } from './calls.service.js';
import { CatalogueService } from './catalogue.service.js';
import { OverrideRequestEntity } from './override-request.entity.js';
import { StageGates } from './stage-gates.js';

const UNTOUCHED: Omit<ApplicationProgress, 'id' | 'number' | 'state'> = {
  openCheckItems: 0,
  rejectionUnconfirmed: false,
  reviewsRequired: 0,
  reviewersAssigned: 0,
  reviewsSubmitted: 0,
  divergenceOpen: false,
  reconciliationOpen: false,
  recommendationConfirmed: false,
};

/** The stages of a call: what the next one waits for, and the step itself. */
@Injectable()
export class StagesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly calls: CallsService,
    private readonly catalogues: CatalogueService,
    private readonly gates: StageGates,
  ) {}

  async readiness(callId: string, locale: Locale): Promise<ReadinessResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('call.read', actor, { callState: call.state });
    // The list counts what others have done: reviewers and jurors do not get it (I1).
    if (!actor.roles.some((role) => role === 'coordinator' || role === 'auditor')) throw Refusal.forbidden();
    const facts = await this.factsOf(call);
    const readiness = callReadiness(facts);
    return Object.assign(new ReadinessResponse(), {
      state: call.state,
      next: readiness.to,
      ready: readiness.ready,
      missing: readiness.missing.map((duty) => itemOf(duty, locale)),
      pendingOverride: await this.pendingResponse(callId),
      progress: await this.progressOf(callId, facts),
    });
  }

  async transition(callId: string, body: TransitionRequest): Promise<TransitionResponse> {
    const call = await this.calls.lock(callId);
    const actor = await this.access.actorFor(callId);
    this.access.require('call.transition', actor, { callState: call.state });
    const facts = await this.factsOf(call);
    const pending = await this.pendingOverride(callId);
    const decision = decideCallTransition({
      from: call.state,
      to: body.to,
      actorId: this.uow.accountId,
      reason: body.reason ?? null,
      override: body.override ?? false,
      pendingOverride: pending ? { to: pending.toState, requestedBy: pending.requestedBy } : null,
      missing: body.to === nextCallState(call.state) ? dutiesBefore(body.to, facts) : [],
      isDecisionAdopted: facts.bundleAdopted,
    });
    if (!decision.ok) throw refusalOf(decision, call.state);
    const missing = dutiesBefore(body.to, facts).map((duty) => duty.code);
    switch (decision.kind) {
      case 'override_requested':
        await this.requestOverride(call, body, pending, missing);
        break;
      case 'forward_by_override':
        if (!pending) throw new Error('An override is confirmed where one was asked for');
        await this.confirmOverride(pending);
        await this.enter(call, body.to, pending.id, missing);
        break;
      case 'forward':
        if (pending) await this.discardOverride(pending);
        await this.enter(call, body.to, null, []);
        break;
      case 'back':
        if (pending) await this.discardOverride(pending);
        await this.stepBack(call, body.to, body.reason ?? '');
        break;
    }
    return Object.assign(new TransitionResponse(), {
      state: call.state,
      done: decision.kind !== 'override_requested',
      pendingOverride: await this.pendingResponse(callId),
    });
  }

  /** Everything that decides whether the call may go on, put together from what each room knows. */
  private async factsOf(call: CallEntity): Promise<CallFacts> {
    const { content } = await this.catalogues.current(call.id);
    const contributed = await this.gates.facts(call.id);
    const applications = await this.uow.query<Pick<ApplicationProgress, 'id' | 'number' | 'state'>>(
      `SELECT id, number, state FROM kuer.applications WHERE call_id = $1 ORDER BY number`,
      [call.id],
    );
    return {
      state: call.state,
      settings: call.settings,
      catalogue: content,
      members: await this.membersByRole(call.id),
      rankingKept: false,
      sessionsOpen: 0,
      motionsOpen: 0,
      bundleAdopted: false,
      adoptionGaps: [],
      decisionComplete: false,
      ...contributed.call,
      applications: applications.map((row) => ({ ...UNTOUCHED, ...contributed.applications.get(row.id), ...row })),
    };
  }

  private async membersByRole(callId: string): Promise<Partial<Record<Role, number>>> {
    const rows = await this.uow.query<{ role: Role; count: number }>(
      `SELECT role, count(*)::int AS count FROM kuer.members WHERE call_id = $1 GROUP BY role`,
      [callId],
    );
    return Object.fromEntries(rows.map(({ role, count }) => [role, count]));
  }

  private async enter(call: CallEntity, to: CallState, overrideId: string | null, missing: string[]): Promise<void> {
    const from = call.state;
    if (to === 'review') await this.catalogues.freeze(call.id);
    await this.move(call, to);
    await this.trail.append({
      callId: call.id,
      type: 'CALL_STAGE_ENTERED',
      payload: { from, to, overrideId, missing },
    });
    await this.gates.enter(call.id, to, from);
  }

  private async stepBack(call: CallEntity, to: CallState, reason: string): Promise<void> {
    const from = call.state;
    await this.move(call, to);
    await this.trail.append({ callId: call.id, type: 'CALL_STAGE_STEPPED_BACK', payload: { from, to, reason } });
  }

  private async move(call: CallEntity, to: CallState): Promise<void> {
    call.state = to;
    call.version += 1;
    call.updatedAt = this.uow.now;
    await this.uow.manager.save(CallEntity, call, { reload: false });
  }

  private async requestOverride(
    call: CallEntity,
    body: TransitionRequest,
    pending: OverrideRequestEntity | null,
    missing: string[],
  ): Promise<void> {
    if (pending) await this.discardOverride(pending);
    const id = newId();
    await this.uow.manager.insert(OverrideRequestEntity, {
      id,
      callId: call.id,
      fromState: call.state,
      toState: body.to,
      reason: body.reason ?? '',
      missing: missing as never,
      requestedBy: this.uow.accountId,
      requestedAt: this.uow.now,
      confirmedBy: null,
      confirmedAt: null,
      withdrawnAt: null,
    });
    await this.trail.append({
      callId: call.id,
      type: 'OVERRIDE_REQUESTED',
      payload: { overrideId: id, to: body.to, reason: body.reason ?? '', missing },
    });
  }

  private async confirmOverride(pending: OverrideRequestEntity): Promise<void> {
    await this.uow.manager.update(
      OverrideRequestEntity,
      { id: pending.id },
      { confirmedBy: this.uow.accountId, confirmedAt: this.uow.now },
    );
    await this.trail.append({
      callId: pending.callId,
      type: 'OVERRIDE_CONFIRMED',
      payload: { overrideId: pending.id, to: pending.toState, requestedBy: pending.requestedBy },
    });
  }

  private async discardOverride(pending: OverrideRequestEntity): Promise<void> {
    await this.uow.manager.update(OverrideRequestEntity, { id: pending.id }, { withdrawnAt: this.uow.now });
    await this.trail.append({
      callId: pending.callId,
      type: 'OVERRIDE_DISCARDED',
      payload: { overrideId: pending.id, to: pending.toState },
    });
  }

  private pendingOverride(callId: string): Promise<OverrideRequestEntity | null> {
    return this.uow.manager.findOneBy(OverrideRequestEntity, {
      callId,
      confirmedAt: IsNull(),
      withdrawnAt: IsNull(),
    });
  }

  private async pendingResponse(callId: string): Promise<OverrideResponse | null> {
    const pending = await this.pendingOverride(callId);
    if (!pending) return null;
    const [person] = await this.uow.query<{ name: string }>(
      `SELECT display_name AS name FROM kuer.accounts WHERE id = $1`,
      [pending.requestedBy],
    );
    return {
      id: pending.id,
      to: pending.toState,
      reason: pending.reason,
      requestedBy: person?.name ?? '',
      requestedAt: pending.requestedAt.toISOString(),
      isOwnRequest: pending.requestedBy === this.uow.accountId,
    };
  }

  private async progressOf(callId: string, facts: CallFacts): Promise<StageProgress> {
    const byState: Record<string, number> = {};
    for (const { state } of facts.applications) byState[state] = (byState[state] ?? 0) + 1;
    const [overdue] = await this.uow.query<{ count: number }>(
      `SELECT count(*)::int AS count
         FROM kuer.assignments s LEFT JOIN kuer.reviews r ON r.assignment_id = s.id AND r.state = 'submitted'
        WHERE s.call_id = $1 AND s.state IN ('assigned', 'accepted') AND r.id IS NULL AND s.due_on < $2::date`,
      [callId, this.uow.now],
    );
    const sum = (pick: (application: ApplicationProgress) => number) =>
      facts.applications.reduce((total, application) => total + pick(application), 0);
    return {
      applications: facts.applications.length,
      byState,
      reviewsExpected: sum((application) => application.reviewsRequired),
      reviewsSubmitted: sum((application) => application.reviewsSubmitted),
      reviewsOverdue: overdue?.count ?? 0,
      divergencesOpen: sum((application) => (application.divergenceOpen ? 1 : 0)),
    };
  }
}

/** Values of a message that are words of the procedure, in both languages. */
const wordsOf = (duty: MissingDuty) => ({
  ...duty.params,
  ...(typeof duty.params.role === 'string' ? { role: ROLE_LABELS[duty.params.role as Role] } : {}),
});

function itemOf(duty: MissingDuty, locale: Locale): MissingItem {
  return {
    code: duty.code,
    message: messageFor(duty.code, locale, wordsOf(duty)),
    applicationId: duty.applicationId,
    applicationNumber: duty.applicationNumber,
  };
}

function refusalOf(
  decision: { code: string; params: object; missing?: readonly MissingDuty[] },
  from: CallState,
): Refusal {
  const next = nextCallState(from);
  const previous = previousCallState(from);
  const params = {
    ...decision.params,
    from: CALL_STATE_LABELS[from],
    next: next ? CALL_STATE_LABELS[next] : '–',
    previous: previous ? CALL_STATE_LABELS[previous] : '–',
  };
  const errors = (decision.missing ?? []).map((duty) => ({
    path: duty.applicationNumber ?? 'call',
    code: duty.code,
    params: wordsOf(duty),
  }));
  return decision.code === 'CALL.REASON_NEEDED'
    ? Refusal.rule(decision.code, params, [{ path: 'reason', code: decision.code, params }])
    : Refusal.conflict(decision.code, params, errors);
}
