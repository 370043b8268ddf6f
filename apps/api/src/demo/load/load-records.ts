import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import { SYSTEM } from '../../persistence/unit-of-work.js';

const ROUTE = 'demo-load';

/**
 * What of a load is done. Every turn leaves a record in the transaction of its changes, where answers for repetition are kept: a load
 * that was killed is told by the records it left, and goes on behind the last one. The end of a load takes them all away.
 */
export class LoadRecords {
  private constructor(
    private readonly uow: UnitOfWork,
    private readonly found: ReadonlyMap<string, Readonly<Record<string, string>>>,
  ) {}

  static async read(uow: UnitOfWork): Promise<LoadRecords> {
    const rows = await uow.run({ accountId: SYSTEM, mode: 'read' }, () =>
      uow.query<{ key: string; body: Record<string, string> }>(
        `SELECT key, body FROM kuer.idempotency_records WHERE route = $1`,
        [ROUTE],
      ),
    );
    return new LoadRecords(uow, new Map(rows.map(({ key, body }) => [key, body])));
  }

  get isEmpty(): boolean {
    return this.found.size === 0;
  }

  of(key: string): Readonly<Record<string, string>> | null {
    return this.found.get(key) ?? null;
  }

  /**
   * To be called within the unit of work whose changes it stands for. Its commit need not wait for the disk: what a crash takes is taken
   * together with its record, and done once more.
   */
  async keep(key: string, body: Readonly<Record<string, string>>): Promise<void> {
    await this.uow.query(
      `INSERT INTO kuer.idempotency_records (account_id, key, route, request_hash, status, body)
       VALUES ($1, $2, $3, '', 200, $4) RETURNING set_config('synchronous_commit', 'off', true)`,
      [this.uow.accountId, key, ROUTE, JSON.stringify(body)],
    );
  }

  async clear(): Promise<void> {
    await this.uow.run({ accountId: SYSTEM, mode: 'write' }, () =>
      this.uow.query(`DELETE FROM kuer.idempotency_records WHERE route = $1`, [ROUTE]),
    );
  }
}
