import type { AuditEventPage, AuditEventResponse, AuditQuery } from '@kuer/contract';
import { AUDIT_EVENT_TYPES, type AuditEvent } from '@kuer/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { readPage } from '../http/list.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

interface EventRow {
  readonly seq: number;
  readonly canonical: string;
  readonly actorName: string | null;
  readonly applicationNumber: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** Reads the trail of a call. What is shown is what was hashed: the canonical text, not the columns beside it that only serve to search. */
@Injectable()
export class AuditReader {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
  ) {}

  async list(callId: string, query: AuditQuery): Promise<AuditEventPage> {
    this.access.require('audit.read', await this.access.actorFor(callId));
    const { where, parameters } = conditionsOf(callId, query);
    return readPage<EventRow, AuditEventResponse>(
      this.uow,
      query,
      {
        select: `e.seq, e.canonical, a.display_name AS "actorName", p.number AS "applicationNumber",
                 encode(e.previous_hash, 'hex') AS "previousHash", encode(e.hash, 'hex') AS hash`,
        from: `kuer.audit_events e LEFT JOIN kuer.accounts a ON a.id = e.actor_id LEFT JOIN kuer.applications p ON p.id = e.application_id`,
        where,
        parameters,
        sortKeys: { seq: { sql: 'e.seq', type: 'bigint' } },
        defaultSort: '-seq',
        id: { sql: 'e.id', type: 'uuid' },
      },
      toResponse,
    );
  }
}

function conditionsOf(callId: string, query: AuditQuery): { where: string[]; parameters: unknown[] } {
  const parameters: unknown[] = [callId];
  const where = ['e.chain_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined) return;
    parameters.push(value);
    where.push(condition(`$${parameters.length}`));
  };
  add(query.actor, (actor) => `e.actor_id = ${actor}`);
  add(typesOf(query.type), (types) => `e.type = ANY (${types}::text[])`);
  add(query.applicationId, (id) => `e.application_id = ${id}`);
  add(query.from, (from) => `e.at >= ${from}::timestamptz`);
  add(query.to, (to) => `e.at < ${to}::timestamptz`);
  add(
    query.objectId?.toLowerCase(),
    (id) =>
      `e.application_id::text = ${id}::text OR jsonb_path_exists(e.payload, '$.** ? (@ == $id)', jsonb_build_object('id', ${id}::text))`,
  );
  return { where, parameters };
}

function typesOf(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const types = text.split(',').map((type) => type.trim());
  const unknown = types.find((type) => !(AUDIT_EVENT_TYPES as readonly string[]).includes(type));
  if (unknown !== undefined)
    throw Refusal.invalid([{ path: 'type', code: 'AUDIT.TYPE_UNKNOWN', params: { type: unknown } }]);
  return types;
}

function toResponse(row: EventRow): AuditEventResponse {
  const event = JSON.parse(row.canonical) as AuditEvent;
  return {
    seq: row.seq,
    id: event.id,
    type: event.type,
    at: event.at,
    actorId: event.actorId,
    actorName: row.actorName,
    applicationId: event.applicationId,
    applicationNumber: row.applicationNumber,
    payload: event.payload as unknown as Record<string, unknown>,
    previousHash: row.previousHash,
    hash: row.hash,
  };
}
