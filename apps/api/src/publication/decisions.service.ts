import { type DecisionItem, DecisionResponse, type Locale } from '@kuer/contract';
import { type Actor, abilitiesOf } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import type { CallEntity } from '../calls/call.entity.js';
import { CallsService } from '../calls/calls.service.js';
import { StagesService } from '../calls/stages.service.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { DecisionEntity } from './decision.entity.js';
import { DecisionReasons } from './decision-reasons.js';

/** The decision on every application, and its publication. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly calls: CallsService,
    private readonly stages: StagesService,
    private readonly reasons: DecisionReasons,
  ) {}

  async get(callId: string, locale: Locale): Promise<DecisionResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('decision.read', actor, { callState: call.state });
    return this.toResponse(await this.latest(callId), call, actor, locale);
  }

  async publish(callId: string, locale: Locale): Promise<DecisionResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('decision.publish', actor, { callState: call.state });
    const decision = await this.latest(callId, 'lock');
    if (decision.publishedAt) throw Refusal.conflict('DECISION.ALREADY_PUBLISHED');
    if (call.state === 'decided') await this.stages.transition(callId, { to: 'published' });
    else if (call.state !== 'published') throw Refusal.conflict('DECISION.NOT_DECIDED_YET');
    decision.publishedAt = this.uow.now;
    decision.publishedBy = this.uow.accountId;
    await this.uow.manager.update(
      DecisionEntity,
      { id: decision.id },
      { publishedAt: decision.publishedAt, publishedBy: decision.publishedBy },
    );
    await this.trail.append({
      callId,
      type: 'DECISION_PUBLISHED',
      payload: { decisionId: decision.id, number: decision.number },
    });
    return this.toResponse(decision, call, actor, locale);
  }

  private async latest(callId: string, mode?: 'lock'): Promise<DecisionEntity> {
    const found = await this.uow.manager.findOne(DecisionEntity, {
      where: { callId },
      order: { number: 'DESC' },
      ...(mode ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    if (!found) throw Refusal.notFound();
    return found;
  }

  private async toResponse(
    decision: DecisionEntity,
    call: CallEntity,
    actor: Actor,
    locale: Locale,
  ): Promise<DecisionResponse> {
    const rows = await this.uow.query<Omit<DecisionItem, 'reasons'>>(
      `SELECT i.application_id AS "applicationId", a.number, c.application_id IS NULL AS "isRecused", c.title,
              c.lead_name AS "leadName", i.portfolio_group AS "portfolioGroup", i.outcome, i.reserve_rank AS "reserveRank"
         FROM kuer.decision_items i
         JOIN kuer.applications a ON a.id = i.application_id
         LEFT JOIN kuer.application_contents c ON c.application_id = i.application_id
        WHERE i.decision_id = $1
        ORDER BY CASE i.outcome WHEN 'selected' THEN 1 WHEN 'reserve' THEN 2 ELSE 3 END, i.portfolio_group,
                 i.reserve_rank NULLS FIRST, a.number`,
      [decision.id],
    );
    const reasons = await this.reasons.of(decision, locale);
    return Object.assign(new DecisionResponse(), {
      id: decision.id,
      callId: decision.callId,
      number: decision.number,
      supersedesId: decision.supersedesId,
      bundleId: decision.bundleId,
      motionId: decision.motionId,
      decidedAt: decision.decidedAt.toISOString(),
      publishedAt: decision.publishedAt?.toISOString() ?? null,
      reason: decision.reason,
      items: rows.map((row) => ({ ...row, reasons: row.isRecused ? [] : (reasons.get(row.applicationId) ?? []) })),
      abilities: decision.publishedAt ? [] : abilitiesOf(actor, ['decision.publish'], { callState: call.state }),
    });
  }
}
