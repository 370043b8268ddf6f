import {
  AUDIT_EVENTS,
  type AuditEvent,
  type AuditEventPayloads,
  type AuditEventType,
  canonicalJson,
  chainHash,
  GENESIS_HASH,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { SYSTEM, UnitOfWork } from '../persistence/unit-of-work.js';
import { sha256 } from './sha256.js';

/** Chain of what belongs to no call. */
export const INSTALLATION_CHAIN = '00000000-0000-0000-0000-000000000000';

export interface NewAuditEvent<T extends AuditEventType> {
  /** The call whose chain it belongs to; null for the installation's own chain. */
  readonly callId: string | null;
  /** The application it is about, for events of that scope. */
  readonly applicationId?: string | null;
  readonly type: T;
  /** Ids, states, figures and reasons; never names or addresses: what is hashed can never be erased. */
  readonly payload: AuditEventPayloads[T];
  /** Only for work of the installation itself (sign-in): whose act it writes down. Everybody else acts as themselves. */
  readonly actorId?: string;
}

type Pending = Omit<AuditEvent, 'seq' | 'chainId'>;

interface LinkedEvent {
  readonly event: AuditEvent;
  readonly previousHash: string;
  readonly hash: string;
}

/** A statement takes 65,535 parameters, and a plan for thousands of applications has more events than that allows. */
const EVENTS_PER_STATEMENT = 1000;

interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * The only writer of the trail. Events are collected while the work goes on and written last, right before the commit: the chain is
 * locked for a moment instead of for the whole request. A failure to write them rolls the change back (I7).
 */
@Injectable()
export class AuditTrail {
  constructor(private readonly uow: UnitOfWork) {}

  /** Adds an event to the current transaction and returns its id. */
  append<T extends AuditEventType>(event: NewAuditEvent<T>): Promise<string> {
    const applicationId = event.applicationId ?? null;
    checkScope(event.type, event.callId, applicationId);
    // Written once here already, so that a payload without a canonical form fails where it was made.
    canonicalJson(event.payload);
    const id = uuid();
    this.pendingOf(event.callId ?? INSTALLATION_CHAIN).push({
      id,
      callId: event.callId,
      applicationId,
      type: event.type,
      actorId: this.uow.identity === SYSTEM ? (event.actorId ?? null) : this.uow.identity,
      at: this.uow.now.toISOString(),
      payload: event.payload,
    });
    return Promise.resolve(id);
  }

  private pendingOf(chainId: string): Pending[] {
    const chains = this.uow.remember('audit-trail', () => {
      const pending = new Map<string, Pending[]>();
      this.uow.beforeCommit(() => this.write(pending));
      return pending;
    });
    const events = chains.get(chainId) ?? [];
    chains.set(chainId, events);
    return events;
  }

  private async write(chains: ReadonlyMap<string, readonly Pending[]>): Promise<void> {
    // Always in the same order: two transactions that write to two chains never wait for each other.
    for (const chainId of [...chains.keys()].sort()) await this.writeChain(chainId, chains.get(chainId) ?? []);
    this.uow.forget('audit-trail');
  }

  private async writeChain(chainId: string, events: readonly Pending[]): Promise<void> {
    let { seq, hash } = await this.lockedHead(chainId);
    const rows = events.map((pending) => {
      const event = { ...pending, chainId, seq: seq + 1 };
      const previousHash = hash;
      hash = chainHash(previousHash, event, sha256);
      seq += 1;
      return { event, previousHash, hash };
    });
    for (let first = 0; first < rows.length; first += EVENTS_PER_STATEMENT) {
      await this.insert(rows.slice(first, first + EVENTS_PER_STATEMENT));
    }
  }

  private async insert(rows: readonly LinkedEvent[]): Promise<void> {
    const parameters: unknown[] = [];
    const tuples = rows.map(({ event, previousHash, hash: own }) => {
      const first = parameters.length;
      parameters.push(
        ...[event.chainId, event.seq, event.id, event.callId, event.applicationId, event.type, event.actorId, event.at],
        ...[
          JSON.stringify(event.payload),
          canonicalJson(event),
          Buffer.from(previousHash, 'hex'),
          Buffer.from(own, 'hex'),
        ],
      );
      return `(${Array.from({ length: 12 }, (_, index) => `$${first + index + 1}`).join(', ')})`;
    });
    await this.uow.query(
      `INSERT INTO kuer.audit_events
         (chain_id, seq, id, call_id, application_id, type, actor_id, at, payload, canonical, previous_hash, hash)
       VALUES ${tuples.join(', ')}`,
      parameters,
    );
  }

  /** Waits for its turn in the chain and returns where it stands. The lock is held until the transaction ends. */
  private async lockedHead(chainId: string): Promise<ChainHead> {
    await this.uow.query(`SELECT pg_advisory_xact_lock(hashtextextended('kuer.audit ' || $1::text, 0))`, [chainId]);
    const [head] = await this.uow.query<ChainHead>(
      `SELECT last_seq AS seq, encode(last_hash, 'hex') AS hash FROM kuer.audit_chains WHERE id = $1`,
      [chainId],
    );
    return head ?? { seq: 0, hash: GENESIS_HASH };
  }
}

function checkScope(type: AuditEventType, callId: string | null, applicationId: string | null): void {
  const { scope } = AUDIT_EVENTS[type];
  const fits =
    scope === 'installation'
      ? callId === null && applicationId === null
      : callId !== null && (scope === 'call' || applicationId !== null);
  if (!fits) throw new Error(`${type} belongs to the scope "${scope}", and callId and applicationId must say so`);
}
