import { missingMigrations } from '../database/migration-state.mjs';
import { demoLoadBegins, demoLoadEnds } from '../database/open-database.mjs';
import { withClient } from '../database/prepare-database.mjs';
import { runCli } from './api-process.mjs';
import { Failure } from './failure.mjs';
import { describeLogins } from './logins.mjs';
import { say } from './say.mjs';
import { demoPassword, isProduction } from './secrets.mjs';

/**
 * Brings a database to what this checkout needs: its migrations and, outside of production, the demo calls where nothing is there.
 * @returns {Promise<string | null>} how to sign in to the demo
 */
export async function bringUpToDate(database) {
  await migrate(database);
  if (isProduction) return null;
  const password = demoPassword(database.name);
  await loadDemo(database, password);
  return describeLogins(password);
}

async function migrate({ ownerUrl, superuserUrl, appUrl }) {
  const missing = await missingMigrations(superuserUrl ?? ownerUrl ?? appUrl);
  if (missing === null || missing.length === 0) return;
  if (!ownerUrl) {
    throw new Failure(
      `The database lacks ${missing.length} migrations, and the user of KUER_DATABASE_URL may not make them: give the owner’s address in KUER_OWNER_DATABASE_URL.`,
    );
  }
  say(`Migrating the database (${missing.length === 1 ? '1 migration' : `${missing.length} migrations`}) …`);
  await runCli('migrate', ['up'], { KUER_OWNER_DATABASE_URL: ownerUrl });
}

async function loadDemo(database, password) {
  // Asking costs a moment, starting the loader only to hear that there is nothing to do two seconds.
  if (database.superuserUrl && (await isLoaded(database.superuserUrl))) return;
  say('Loading the demo …');
  demoLoadBegins(database);
  await runCli('load-demo', [], { KUER_DATABASE_URL: database.appUrl, KUER_DEMO_PASSWORD: password }, (line) =>
    say(`  ${line}`),
  );
  demoLoadEnds();
}

/** Calls without what a load that is under way, or was cut short, keeps beside them. */
async function isLoaded(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(`
      SELECT EXISTS (SELECT 1 FROM kuer.calls)
         AND NOT EXISTS (SELECT 1 FROM kuer.idempotency_records WHERE route = 'demo-load') AS "all"`),
  );
  return rows[0].all;
}
