import { randomBytes } from 'node:crypto';
import {
  databaseUrls,
  grantDatabase,
  prepareDatabase,
  urlFor,
  withClient,
} from '../../../scripts/database/prepare-database.mjs';

/** A database of one test file, with an address for each role that Kür has in Postgres. */
export interface TestDatabase {
  name: string;
  /** Migrates and owns; row-level security holds for it too. */
  ownerUrl: string;
  /** The application's role: what the API connects with. */
  appUrl: string;
  verifierUrl: string;
  backupUrl: string;
  /** Goes round row-level security: to look at what is really there. */
  superuserUrl: string;
  drop(): Promise<void>;
}

interface TestCluster {
  superuserUrl: string;
  template: string;
  passwords: Record<'owner' | 'app' | 'verifier' | 'backup', string>;
}

/**
 * A fresh, migrated, empty database, cloned from the template of this test run. Call it in `beforeAll`, and `drop()` it
 * in `afterAll`. Only suites of the Jest projects medium, e2e and browser have a Postgres.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { superuserUrl, template, passwords } = testCluster();
  const name = `test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(6).toString('hex')}`;
  await withClient(superuserUrl, async (client) => {
    // Without fsync, copying the files takes a third of the time of copying through the log.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    await grantDatabase(client, name);
  });
  return {
    name,
    ...databaseUrls(superuserUrl, name, passwords),
    superuserUrl: urlFor(superuserUrl, { database: name }),
    drop: () => dropDatabase(superuserUrl, name),
  };
}

/** An empty database without Kür's schema, for tests of the migrations themselves. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, passwords } = testCluster();
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const urls = await prepareDatabase(superuserUrl, name, passwords);
  return {
    name,
    ...urls,
    superuserUrl: urlFor(superuserUrl, { database: name }),
    drop: () => dropDatabase(superuserUrl, name),
  };
}

async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  // WITH (FORCE): a test that failed half-way may have left a connection open.
  await withClient(superuserUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function testCluster(): TestCluster {
  const cluster = process.env.KUER_TEST_CLUSTER;
  if (!cluster) {
    throw new Error(
      'No test Postgres: the suite must belong to the Jest project medium, e2e or browser (see jest.config.ts).',
    );
  }
  return JSON.parse(cluster) as TestCluster;
}
