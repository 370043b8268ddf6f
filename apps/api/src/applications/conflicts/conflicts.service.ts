import type {
  ConflictPage,
  ConflictQuery,
  ConflictResponse,
  CreateConflictRequest,
  LiftConflictRequest,
} from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ApplicationAccess } from '../application-access.js';
import { ConflictRepository, toConflictResponse } from './conflict.repository.js';
import { ConflictRecorder } from './conflict-recorder.js';

/** Characters in which somebody else's conflict has to be reasoned. */
const MIN_NOTE = 10;

@Injectable()
export class ConflictsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly conflicts: ConflictRepository,
    private readonly recorder: ConflictRecorder,
  ) {}

  async list(callId: string, query: ConflictQuery): Promise<ConflictPage> {
    const [call] = await this.uow.query(`SELECT 1 FROM kuer.calls WHERE id = $1`, [callId]);
    if (!call) throw Refusal.notFound();
    const actor = await this.access.actorFor(callId);
    const seesAll = this.access.may('conflict.read', actor);
    this.access.require('conflict.read', actor, { isSelf: !seesAll });
    return this.conflicts.page(callId, query, seesAll ? null : this.uow.accountId);
  }

  create(callId: string, body: CreateConflictRequest): Promise<ConflictResponse> {
    const isOwn = !body.accountId || body.accountId.toLowerCase() === this.uow.accountId;
    return isOwn ? this.declare(callId, body) : this.set(callId, body, body.accountId ?? '');
  }

  async lift(id: string, body: LiftConflictRequest): Promise<ConflictResponse> {
    const conflict = await this.conflicts.find(id);
    if (!conflict) throw Refusal.notFound();
    const actor = await this.access.actorFor(conflict.callId);
    const isOwn = conflict.accountId === this.uow.accountId;
    const hasConflict = await this.access.hasConflict(conflict.applicationId);
    // One's own conflict is refused for what it is, and not as any conflict on the application would be.
    this.access.require('conflict.lift', actor, { isSelf: isOwn, hasConflict: isOwn ? false : hasConflict });
    if (isOwn) throw Refusal.forbidden('CONFLICT.OWN_NOT_LIFTABLE');
    const lifted = await this.uow.execute(
      `UPDATE kuer.conflicts SET state = 'lifted', lifted_by = $2, lifted_at = $3, lift_reason = $4 WHERE id = $1 AND state = 'active'`,
      [id, this.uow.accountId, this.uow.now, body.reason.trim()],
    );
    if (lifted === 0) throw Refusal.conflict('CONFLICT.ALREADY_LIFTED');
    await this.trail.append({
      callId: conflict.callId,
      applicationId: conflict.applicationId,
      type: 'CONFLICT_LIFTED',
      payload: { conflictId: id, accountId: conflict.accountId, reason: body.reason.trim() },
    });
    return this.get(id);
  }

  private async declare(callId: string, body: CreateConflictRequest): Promise<ConflictResponse> {
    const found = await this.applications.open(body.applicationId);
    if (found.callId !== callId) throw Refusal.notFound();
    this.access.require('conflict.declare', found.actor);
    return this.recorded(
      await this.recorder.record({
        callId,
        applicationId: found.id,
        accountId: this.uow.accountId,
        ground: body.ground,
        note: body.note?.trim() || null,
        source: 'declared',
      }),
    );
  }

  private async set(callId: string, body: CreateConflictRequest, accountId: string): Promise<ConflictResponse> {
    const found = await this.applications.open(body.applicationId);
    if (found.callId !== callId) throw Refusal.notFound();
    this.applications.require('conflict.set', found);
    const note = body.note?.trim() ?? '';
    if (note.length < MIN_NOTE) {
      throw Refusal.rule('CONFLICT.NOTE_NEEDED', { min: MIN_NOTE }, [
        { path: 'note', code: 'CONFLICT.NOTE_NEEDED', params: { min: MIN_NOTE } },
      ]);
    }
    const [member] = await this.uow.query(`SELECT 1 FROM kuer.members WHERE call_id = $1 AND account_id = $2 LIMIT 1`, [
      callId,
      accountId,
    ]);
    if (!member) {
      throw Refusal.rule('CONFLICT.NOT_A_MEMBER', {}, [{ path: 'accountId', code: 'CONFLICT.NOT_A_MEMBER' }]);
    }
    return this.recorded(
      await this.recorder.record({
        callId,
        applicationId: found.id,
        accountId,
        ground: body.ground,
        note,
        source: 'set',
      }),
    );
  }

  private recorded(id: string | null): Promise<ConflictResponse> {
    if (id === null) throw Refusal.conflict('CONFLICT.ALREADY_RECORDED');
    return this.get(id);
  }

  private async get(id: string): Promise<ConflictResponse> {
    const row = await this.conflicts.find(id);
    if (!row) throw Refusal.notFound();
    return toConflictResponse(row);
  }
}
