import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyTestDatabase, type TestDatabase, testDatabase } from '@kuer/testing';
import { Client } from 'pg';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('testDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('is migrated', async () => {
    const rows = await ask(database.ownerUrl, `SELECT to_regclass('kuer.applications') IS NOT NULL AS there`);
    expect(rows).toEqual([{ there: true }]);
  });

  it.each([
    ['ownerUrl', 'kuer_owner'],
    ['appUrl', 'kuer_app'],
    ['verifierUrl', 'kuer_verifier'],
    ['backupUrl', 'kuer_backup'],
    ['superuserUrl', 'postgres'],
  ] as const)('%s signs in as %s', async (url, role) => {
    const rows = await ask(database[url], 'SELECT current_user, current_database() AS name');
    expect(rows).toEqual([{ current_user: role, name: database.name }]);
  });

  it('has no role that goes round row-level security or makes roles, save the backup, which reads all', async () => {
    const rows = await ask(
      database.superuserUrl,
      `SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication AS may_more, rolbypassrls
         FROM pg_roles WHERE rolname LIKE 'kuer\\_%' ORDER BY rolname`,
    );
    expect(rows).toEqual([
      { rolname: 'kuer_app', may_more: false, rolbypassrls: false },
      { rolname: 'kuer_backup', may_more: false, rolbypassrls: true },
      { rolname: 'kuer_owner', may_more: false, rolbypassrls: false },
      { rolname: 'kuer_verifier', may_more: false, rolbypassrls: false },
    ]);
  });

  it('lets the application make nothing', async () => {
    await expect(ask(database.appUrl, 'CREATE TABLE public.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(database.appUrl, 'CREATE SCHEMA mine')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(database.appUrl, 'CREATE TEMP TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
  });

  it('sorts German by default', async () => {
    const rows = await ask(
      database.appUrl,
      `SELECT name FROM unnest(ARRAY['Zossen', 'Überlingen', 'Ulm', 'ahaus']) AS name ORDER BY name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['ahaus', 'Überlingen', 'Ulm', 'Zossen']);
  });

  it('is gone after drop, even with a connection left open, and leaves the next one untouched', async () => {
    const [first, second] = [await testDatabase(), await testDatabase()];
    const forgotten = new Client({ connectionString: first.appUrl });
    forgotten.on('error', () => {});
    await forgotten.connect();
    await first.drop();
    await expect(ask(first.appUrl, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
    expect(await ask(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.drop();
  });
});

describe('emptyTestDatabase', () => {
  it('has no schema yet, and belongs to the owner', async () => {
    const database = await emptyTestDatabase();
    try {
      const rows = await ask(
        database.ownerUrl,
        `SELECT to_regnamespace('kuer') AS schema, pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = current_database()`,
      );
      expect(rows).toEqual([{ schema: null, owner: 'kuer_owner' }]);
    } finally {
      await database.drop();
    }
  });
});
