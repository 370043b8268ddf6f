import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { currentRequest } from '../http/request-context.js';
import { isWorthRetrying } from './database-errors.js';

export type Mode = 'read' | 'write';

export interface WorkOptions {
  /** Who asks: an account, SYSTEM (loader's account creation only), or null for an anonymous visitor, who sees what is public. */
  readonly accountId: string | null;
  readonly mode: Mode;
  /** The one clock of this work; default: now. The demo loader passes dates of its story. */
  readonly now?: Date;
  /** How often the work is done again after a deadlock or a serialization failure; default 2. */
  readonly retries?: number;
}

/** Identity of the installation itself: creates accounts while demo data is loaded, and does nothing else. */
export const SYSTEM = 'system';

interface Work {
  readonly runner: QueryRunner;
  readonly options: WorkOptions;
  readonly now: Date;
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => Promise<void> | void)[];
  readonly remembered: Map<string, unknown>;
}

const STATEMENT_TIMEOUT = '30s';
const LOCK_TIMEOUT = '5s';
/** What may stand in the opening statement, which has no parameters because it is two statements in one round trip. */
const PLAIN = /^[0-9A-Za-z-]*$/;

/**
 * One unit of work is one transaction on one connection. The first statement tells Postgres who asks, so that row-level security
 * knows; without an open unit of work there is no access to the database at all.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger('UnitOfWork');
  private readonly storage = new AsyncLocalStorage<Work>();

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  get isOpen(): boolean {
    return this.storage.getStore() !== undefined;
  }

  get manager(): EntityManager {
    return this.work.runner.manager;
  }

  /** The only clock: the same instant for everything that happens in this unit of work. */
  get now(): Date {
    return this.work.now;
  }

  /** The account that asks. Throws for anonymous work: such a service must not be reachable without a sign-in. */
  get accountId(): string {
    const { accountId } = this.work.options;
    if (accountId === null) throw new Error('This work is anonymous; nobody is signed in');
    return accountId;
  }

  /** Who asks, for book-keeping: an account's id, SYSTEM, or null for an anonymous visitor. */
  get identity(): string | null {
    return this.work.options.accountId;
  }

  get mode(): Mode {
    return this.work.options.mode;
  }

  /** Plain SQL with parameters, in the current transaction. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.work.runner.query(sql, [...parameters], true);
    return result.records as Row[];
  }

  /** Like `query`, for a statement of which only the number of touched rows matters. */
  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.work.runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  /** Runs last inside the transaction; an error there rolls everything back. */
  beforeCommit(hook: () => Promise<void>): void {
    this.work.beforeCommit.push(hook);
  }

  /** Runs after a successful commit, outside the transaction, and never after a rollback: signals to listeners, say. */
  afterCommit(hook: () => Promise<void> | void): void {
    this.work.afterCommit.push(hook);
  }

  /** A value computed once per unit of work (roles of the caller, say). Gone with the transaction. */
  remember<T>(key: string, make: () => T): T {
    const { remembered } = this.work;
    if (!remembered.has(key)) remembered.set(key, make());
    return remembered.get(key) as T;
  }

  forget(key: string): void {
    this.work.remembered.delete(key);
  }

  /** Opens a transaction, runs `fn` in it and commits; any error rolls back. Not nested: one request has one transaction. */
  async run<T>(options: WorkOptions, fn: () => Promise<T>): Promise<T> {
    if (this.isOpen) throw new Error('A unit of work is already open; services join it and never open their own');
    const retries = options.retries ?? 2;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.attempt(options, fn);
      } catch (error) {
        if (attempt >= retries || !isWorthRetrying(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 15 * (attempt + 1) + Math.random() * 20));
      }
    }
  }

  private get work(): Work {
    const work = this.storage.getStore();
    if (!work) throw new Error('No unit of work is open');
    return work;
  }

  /** What is committed stays committed: a signal that fails is logged and changes nothing of the answer. */
  private async runAfterCommit(hooks: Work['afterCommit']): Promise<void> {
    for (const hook of hooks) {
      try {
        await hook();
      } catch (error) {
        this.logger.error('A signal after the commit failed', error instanceof Error ? error.stack : String(error));
      }
    }
  }

  private async attempt<T>(options: WorkOptions, fn: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const work: Work = {
      runner,
      options,
      now: options.now ?? new Date(),
      beforeCommit: [],
      afterCommit: [],
      remembered: new Map(),
    };
    try {
      await runner.connect();
      await runner.startTransaction();
      await runner.query(openingStatement(options));
      const result = await this.storage.run(work, async () => {
        const value = await fn();
        // A hook may add another one (a notice that leaves its trace): the list is read until it is empty.
        for (let hook = work.beforeCommit.shift(); hook; hook = work.beforeCommit.shift()) await hook();
        return value;
      });
      await runner.commitTransaction();
      await this.storage.exit(() => this.runAfterCommit(work.afterCommit));
      return result;
    } catch (error) {
      // A connection that broke cannot roll back; the server has done so by then, and the first error is the one that counts.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * Tells Postgres who asks, for this transaction only (a session-wide SET would reach the next user of the connection). Reads see one
 * snapshot, so that a list and its total, or a score and its mean, never contradict each other.
 */
function openingStatement({ accountId, mode }: WorkOptions): string {
  const settings = {
    'kuer.account_id': accountId ?? '',
    'kuer.request_id': currentRequest()?.requestId ?? '',
    statement_timeout: STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
  };
  for (const value of Object.values(settings)) {
    if (!PLAIN.test(value)) throw new Error('An identity is a UUID; this is none');
  }
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  const snapshot = mode === 'read' ? 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ' : '';
  return `${snapshot}SELECT ${calls.join(', ')}`;
}
