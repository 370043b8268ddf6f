import type { ConflictGround, ConflictSource } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../../audit/audit-trail.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ConflictEvents } from './conflict-events.js';

export interface NewConflict {
  readonly callId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly ground: ConflictGround;
  readonly note: string | null;
  readonly source: ConflictSource;
}

const EVENT_TYPES = {
  declared: 'CONFLICT_DECLARED',
  set: 'CONFLICT_SET',
  derived: 'CONFLICT_DERIVED',
} as const satisfies Readonly<Record<ConflictSource, string>>;

/** The only writer of new conflicts: row, trail, and word to the stages, in one transaction. */
@Injectable()
export class ConflictRecorder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly events: ConflictEvents,
  ) {}

  /** Puts the conflict on record and returns its id; null where the same one is in force already. */
  async record(conflict: NewConflict): Promise<string | null> {
    const [id] = await this.recordAll([conflict]);
    return id ?? null;
  }

  /** Puts many on record in one statement, and returns the ids of those that were not in force already. */
  async recordAll(conflicts: readonly NewConflict[]): Promise<string[]> {
    if (conflicts.length === 0) return [];
    // Each takes the row of its application for itself (I3: a conflict and an assignment see each other), always in the same order.
    const rows = conflicts
      .map((conflict) => ({ ...conflict, id: newId() }))
      .sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1));
    const inserted = await this.uow.query<{ id: string }>(
      `INSERT INTO kuer.conflicts (id, call_id, application_id, account_id, ground, note, source, created_by, created_at)
       SELECT r.id, r."callId", r."applicationId", r."accountId", r.ground, r.note, r.source, $2, $3
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "callId" uuid, "applicationId" uuid, "accountId" uuid, ground text,
                                                  note text, source text)
       ON CONFLICT (application_id, account_id, ground) WHERE state = 'active' DO NOTHING RETURNING id`,
      [JSON.stringify(rows), this.uow.accountId, this.uow.now],
    );
    const ids = new Set(inserted.map(({ id }) => id));
    for (const { id, note: _note, ...conflict } of rows.filter((row) => ids.has(row.id))) {
      const { callId, applicationId, accountId, ground, source } = conflict;
      this.uow.forget(`conflict:${applicationId}`);
      // What the person wrote stays in the row, where it can be erased; the trail says that there is a conflict and its ground.
      await this.trail.append({
        callId,
        applicationId,
        type: EVENT_TYPES[source],
        payload: { conflictId: id, accountId, ground },
      });
      await this.events.raised({ conflictId: id, callId, applicationId, accountId, ground, source });
    }
    return [...ids];
  }
}
