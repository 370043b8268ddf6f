import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, chainHash, GENESIS_HASH } from '@kuer/domain';
import { v7 as uuid } from 'uuid';
import { Failure } from '../scripts/setup/failure.mjs';
import { PREFIX } from './fill.mjs';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TOKEN_HASH = /^[0-9a-f]{64}$/;
const REQUEST = /(set_config\('kuer\.request_id', ')[^']*'/;
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

/**
 * The statements of one request, to be sent again by `pg` alone: same text, same order, same transactions, same identity,
 * with other values where a second request has others.
 */
export class Replay {
  #statements;
  #recordedAt;
  #known;

  /** `known`: the recorded values that differ from client to client, each with its name in the values of `run()`. */
  constructor(statements, { recordedAt, known }) {
    if (statements.length === 0) throw new Failure('No statement was recorded: the API sent none, or not through pg.');
    this.#statements = statements;
    this.#recordedAt = recordedAt;
    this.#known = new Map(known);
  }

  get length() {
    return this.#statements.length;
  }

  /**
   * @param {import('pg').Pool} pool
   * @param {Record<string, unknown>} given by the names of `known`
   * @param {() => Promise<unknown>} [between] what a request does besides, between its first transaction and the next
   * @returns what each statement returned
   */
  async run(pool, given, between) {
    const request = { given, fresh: new Map(), shift: Date.now() - this.#recordedAt, head: null };
    const results = [];
    let client;
    try {
      for (const statement of this.#statements) {
        client ??= await pool.connect();
        const result = await client.query(this.#text(statement.text, request), this.#values(statement, request));
        if (/FROM kuer\.audit_chains/.test(statement.text))
          request.head = result.rows[0] ?? { seq: 0, hash: GENESIS_HASH };
        results.push(result);
        if (statement.text !== 'COMMIT') continue;
        client.release();
        client = undefined;
        await between?.();
        between = undefined;
      }
    } catch (error) {
      // What is left open goes with its connection.
      client?.release(error);
      client = undefined;
      throw error;
    } finally {
      client?.release();
    }
    return results;
  }

  /** Only the opening statement has values in its text: who asks, and the number of the request. */
  #text(text, request) {
    if (!REQUEST.test(text)) return text;
    let own = text.replace(REQUEST, `$1${uuid()}'`);
    for (const [recorded, name] of this.#known) {
      if (typeof recorded === 'string' && UUID.test(recorded)) own = own.replaceAll(recorded, request.given[name]);
    }
    return own;
  }

  #values({ text, values }, request) {
    if (/^\s*INSERT INTO kuer\.audit_events/.test(text)) return this.#event(values, request);
    return values.length === 0 ? undefined : values.map((value) => this.#value(value, request));
  }

  #value(value, request) {
    if (this.#known.has(value)) return request.given[this.#known.get(value)];
    if (Array.isArray(value)) return value.map((item) => this.#value(item, request));
    if (value instanceof Date) return new Date(value.getTime() + request.shift);
    if (typeof value === 'string') {
      // What Kür drew by lot for the recorded request is drawn anew; ids of the data stay.
      if (UUID.test(value) && !value.startsWith(PREFIX)) return freshOf(request, value, () => uuid());
      if (TOKEN_HASH.test(value)) return freshOf(request, value, () => randomBytes(32).toString('hex'));
    }
    return value;
  }

  /** An event of the trail is linked to the one before it: its place and its hash are made here as the API makes them. */
  #event(recorded, request) {
    if (recorded.length !== 12) throw new Failure('An event of the trail has other columns than this bench knows.');
    if (!request.head) throw new Failure('An event of the trail is written without a look at its chain.');
    const { payload, ...rest } = JSON.parse(recorded[9]);
    const event = {
      ...this.#fields(rest, request),
      payload: this.#fields(payload, request),
      id: uuid(),
      seq: Number(request.head.seq) + 1,
      at: new Date().toISOString(),
    };
    const hash = chainHash(request.head.hash, event, sha256);
    return [
      ...[event.chainId, event.seq, event.id, event.callId, event.applicationId, event.type, event.actorId, event.at],
      ...[JSON.stringify(event.payload), canonicalJson(event)],
      ...[Buffer.from(request.head.hash, 'hex'), Buffer.from(hash, 'hex')],
    ];
  }

  #fields(record, request) {
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, this.#value(value, request)]));
  }
}

function freshOf({ fresh }, recorded, make) {
  if (!fresh.has(recorded)) fresh.set(recorded, make());
  return fresh.get(recorded);
}
