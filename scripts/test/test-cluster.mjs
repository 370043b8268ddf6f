import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../database/embedded-postgres.mjs';
import { stopServer } from '../database/postmaster.mjs';
import { prepareDatabase, withClient } from '../database/prepare-database.mjs';
import { makeDataFolder, paths } from '../setup/paths.mjs';
import { birthOf, isAlive } from '../setup/processes.mjs';

const TEMPLATE = 'kuer_template';

/**
 * The Postgres of one test run: its own data folder, so that runs beside each other do not meet, and a template
 * database that is migrated once and cloned for each test file.
 * @param {(ownerUrl: string) => Promise<void>} migrate
 */
export async function startTestCluster(migrate) {
  makeDataFolder(paths.test);
  await sweepTestClusters();
  const folder = join(paths.test, `${process.pid}-${randomBytes(3).toString('hex')}`);
  mkdirSync(folder, { mode: 0o711 });
  writeFileSync(join(folder, 'owner'), JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  const cluster = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  const stop = () => dispose(folder);
  try {
    const password = () => randomBytes(12).toString('hex');
    const passwords = { owner: password(), app: password(), verifier: password(), backup: password() };
    const { ownerUrl } = await prepareDatabase(cluster.superuserUrl, TEMPLATE, passwords);
    await migrate(ownerUrl);
    await withClient(cluster.superuserUrl, (client) =>
      client.query(`ALTER DATABASE ${pg.escapeIdentifier(TEMPLATE)} ALLOW_CONNECTIONS false`),
    );
    return { superuserUrl: cluster.superuserUrl, template: TEMPLATE, passwords, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends and removes what killed test runs left behind. */
export async function sweepTestClusters() {
  if (!existsSync(paths.test)) return;
  for (const name of readdirSync(paths.test)) {
    const folder = join(paths.test, name);
    if (!hasOwner(folder)) await dispose(folder);
  }
}

function hasOwner(folder) {
  try {
    const { pid, birth } = JSON.parse(readFileSync(join(folder, 'owner'), 'utf8'));
    return isAlive(pid) && birthOf(pid) === birth;
  } catch {
    return false;
  }
}

async function dispose(folder) {
  await stopServer(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
