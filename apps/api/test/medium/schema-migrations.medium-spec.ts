import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '@kuer/migrations';
import { emptyTestDatabase, type TestDatabase } from '@kuer/testing';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { catalogOf } from './schema-catalog.js';
import { connect } from './schema-database.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let source: DataSource;
  let client: Client;

  beforeAll(async () => {
    database = await emptyTestDatabase();
    client = await connect(database.superuserUrl);
    source = await new DataSource({ type: 'postgres', url: database.ownerUrl, migrations }).initialize();
  });

  afterAll(async () => {
    await source.destroy();
    await client.end();
    await database.drop();
  });

  it('are written down once each, in the order of their time', async () => {
    const names = migrations.map((Migration) => new Migration().name);
    expect(names).toEqual(migrations.map(({ name }) => name));
    const stamps = names.map((name) => Number(name.slice(-13)));
    expect(stamps).toEqual([...new Set(stamps)].sort((left, right) => left - right));
  });

  it('go up, down and up again, one by one, and each leaves exactly what was before it', async () => {
    const before = await catalogOf(client);
    const heights = [before];
    for (const _ of migrations) {
      await upByOne(source, heights.length - 1);
      heights.push(await catalogOf(client));
    }
    for (let height = migrations.length; height > 0; height -= 1) {
      await source.undoLastMigration({ transaction: 'all' });
      expect(await catalogOf(client)).toEqual(heights[height - 1]);
    }
    await source.runMigrations({ transaction: 'all' });
    expect(await catalogOf(client)).toEqual(heights.at(-1));
    expect(heights.at(-1)?.length).toBeGreaterThan(800);
  }, 60_000);
});

/** Runs the migration after `done` others, as a first installation would have met it. */
async function upByOne(source: DataSource, done: number): Promise<void> {
  const one = await new DataSource({
    ...source.options,
    migrations: migrations.slice(0, done + 1),
  } as DataSource['options']).initialize();
  try {
    await one.runMigrations({ transaction: 'all' });
  } finally {
    await one.destroy();
  }
}
