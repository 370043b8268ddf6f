import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';

export interface StoredLink {
  readonly seq: number;
  /** The event as it was hashed; null for one on an application that the person is in conflict with. */
  readonly canonical: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

const BATCH = 1000;

/** The links of a chain, in order and in batches: a chain may be long, and is never held in memory as a whole. */
@Injectable()
export class AuditChain {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  async *links(chainId: string): AsyncGenerator<StoredLink[]> {
    await this.uow.query(
      `DECLARE chain_links NO SCROLL CURSOR FOR
        SELECT seq, canonical, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash FROM kuer.audit_chain_links($1)`,
      [chainId],
    );
    for (;;) {
      const batch = await this.uow.query<StoredLink>(`FETCH ${BATCH} FROM chain_links`);
      if (batch.length === 0) break;
      yield batch;
    }
    await this.uow.query('CLOSE chain_links');
  }

  /** Where the chain stands by its own row. */
  async head(chainId: string): Promise<{ readonly seq: number; readonly hash: string } | null> {
    const [head] = await this.uow.query<{ seq: number; hash: string }>(
      `SELECT last_seq AS seq, encode(last_hash, 'hex') AS hash FROM kuer.audit_chains WHERE id = $1`,
      [chainId],
    );
    return head ?? null;
  }

  /** The first event whose columns, by which it is found and filtered, say something else than what was hashed. */
  async firstWithOtherColumns(chainId: string): Promise<number | null> {
    const [row] = await this.uow.query<{ seq: number | null }>(
      `SELECT min(e.seq) AS seq FROM kuer.audit_events e, LATERAL (SELECT e.canonical::jsonb AS c) AS hashed
        WHERE e.chain_id = $1 AND (
          (c ->> 'seq')::bigint, c ->> 'id', c ->> 'chainId', c ->> 'callId', c ->> 'applicationId', c ->> 'type', c ->> 'actorId',
          (c ->> 'at')::timestamptz, c -> 'payload'
        ) IS DISTINCT FROM (
          e.seq, e.id::text, e.chain_id::text, e.call_id::text, e.application_id::text, e.type, e.actor_id::text, e.at, e.payload)`,
      [chainId],
    );
    return row?.seq ?? null;
  }
}
