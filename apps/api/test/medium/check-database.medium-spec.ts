import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyTestDatabase, type TestDatabase, testDatabase } from '@kuer/testing';
import pg from 'pg';
import { checkDatabase } from '../../src/persistence/check-database.js';

describe('checkDatabase', () => {
  let migrated: TestDatabase;
  let empty: TestDatabase;

  beforeAll(async () => {
    migrated = await testDatabase();
    empty = await emptyTestDatabase();
  });
  afterAll(() => Promise.all([migrated.drop(), empty.drop()]));

  const asSuperuser = async (sql: string) => {
    const client = new pg.Client({ connectionString: migrated.superuserUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const changed = (change: (url: URL) => void) => {
    const url = new URL(migrated.appUrl);
    change(url);
    return url.href;
  };

  it('is content with the database of this version, whether or not it may read the table of migrations', async () => {
    await checkDatabase(migrated.appUrl);
    await asSuperuser('GRANT SELECT ON public.migrations TO kuer_app');
    await checkDatabase(migrated.appUrl);
  });

  it('says that nothing has been migrated', async () => {
    await expect(checkDatabase(empty.appUrl)).rejects.toThrow(
      /^The database lacks \d+ migrations of this version; run them first, as the owner: cli\/migrate up\.$/,
    );
  });

  it('says that a migration is missing, and that there is one too many', async () => {
    await asSuperuser(`CREATE TABLE public.kept AS SELECT * FROM public.migrations;
                       DELETE FROM public.migrations WHERE id = (SELECT max(id) FROM public.migrations)`);
    await expect(checkDatabase(migrated.appUrl)).rejects.toThrow(/^The database lacks 1 migrations? of this version/);
    await asSuperuser(`TRUNCATE public.migrations; INSERT INTO public.migrations SELECT * FROM public.kept;
                       INSERT INTO public.migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    await expect(checkDatabase(migrated.appUrl)).rejects.toThrow(
      /made by a newer version of Kür \(it knows Future9999999999999\)/,
    );
  });

  it.each<[string, (url: URL) => void, RegExp]>([
    [
      'a wrong password',
      (url) => {
        url.password = 'wrong';
      },
      /refuses the user or the password of KUER_DATABASE_URL\.$/,
    ],
    [
      'no such database',
      (url) => {
        url.pathname = '/nowhere';
      },
      /^There is no such database at 127\.0\.0\.1:\d+/,
    ],
    [
      'nobody there',
      (url) => {
        url.port = '1';
      },
      /^The database at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\); check KUER_DATABASE_URL\.$/,
    ],
  ])('says in one sentence without the password: %s', async (_what, change, sentence) => {
    const url = changed(change);
    await expect(checkDatabase(url)).rejects.toThrow(sentence);
    await expect(checkDatabase(url)).rejects.not.toThrow(new URL(url).password);
  });
});
