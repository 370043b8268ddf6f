import { ConflictStatementRequest, ConflictStatementResponse } from '@kuer/contract';
import type { ConflictGround } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ApplicationAccess } from '../application-access.js';
import { ConflictStatementEntity } from './conflict.entity.js';
import { ConflictRepository, toConflictResponse } from './conflict.repository.js';
import { ConflictRecorder } from './conflict-recorder.js';

/** The conflict question of reviewers and jurors: asked before anything else of an application is shown. */
@Injectable()
export class ConflictStatementsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly conflicts: ConflictRepository,
    private readonly recorder: ConflictRecorder,
  ) {}

  async get(applicationId: string): Promise<ConflictStatementResponse> {
    const statement = await this.statementOn(applicationId);
    const callId = statement?.callId ?? (await this.applications.open(applicationId)).callId;
    this.access.require('conflict.declare', await this.access.actorFor(callId));
    return this.toResponse(applicationId, statement);
  }

  async state(applicationId: string, body: ConflictStatementRequest): Promise<ConflictStatementResponse> {
    const earlier = await this.statementOn(applicationId);
    const callId = earlier?.callId ?? (await this.applications.open(applicationId)).callId;
    this.access.require('conflict.declare', await this.access.actorFor(callId));
    const ground = groundOf(body);
    if (earlier?.hasConflict && !body.hasConflict) throw Refusal.conflict('CONFLICT.STATEMENT_STANDS');
    // The same answer again changes nothing: a second click is no second statement.
    if (earlier && earlier.hasConflict === body.hasConflict) return this.toResponse(applicationId, earlier);
    const { accountId, now } = this.uow;
    await this.uow.execute(
      `INSERT INTO kuer.conflict_statements (application_id, call_id, account_id, has_conflict, stated_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (application_id, account_id) DO UPDATE SET has_conflict = excluded.has_conflict, stated_at = excluded.stated_at`,
      [applicationId, callId, accountId, body.hasConflict, now],
    );
    await this.trail.append({
      callId,
      applicationId,
      type: 'CONFLICT_STATEMENT_GIVEN',
      payload: { accountId, hasConflict: body.hasConflict },
    });
    if (ground !== null) {
      await this.recorder.record({
        callId,
        applicationId,
        accountId,
        ground,
        note: body.note?.trim() || null,
        source: 'declared',
      });
    }
    return this.toResponse(applicationId, await this.statementOn(applicationId));
  }

  private statementOn(applicationId: string): Promise<ConflictStatementEntity | null> {
    return this.uow.manager.findOneBy(ConflictStatementEntity, { applicationId, accountId: this.uow.accountId });
  }

  private async toResponse(
    applicationId: string,
    statement: ConflictStatementEntity | null,
  ): Promise<ConflictStatementResponse> {
    const conflict = statement?.hasConflict ? await this.conflicts.latestOf(applicationId, this.uow.accountId) : null;
    return Object.assign(new ConflictStatementResponse(), {
      applicationId,
      hasConflict: statement?.hasConflict ?? null,
      statedAt: statement?.statedAt.toISOString() ?? null,
      conflict: conflict ? toConflictResponse(conflict) : null,
    });
  }
}

/** The ground that a "yes" names; null for a "no". */
function groundOf({ hasConflict, ground }: ConflictStatementRequest): ConflictGround | null {
  if (hasConflict && !ground) {
    throw Refusal.rule('CONFLICT.GROUND_NEEDED', {}, [{ path: 'ground', code: 'CONFLICT.GROUND_NEEDED' }]);
  }
  if (!hasConflict && ground) {
    throw Refusal.rule('CONFLICT.GROUND_WITHOUT_CONFLICT', {}, [
      { path: 'ground', code: 'CONFLICT.GROUND_WITHOUT_CONFLICT' },
    ]);
  }
  return ground ?? null;
}
