import {
  type CreateSessionRequest,
  type PutAttendanceRequest,
  type QuorumDto,
  SessionResponse,
  SessionsResponse,
} from '@kuer/contract';
import {
  type Actor,
  type AttendanceState,
  abilitiesOf,
  type JuryMember as DomainMember,
  decideSessionTransition,
  quorum,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import type { CallEntity } from '../../calls/call.entity.js';
import { CallsService } from '../../calls/calls.service.js';
import { Refusal } from '../../http/refusal.js';
import { lockRow } from '../../persistence/lock-row.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { JuryMembers } from '../jury-members.js';
import { MotionEntity } from '../motions/motion.entity.js';
import { AttendanceEntity, type AttendanceStatus, SessionEntity } from './session.entity.js';

const SESSION_ACTIONS = ['session.chair', 'session.recordAttendance', 'motion.put', 'motion.chair'] as const;

/** Sessions of the jury: planned, opened and closed by the chair; who is present decides the quorum. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly calls: CallsService,
    private readonly jury: JuryMembers,
  ) {}

  async list(callId: string): Promise<SessionsResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('session.read', actor, { callState: call.state });
    const sessions = await this.uow.manager.find(SessionEntity, { where: { callId }, order: { createdAt: 'ASC' } });
    const items: SessionResponse[] = [];
    for (const session of sessions) items.push(await this.toResponse(session, call, actor));
    return Object.assign(new SessionsResponse(), { items });
  }

  async create(callId: string, body: CreateSessionRequest): Promise<SessionResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('session.create', actor, { callState: call.state });
    const startsAt = body.startsAt ? new Date(body.startsAt) : null;
    if (startsAt && startsAt < this.uow.now) {
      throw Refusal.rule('SESSION.START_IN_THE_PAST', {}, [{ path: 'startsAt', code: 'SESSION.START_IN_THE_PAST' }]);
    }
    const session = this.uow.manager.create(SessionEntity, {
      id: newId(),
      callId,
      title: body.title.trim(),
      startsAt,
      location: body.location?.trim() || null,
      agenda: body.agenda ?? [],
      state: 'planned',
      createdBy: this.uow.accountId,
      createdAt: this.uow.now,
      openedBy: null,
      openedAt: null,
      closedBy: null,
      closedAt: null,
      version: 0,
    });
    await this.uow.manager.insert(SessionEntity, session);
    await this.trail.append({
      callId,
      type: 'SESSION_CREATED',
      payload: { sessionId: session.id, title: session.title, startsAt: startsAt?.toISOString() ?? null },
    });
    return this.toResponse(session, call, actor);
  }

  async get(id: string): Promise<SessionResponse> {
    const { session, call, actor } = await this.find(id);
    this.access.require('session.read', actor, { callState: call.state });
    return this.toResponse(session, call, actor);
  }

  async open(id: string): Promise<SessionResponse> {
    const { session, call, actor } = await this.find(id, 'lock');
    this.access.require('session.chair', actor, { callState: call.state });
    if (call.state !== 'jury') throw Refusal.conflict('SESSION.CALL_NOT_IN_JURY_STAGE');
    this.step(session, 'open', 0);
    session.openedBy = this.uow.accountId;
    session.openedAt = this.uow.now;
    await this.save(session);
    const attendance = await this.attendance(session);
    const present = [...attendance.values()].filter((status) => status === 'present').length;
    await this.trail.append({
      callId: call.id,
      type: 'SESSION_OPENED',
      payload: { sessionId: id, members: (await this.jury.of(call.id)).length, present },
    });
    return this.toResponse(session, call, actor);
  }

  async close(id: string): Promise<SessionResponse> {
    const { session, call, actor } = await this.find(id, 'lock');
    this.access.require('session.chair', actor, { callState: call.state });
    this.step(session, 'close', await this.uow.manager.countBy(MotionEntity, { sessionId: id, state: 'open' }));
    session.closedBy = this.uow.accountId;
    session.closedAt = this.uow.now;
    await this.save(session);
    const motions = await this.uow.manager.countBy(MotionEntity, { sessionId: id });
    await this.trail.append({ callId: call.id, type: 'SESSION_CLOSED', payload: { sessionId: id, motions } });
    return this.toResponse(session, call, actor);
  }

  async putAttendance(id: string, body: PutAttendanceRequest): Promise<SessionResponse> {
    const { session, call, actor } = await this.find(id, 'lock');
    this.access.require('session.recordAttendance', actor, { callState: call.state });
    if (session.state === 'closed') throw Refusal.conflict('SESSION.CLOSED');
    const members = new Set((await this.jury.of(call.id)).map((member) => member.accountId));
    const errors = body.attendance.flatMap((entry, index) =>
      members.has(entry.accountId)
        ? []
        : [{ path: `attendance.${index}.accountId`, code: 'SESSION.NO_MEMBER_OF_THE_JURY' }],
    );
    if (errors.length > 0) throw Refusal.rule('SESSION.NO_MEMBER_OF_THE_JURY', {}, errors);
    for (const { accountId, status } of body.attendance) await this.record(session, accountId, status, null);
    return this.toResponse(session, call, actor);
  }

  /** The session with its call and the caller in it; 404 for those who have no part in it. */
  async find(id: string, mode?: 'lock'): Promise<{ session: SessionEntity; call: CallEntity; actor: Actor }> {
    const session = mode
      ? await lockRow(this.uow, SessionEntity, id)
      : await this.uow.manager.findOneBy(SessionEntity, { id });
    if (!session) throw Refusal.notFound();
    return { session, ...(await this.calls.find(session.callId)) };
  }

  /** Where each member of the jury is; without a record: invited. */
  async attendance(session: SessionEntity): Promise<Map<string, AttendanceStatus>> {
    const rows = await this.uow.manager.findBy(AttendanceEntity, { sessionId: session.id });
    return new Map(rows.map((row) => [row.accountId, row.status]));
  }

  /** The members as the rules see them: where they are, and whether they are recused from what is at hand. */
  async membersOf(session: SessionEntity, recused: ReadonlySet<string> = new Set()): Promise<DomainMember[]> {
    const attendance = await this.attendance(session);
    return (await this.jury.of(session.callId)).map(({ accountId }) => {
      const status = attendance.get(accountId) ?? 'invited';
      return { accountId, attendance: status === 'invited' ? null : status, isRecused: recused.has(accountId) };
    });
  }

  /** Quorum of the session, or of one item of it: the recused count neither as members nor as present. */
  async quorumOf(session: SessionEntity, call: CallEntity, recused?: ReadonlySet<string>): Promise<QuorumDto> {
    return quorum(await this.membersOf(session, recused), call.settings.rules.quorumShare);
  }

  /** Records where a member is; the chair's and the office's business, and the system's when somebody is recused. */
  async record(
    session: SessionEntity,
    accountId: string,
    status: AttendanceState,
    motionId: string | null,
  ): Promise<void> {
    const was = (await this.attendance(session)).get(accountId) ?? 'invited';
    if (was === status) return;
    await this.uow.execute(
      `INSERT INTO kuer.session_attendance (session_id, account_id, call_id, status, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (session_id, account_id) DO UPDATE SET status = $4, recorded_by = $5, recorded_at = $6`,
      [session.id, accountId, session.callId, status, this.uow.accountId, this.uow.now],
    );
    await this.recordStep(session, accountId, was, status, motionId);
  }

  private step(session: SessionEntity, act: 'open' | 'close', openMotions: number): void {
    const decision = decideSessionTransition({ from: session.state, act, openMotions });
    if (!decision.ok) throw Refusal.conflict(decision.code, decision.params);
    session.state = decision.to;
  }

  private async save(session: SessionEntity): Promise<void> {
    session.version += 1;
    await this.uow.manager.save(SessionEntity, session, { reload: false });
  }

  private async recordStep(
    session: SessionEntity,
    accountId: string,
    was: AttendanceStatus,
    is: AttendanceState,
    motionId: string | null,
  ): Promise<void> {
    const { id: sessionId, callId } = session;
    if (is === 'left_room') {
      await this.trail.append({ callId, type: 'MEMBER_LEFT_ROOM', payload: { sessionId, accountId, motionId } });
    } else if (was === 'left_room' && is === 'present') {
      await this.trail.append({ callId, type: 'MEMBER_RETURNED', payload: { sessionId, accountId, motionId } });
    } else {
      const from = was === 'invited' ? null : was;
      await this.trail.append({
        callId,
        type: 'ATTENDANCE_RECORDED',
        payload: { sessionId, accountId, from, to: is },
      });
    }
  }

  private async toResponse(session: SessionEntity, call: CallEntity, actor: Actor): Promise<SessionResponse> {
    const attendance = await this.attendance(session);
    return Object.assign(new SessionResponse(), {
      id: session.id,
      callId: session.callId,
      title: session.title,
      state: session.state,
      startsAt: session.startsAt?.toISOString() ?? null,
      location: session.location,
      agenda: session.agenda,
      attendance: (await this.jury.of(call.id)).map((member) => ({
        ...member,
        status: attendance.get(member.accountId) ?? 'invited',
      })),
      quorum: await this.quorumOf(session, call),
      openedAt: session.openedAt?.toISOString() ?? null,
      closedAt: session.closedAt?.toISOString() ?? null,
      version: session.version,
      abilities: abilitiesOf(actor, SESSION_ACTIONS, { callState: call.state, hasConflict: false }),
    });
  }
}
