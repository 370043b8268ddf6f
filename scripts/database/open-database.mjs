import { existsSync, rmSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { Failure } from '../setup/failure.mjs';
import { paths } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { forgetDemoPassword, isProduction, rolePasswords } from '../setup/secrets.mjs';
import { explainDatabaseError, placeOf, requireDatabaseUrl } from './database-errors.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { prepareDatabase, urlFor, withClient } from './prepare-database.mjs';

const NAME = 'kuer';
const OLDEST_SERVER = 15;

/**
 * The database that Kür will work on, ready to be migrated.
 * @typedef {{
 *   name: string,
 *   appUrl: string,
 *   ownerUrl: string | null,
 *   superuserUrl: string | null,
 *   isEmbedded: boolean,
 *   stop: () => Promise<void>,
 *   onExit: (listener: () => void) => void,
 * }} Database
 *   name: how the kept demo password is filed; ownerUrl: null when nobody here may migrate; superuserUrl: null when it is not given
 * @returns {Promise<Database>}
 */
export function openDatabase() {
  return process.env.KUER_DATABASE_URL ? openGivenDatabase(process.env.KUER_DATABASE_URL) : openEmbeddedDatabase();
}

async function openEmbeddedDatabase() {
  const isNew = !existsSync(paths.postgres);
  if (isNew) say('Making the database …');
  const server = await startEmbeddedPostgres({ dataDir: paths.postgres, logFile: paths.postgresLog });
  try {
    if (server.adopted) say('Taking over the Postgres that an earlier start left running.');
    if (isNew) forgetDemoPassword('embedded');
    if (existsSync(paths.demoLoading)) {
      say('The demo was not loaded to its end the last time: starting it afresh.');
      await withClient(server.superuserUrl, (client) =>
        client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(NAME)} WITH (FORCE)`),
      );
      rmSync(paths.demoLoading);
    }
    const urls = await prepareDatabase(server.superuserUrl, NAME, rolePasswords('embedded'));
    return {
      ...urls,
      name: 'embedded',
      superuserUrl: urlFor(server.superuserUrl, { database: NAME }),
      isEmbedded: true,
      stop: server.stop,
      onExit: server.onExit,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** A Postgres of one's own: with the addresses of owner and application, or with that of a user who may make both. */
async function openGivenDatabase(url) {
  requireDatabaseUrl(url, 'KUER_DATABASE_URL');
  const given = { isEmbedded: false, stop: async () => {}, onExit: () => {} };
  const ownerUrl = process.env.KUER_OWNER_DATABASE_URL ?? null;
  if (ownerUrl) {
    requireDatabaseUrl(ownerUrl, 'KUER_OWNER_DATABASE_URL');
    await introduce(ownerUrl, 'KUER_OWNER_DATABASE_URL');
  }
  const self = await introduce(url, 'KUER_DATABASE_URL', { mayBeMissing: !ownerUrl });
  const database = databaseOf(url);
  const name = `${placeOf(url)}/${database}`;
  if (ownerUrl || !self.mayMakeRoles) {
    if (isProduction && self.seesAll) refuseSuperuser();
    return { ...given, name, appUrl: url, ownerUrl, superuserUrl: null };
  }
  if (isProduction) refuseSuperuser();
  say(`Preparing the roles and the database "${database}" on ${placeOf(url)} …`);
  const urls = await prepareDatabase(url, database, rolePasswords(placeOf(url))).catch((error) => {
    throw explainDatabaseError(error, url, 'KUER_DATABASE_URL');
  });
  return { ...given, ...urls, name, superuserUrl: urlFor(url, { database }) };
}

function refuseSuperuser() {
  throw new Failure(
    'In production mode KUER_DATABASE_URL must name the application’s role, which may neither make roles nor go round row-level security: prepare the roles once with scripts/database/prepare.mjs, and give KUER_OWNER_DATABASE_URL for the migrations.',
  );
}

/** Every server has a database "postgres"; that one is not taken over. */
function databaseOf(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === '' || name === 'postgres' ? NAME : name;
}

async function introduce(url, variable, { mayBeMissing = false } = {}) {
  try {
    return await ask(url);
  } catch (error) {
    if (!(mayBeMissing && error.code === '3D000')) throw explainDatabaseError(error, url, variable);
  }
  const self = await ask(urlFor(url, { database: 'postgres' })).catch((error) => {
    throw explainDatabaseError(error, url, variable);
  });
  if (!self.mayMakeRoles) throw explainDatabaseError({ code: '3D000' }, url, variable);
  return self;
}

async function ask(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(`
      SELECT rolsuper AS "mayMakeRoles", rolsuper OR rolbypassrls AS "seesAll",
             current_setting('server_version_num')::int / 10000 AS version
        FROM pg_roles WHERE rolname = current_user`),
  );
  const [self] = rows;
  if (self.version >= OLDEST_SERVER) return self;
  throw new Failure(`Kür needs Postgres ${OLDEST_SERVER} or newer, and ${placeOf(url)} is Postgres ${self.version}.`);
}

/** Marks that the demo is being loaded, so that a start after a kill does not take half of it for the whole. */
export function demoLoadBegins(database) {
  if (database.isEmbedded) writeFileSync(paths.demoLoading, '');
}

export function demoLoadEnds() {
  rmSync(paths.demoLoading, { force: true });
}
