import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@kuer/testing';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { dataSourceOptions } from '../../src/persistence/data-source.js';
import { refusalForDatabaseError } from '../../src/persistence/database-errors.js';
import { SYSTEM, UnitOfWork } from '../../src/persistence/unit-of-work.js';

describe('UnitOfWork', () => {
  let database: TestDatabase;
  let source: DataSource;
  let uow: UnitOfWork;

  beforeAll(async () => {
    database = await testDatabase();
    source = await new DataSource(dataSourceOptions({ databaseUrl: database.appUrl, poolSize: 2 })).initialize();
    uow = new UnitOfWork(source);
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const asInstallation = { accountId: SYSTEM, mode: 'write' } as const;
  const addAccount = (email: string, id = uuid()) =>
    uow.query('INSERT INTO kuer.accounts (id, email, display_name) VALUES ($1, $2, $3)', [id, email, email]);
  const exists = (email: string) =>
    uow.run(
      { accountId: SYSTEM, mode: 'read' },
      async () => (await uow.query('SELECT 1 FROM kuer.accounts WHERE email = $1', [email])).length > 0,
    );

  it('is one connection, with the asker known to Postgres from the first statement to the last, and not beyond', async () => {
    const who = uuid();
    const seen = await uow.run({ accountId: who, mode: 'write' }, async () => [
      ...(await uow.query('SELECT pg_backend_pid() AS pid, kuer.account_id() AS who')),
      ...(await uow.manager.query('SELECT pg_backend_pid() AS pid, kuer.account_id() AS who')),
    ]);
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({ who });
    for (let round = 0; round < 4; round += 1)
      expect(await source.query('SELECT kuer.account_id() AS who')).toEqual([{ who: null }]);
  });

  it('is turned away as busy, not as a defect, when no connection comes free', async () => {
    const options = { ...dataSourceOptions({ databaseUrl: database.appUrl, poolSize: 1 }), connectTimeoutMS: 3000 };
    const narrow = await new DataSource(options).initialize();
    try {
      const work = new UnitOfWork(narrow);
      const outcome = await work.run(asInstallation, () =>
        new UnitOfWork(narrow).run(asInstallation, async () => 'got one').catch((error: unknown) => error),
      );
      expect(refusalForDatabaseError(outcome)).toMatchObject({ status: 503, code: 'REQUEST.UNAVAILABLE' });
    } finally {
      await narrow.destroy();
    }
  });

  it('keeps two at once apart', async () => {
    const [one, two] = [uuid(), uuid()];
    const look = (who: string) =>
      uow.run({ accountId: who, mode: 'read' }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return (await uow.query<{ who: string }>('SELECT kuer.account_id() AS who'))[0]?.who;
      });
    expect(await Promise.all([look(one), look(two)])).toEqual([one, two]);
  });

  it('has a clock that stands still', async () => {
    const now = new Date('2020-09-15T12:00:00Z');
    await uow.run({ ...asInstallation, now }, async () => expect(uow.now).toEqual(now));
    await uow.run(asInstallation, async () => {
      const first = uow.now;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(uow.now).toBe(first);
    });
  });

  it('commits when all went well, and rolls everything back when anything did not', async () => {
    await uow.run(asInstallation, () => addAccount('well@example.org'));
    expect(await exists('well@example.org')).toBe(true);
    await expect(
      uow.run(asInstallation, async () => {
        await addAccount('first@example.org');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await expect(
      uow.run(asInstallation, async () => {
        await addAccount('second@example.org');
        uow.beforeCommit(() => Promise.reject(new Error('the last word')));
      }),
    ).rejects.toThrow('the last word');
    expect(await exists('first@example.org')).toBe(false);
    expect(await exists('second@example.org')).toBe(false);
  });

  it('refuses to write where it reads, and reads one snapshot', async () => {
    await expect(uow.run({ accountId: SYSTEM, mode: 'read' }, () => addAccount('r@example.org'))).rejects.toThrow(
      /read-only/,
    );
    const counts = await uow.run({ accountId: SYSTEM, mode: 'read' }, async () => {
      const count = async () => (await uow.query<{ n: number }>('SELECT count(*) AS n FROM kuer.accounts'))[0]?.n;
      const before = await count();
      await source.transaction(async (manager) => {
        await manager.query(`SELECT set_config('kuer.account_id', 'system', true)`);
        await manager.query(
          `INSERT INTO kuer.accounts (id, email, display_name) VALUES ($1, 'between@example.org', 'B')`,
          [uuid()],
        );
      });
      return [before, await count()];
    });
    expect(counts[0]).toBe(counts[1]);
  });

  it('is not nested, and is nothing outside', async () => {
    await expect(uow.run(asInstallation, () => uow.run(asInstallation, async () => 1))).rejects.toThrow('already open');
    expect(() => uow.manager).toThrow('No unit of work is open');
    expect(() => uow.now).toThrow('No unit of work is open');
  });

  it('takes nothing for an identity that is none', async () => {
    await expect(
      uow.run({ accountId: `x', true); SELECT set_config('kuer.account_id', 'system`, mode: 'read' }, async () => 1),
    ).rejects.toThrow('this is none');
  });

  it('ends two that wait for each other: one goes first, the other one is done again', async () => {
    const ids = [uuid(), uuid()];
    await uow.run(asInstallation, async () => {
      await addAccount('deadlock1@example.org', ids[0]);
      await addAccount('deadlock2@example.org', ids[1]);
    });
    let attempts = 0;
    let arrived = 0;
    let both = () => {};
    const meeting = new Promise<void>((resolve) => {
      both = resolve;
    });
    const lock = (key: number) => uow.query('SELECT pg_advisory_xact_lock($1)', [key]);
    const work = (first: number, second: number) =>
      uow.run(asInstallation, async () => {
        attempts += 1;
        await lock(first);
        arrived += 1;
        if (arrived === 2) both();
        await meeting;
        await lock(second);
      });
    await Promise.all([work(1, 2), work(2, 1)]);
    expect(attempts).toBe(3);
  });

  it('signals after the commit only, outside of the transaction, and a failing signal undoes nothing', async () => {
    const seen: unknown[] = [];
    await uow.run(asInstallation, async () => {
      await addAccount('signal@example.org');
      uow.afterCommit(async () => {
        seen.push(uow.isOpen, await exists('signal@example.org'));
      });
    });
    expect(seen).toEqual([false, true]);
  });

  it('gives the connection back whatever happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(uow.run(asInstallation, () => uow.query('SELECT 1/0'))).rejects.toThrow(/division by zero/);
    }
    await uow.run(asInstallation, () => uow.query('SELECT 1'));
  });
});
