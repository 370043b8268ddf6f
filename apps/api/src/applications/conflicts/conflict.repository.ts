import { type ConflictPage, type ConflictQuery, ConflictResponse } from '@kuer/contract';
import type { ConflictGround, ConflictSource, ConflictState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { readPage } from '../../http/list.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

export interface ConflictRow {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly applicationNumber: string | null;
  readonly accountId: string;
  readonly accountName: string | null;
  readonly ground: ConflictGround;
  readonly note: string | null;
  readonly source: ConflictSource;
  readonly state: ConflictState;
  readonly liftReason: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `k.id, k.call_id AS "callId", k.application_id AS "applicationId", coalesce(p.number, o.application_number) AS "applicationNumber",
  k.account_id AS "accountId", a.display_name AS "accountName", k.ground, k.note, k.source, k.state,
  k.lift_reason AS "liftReason", k.created_at AS "createdAt"`;
// A reviewer in conflict sees the application no more; its number, which they knew when they were asked, is all that is left.
const TABLES = `kuer.conflicts k
  LEFT JOIN kuer.applications p ON p.id = k.application_id
  LEFT JOIN (SELECT DISTINCT application_id, application_number FROM kuer.own_assignment_numbers()) o ON o.application_id = k.application_id
  LEFT JOIN kuer.accounts a ON a.id = k.account_id`;

@Injectable()
export class ConflictRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<ConflictRow | null> {
    const [row] = await this.uow.query<ConflictRow>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE k.id = $1`, [id]);
    return row ?? null;
  }

  /** The conflict of this person on this application that was put on record last. */
  async latestOf(applicationId: string, accountId: string): Promise<ConflictRow | null> {
    const [row] = await this.uow.query<ConflictRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE k.application_id = $1 AND k.account_id = $2 ORDER BY k.created_at DESC, k.id DESC LIMIT 1`,
      [applicationId, accountId],
    );
    return row ?? null;
  }

  /** A page of the conflicts of a call; of one person only, where `ofAccount` says so. */
  page(callId: string, query: ConflictQuery, ofAccount: string | null): Promise<ConflictPage> {
    const parameters: unknown[] = [callId];
    const where = ['k.call_id = $1'];
    const restrict = (column: string, value: string | null | undefined) => {
      if (value) where.push(`${column} = $${parameters.push(value)}`);
    };
    restrict('k.account_id', ofAccount);
    restrict('k.application_id', query.applicationId);
    restrict('k.account_id', query.accountId);
    restrict('k.state', query.state);
    restrict('k.source', query.source);
    return readPage<ConflictRow, ConflictResponse>(
      this.uow,
      query,
      {
        select: COLUMNS,
        from: TABLES,
        where,
        parameters,
        sortKeys: {
          createdAt: { sql: 'k.created_at', type: 'timestamptz' },
          applicationNumber: { sql: `coalesce(p.number, o.application_number, '')`, type: 'text' },
          accountName: { sql: `coalesce(a.display_name, '')`, type: 'text' },
        },
        defaultSort: '-createdAt',
        id: { sql: 'k.id', type: 'uuid' },
      },
      toConflictResponse,
    );
  }
}

export function toConflictResponse(row: ConflictRow): ConflictResponse {
  return Object.assign(new ConflictResponse(), {
    id: row.id,
    applicationId: row.applicationId,
    applicationNumber: row.applicationNumber,
    accountId: row.accountId,
    accountName: row.accountName,
    ground: row.ground,
    note: row.note,
    source: row.source,
    state: row.state,
    liftReason: row.liftReason,
    createdAt: new Date(row.createdAt).toISOString(),
  });
}
