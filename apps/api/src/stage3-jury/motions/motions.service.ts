import {
  type CloseMotionRequest,
  type MotionResponse,
  type MotionResult,
  MotionsResponse,
  type PutMotionRequest,
} from '@kuer/contract';
import {
  decideMotionTransition,
  type ElectorateStatus,
  electorateStatus,
  motionResult,
  needsChairDecision,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { ElectorateEntity, MotionEntity } from './motion.entity.js';
import { type MotionCase, MotionReader } from './motion-reader.js';

/** Motions: put by members, opened and closed by the chair; closing computes the result from the votes, once and for all. */
@Injectable()
export class MotionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly sessions: SessionsService,
    private readonly reader: MotionReader,
  ) {}

  async list(sessionId: string): Promise<MotionsResponse> {
    const { session, call, actor } = await this.sessions.find(sessionId);
    this.access.require('motion.read', actor, { callState: call.state });
    const motions = await this.uow.manager.find(MotionEntity, { where: { sessionId }, order: { number: 'ASC' } });
    const items: MotionResponse[] = [];
    for (const motion of motions) items.push(await this.reader.toResponse({ motion, session, call, actor }));
    return Object.assign(new MotionsResponse(), { items });
  }

  async put(sessionId: string, body: PutMotionRequest): Promise<MotionResponse> {
    const { session, call, actor } = await this.sessions.find(sessionId);
    this.access.require('motion.put', actor, {
      callState: call.state,
      hasConflict: await this.isInConflict(body.applicationId, body.otherApplicationId),
    });
    if (session.state === 'closed') throw Refusal.conflict('SESSION.CLOSED');
    await this.requireSubject(call.id, body);
    await this.lockNumbers(sessionId);
    const { rules } = call.settings;
    const motion = this.uow.manager.create(MotionEntity, {
      id: newId(),
      sessionId,
      callId: call.id,
      number: (await this.uow.manager.countBy(MotionEntity, { sessionId })) + 1,
      kind: body.kind,
      text: body.text.trim(),
      bundleId: body.bundleId ?? null,
      applicationId: body.applicationId ?? null,
      otherApplicationId: body.otherApplicationId ?? null,
      ballot: body.ballot ?? rules.ballot,
      majority: body.majority ?? rules.majority,
      tieRule: rules.tieRule,
      state: 'put',
      putBy: this.uow.accountId,
      putAt: this.uow.now,
      version: 0,
    });
    await this.uow.manager.insert(MotionEntity, motion as never);
    await this.trail.append({
      callId: call.id,
      applicationId: motion.applicationId,
      type: 'MOTION_PUT',
      payload: {
        motionId: motion.id,
        sessionId,
        number: motion.number,
        kind: motion.kind,
        text: motion.text,
        bundleId: motion.bundleId,
        otherApplicationId: motion.otherApplicationId,
      },
    });
    return this.reader.toResponse({ motion, session, call, actor });
  }

  async get(id: string): Promise<MotionResponse> {
    const found = await this.reader.find(id);
    this.access.require('motion.read', found.actor, { callState: found.call.state });
    return this.reader.toResponse(found);
  }

  async open(id: string): Promise<MotionResponse> {
    const found = await this.reader.find(id, 'lock');
    const { motion, session, call, actor } = found;
    this.access.require('motion.chair', actor, { callState: call.state });
    await this.step(found, 'open');
    const electorate = await this.electorateFor(found);
    for (const [accountId, status] of electorate) {
      await this.uow.manager.insert(ElectorateEntity, { motionId: id, accountId, callId: call.id, status });
    }
    motion.openedBy = this.uow.accountId;
    motion.openedAt = this.uow.now;
    await this.save(motion);
    const having = (wanted: ElectorateStatus) =>
      [...electorate].filter(([, status]) => status === wanted).map(([accountId]) => accountId);
    const recused = having('recused');
    // Abstaining is not enough: who is recused is outside while it is deliberated and decided (VwVfG § 20 (4)).
    const attendance = await this.sessions.attendance(session);
    for (const accountId of recused) {
      if (attendance.get(accountId) === 'present') await this.sessions.record(session, accountId, 'left_room', id);
    }
    const { required } = await this.sessions.quorumOf(session, call, new Set(recused));
    await this.trail.append({
      callId: call.id,
      applicationId: motion.applicationId,
      type: 'MOTION_OPENED',
      payload: {
        motionId: id,
        ballot: motion.ballot,
        majority: motion.majority,
        eligible: having('eligible'),
        recused,
        absent: having('absent'),
        required,
      },
    });
    return this.reader.toResponse(found);
  }

  async close(id: string, body: CloseMotionRequest): Promise<MotionResponse> {
    const found = await this.reader.find(id, 'lock');
    const { motion, session, call, actor } = found;
    this.access.require('motion.chair', actor, { callState: call.state });
    await this.step(found, 'close');
    motion.closedBy = this.uow.accountId;
    motion.closedAt = this.uow.now;
    // The votes open to nobody before the motion is closed, the chair included: close first, count then.
    await this.save(motion);
    const [tally] = await this.uow.query<{ yes: number; no: number; abstain: number }>(
      `SELECT yes, no, abstain FROM kuer.motion_tally($1)`,
      [id],
    );
    if (!tally) throw new Error('A closed motion has a count');
    const electorate = await this.uow.manager.findBy(ElectorateEntity, { motionId: id });
    const recused = electorate.filter(({ status }) => status === 'recused').map(({ accountId }) => accountId);
    const quorum = await this.sessions.quorumOf(session, call, new Set(recused));
    if (quorum.isQuorate && needsChairDecision(tally, motion.majority, motion.tieRule) && !body.chairDecision) {
      throw Refusal.rule('MOTION.CHAIR_DECISION_NEEDED', {}, [
        { path: 'chairDecision', code: 'MOTION.CHAIR_DECISION_NEEDED' },
      ]);
    }
    const decided = motionResult({
      votes: tally,
      isQuorate: quorum.isQuorate,
      majority: motion.majority,
      tieRule: motion.tieRule,
      chairChoice: body.chairDecision === 'adopted' ? 'yes' : null,
    });
    const result: MotionResult = {
      ...tally,
      eligible: electorate.filter(({ status }) => status === 'eligible').length,
      quorum,
      outcome: decided.outcome,
      wasTied: decided.wasTied,
    };
    Object.assign(motion, {
      outcome: decided.outcome,
      yesCount: tally.yes,
      noCount: tally.no,
      abstainCount: tally.abstain,
      result,
    });
    await this.save(motion);
    await this.trail.append({
      callId: call.id,
      applicationId: motion.applicationId,
      type: 'MOTION_CLOSED',
      payload: { motionId: id, ...tally, outcome: decided.outcome, decidedBy: decided.decidedBy },
    });
    const attendance = await this.sessions.attendance(session);
    for (const accountId of recused) {
      if (attendance.get(accountId) === 'left_room') await this.sessions.record(session, accountId, 'present', id);
    }
    return this.reader.toResponse(found);
  }

  /** Who may vote once the motion is open: present and not recused. Late comers are absent from it. */
  private async electorateFor({ motion, session }: MotionCase): Promise<Map<string, ElectorateStatus>> {
    const members = await this.sessions.membersOf(session, await this.reader.recusedFrom(motion, session.callId));
    return new Map(members.map((member) => [member.accountId, electorateStatus(member)]));
  }

  private async step({ motion, session }: MotionCase, act: 'open' | 'close'): Promise<void> {
    const open = await this.uow.manager.countBy(MotionEntity, { sessionId: session.id, state: 'open' });
    const decision = decideMotionTransition({
      from: motion.state,
      act,
      sessionState: session.state,
      otherOpenMotions: open - (motion.state === 'open' ? 1 : 0),
    });
    if (!decision.ok) throw Refusal.conflict(decision.code, decision.params);
    motion.state = decision.to;
  }

  private async save(motion: MotionEntity): Promise<void> {
    motion.version += 1;
    await this.uow.manager.save(MotionEntity, motion, { reload: false });
  }

  private async isInConflict(...applicationIds: (string | null | undefined)[]): Promise<boolean> {
    for (const id of applicationIds) if (id && (await this.access.hasConflict(id))) return true;
    return false;
  }

  /** Motions of a session are numbered one after the other. Members put motions who may not change the session, so that its row cannot be locked. */
  private async lockNumbers(sessionId: string): Promise<void> {
    await this.uow.query(`SELECT pg_advisory_xact_lock(hashtextextended('kuer.motions ' || $1::text, 0))`, [sessionId]);
  }

  /** What the motion is about must be there, and belong to the call. */
  private async requireSubject(callId: string, body: PutMotionRequest): Promise<void> {
    const missing = (path: string) =>
      Refusal.rule('MOTION.SUBJECT_MISSING', {}, [{ path, code: 'MOTION.SUBJECT_MISSING' }]);
    const needsApplication = body.kind === 'take_in' || body.kind === 'leave_out' || body.kind === 'prefer';
    if (needsApplication && !body.applicationId) throw missing('applicationId');
    if (body.kind === 'prefer' && !body.otherApplicationId) throw missing('otherApplicationId');
    if (body.kind === 'adopt_bundle' && !body.bundleId) throw missing('bundleId');
    for (const [path, id] of [
      ['applicationId', body.applicationId],
      ['otherApplicationId', body.otherApplicationId],
    ] as const) {
      if (id && !(await this.isThere('applications', id, callId))) throw missing(path);
    }
    if (body.bundleId && !(await this.isThere('bundles', body.bundleId, callId))) throw missing('bundleId');
  }

  private async isThere(table: 'applications' | 'bundles', id: string, callId: string): Promise<boolean> {
    const rows = await this.uow.query(`SELECT 1 FROM kuer.${table} WHERE id = $1 AND call_id = $2`, [id, callId]);
    return rows.length > 0;
  }
}
