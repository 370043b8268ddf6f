/**
 * Prepares a Postgres of one's own for Kür: the four roles and the database, each time as if it were the first.
 *
 *   KUER_SUPERUSER_DATABASE_URL=postgres://postgres:…@host:5432/postgres \
 *   KUER_OWNER_PASSWORD=… KUER_APP_PASSWORD=… KUER_VERIFIER_PASSWORD=… KUER_BACKUP_PASSWORD=… \
 *   node scripts/database/prepare.mjs [database]
 */
import { Failure, runScript } from '../setup/failure.mjs';
import { explainDatabaseError, placeOf, requireDatabaseUrl } from './database-errors.mjs';
import { prepareDatabase } from './prepare-database.mjs';

const MINIMUM_LENGTH = 16;

await runScript(async () => {
  const url = process.env.KUER_SUPERUSER_DATABASE_URL ?? '';
  requireDatabaseUrl(url, 'KUER_SUPERUSER_DATABASE_URL');
  const passwords = Object.fromEntries(['owner', 'app', 'verifier', 'backup'].map((role) => [role, passwordOf(role)]));
  const name = process.argv[2] ?? 'kuer';
  await prepareDatabase(url, name, passwords).catch((error) => {
    throw explainDatabaseError(error, url, 'KUER_SUPERUSER_DATABASE_URL');
  });
  console.log(`The database "${name}" on ${placeOf(url)} and its roles are prepared.`);
});

function passwordOf(role) {
  const variable = `KUER_${role.toUpperCase()}_PASSWORD`;
  const password = process.env[variable] ?? '';
  if (password.length >= MINIMUM_LENGTH) return password;
  throw new Failure(`${variable} must have at least ${MINIMUM_LENGTH} characters: openssl rand -hex 24 makes one.`);
}
