import { migrations } from '@kuer/migrations';
import { DataSource } from 'typeorm';
import {
  appliedMigrations,
  connect,
  DatabaseProblem,
  knownMigrations,
  requireKnown,
} from '../persistence/check-database.js';

const USAGE =
  'Usage: migrate up | down | status, with KUER_OWNER_DATABASE_URL set to the address of the database for its owner.';
const WRONG_USE = 2;
const WRONG_DATABASE = 3;

process.exitCode = await main(process.argv[2], process.env.KUER_OWNER_DATABASE_URL);

async function main(command: string | undefined, url: string | undefined): Promise<number> {
  if (!url || !command || !['up', 'down', 'status'].includes(command)) {
    console.error(USAGE);
    return WRONG_USE;
  }
  try {
    const applied = await inspect(url);
    if (command === 'status') printStatus(applied);
    else await migrate(url, command, applied);
    return 0;
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(error.message);
    return WRONG_DATABASE;
  }
}

async function inspect(url: string): Promise<string[]> {
  const client = await connect(url, 'KUER_OWNER_DATABASE_URL');
  try {
    const applied = await appliedMigrations(client);
    if (!applied)
      throw new DatabaseProblem(
        'The user of KUER_OWNER_DATABASE_URL may not read the table of migrations; it must be the owner.',
      );
    requireKnown(applied);
    return applied;
  } finally {
    await client.end();
  }
}

function printStatus(applied: readonly string[]): void {
  for (const name of knownMigrations()) console.log(`${applied.includes(name) ? 'done   ' : 'pending'} ${name}`);
}

/** All pending ones in one transaction, or the last one back. A second program that migrates at the same time waits. */
async function migrate(url: string, command: string, applied: readonly string[]): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'all',
    applicationName: 'kuer-migrate',
  });
  await source.initialize();
  try {
    if (command === 'down') {
      const last = applied.at(-1);
      if (last) await source.undoLastMigration({ transaction: 'all' });
      console.log(last ? `undone ${last}` : 'Nothing to undo');
      return;
    }
    const done = await source.runMigrations({ transaction: 'all' });
    // So that the server can tell a database of another version, and say so.
    await source.query('GRANT SELECT ON migrations TO kuer_app');
    for (const { name } of done) console.log(`done ${name}`);
    if (done.length === 0) console.log('Nothing to do');
  } finally {
    await source.destroy();
  }
}
