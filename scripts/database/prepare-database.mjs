import pg from 'pg';

/**
 * The four roles of an installation, none of them a superuser. What each may do inside the schema is the migrations'
 * business; here stands what they are.
 */
const ROLES = {
  // Migrates and owns every object. Row-level security is forced, so that even it sees nothing without an identity.
  kuer_owner: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
  // The application: no DDL, nothing but INSERT and SELECT on the trail.
  kuer_app: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
  // Reads the trail to verify it.
  kuer_verifier: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
  // Dumps: a backup that row-level security thins out would be worse than none.
  kuer_backup: 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS',
};

/** Any number, the same for all: roles belong to the whole server, and two preparations at once would collide on them. */
const LOCK = 727_001;

/**
 * Makes the roles and the database where they are missing, and sets the passwords given. May be repeated.
 *
 * @param {string} superuserUrl a superuser: nobody less may make the role for backups
 * @param {string} name of the database
 * @param {{owner: string, app: string, verifier: string, backup: string}} passwords
 * @returns {Promise<{ownerUrl: string, appUrl: string, verifierUrl: string, backupUrl: string}>}
 */
export async function prepareDatabase(superuserUrl, name, passwords) {
  await withClient(urlFor(superuserUrl, { database: 'postgres' }), async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    for (const [role, attributes] of Object.entries(ROLES))
      await ensureRole(client, role, attributes, passwords[role.slice(5)]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await createDatabase(client, name);
    await grantDatabase(client, name);
  });
  // A database made by hand may still let everybody create in its public schema.
  await withClient(urlFor(superuserUrl, { database: name }), (client) =>
    client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC'),
  );
  return databaseUrls(superuserUrl, name, passwords);
}

/** Who may connect. Not copied with a template, therefore repeated for each clone. */
export async function grantDatabase(client, name) {
  const database = pg.escapeIdentifier(name);
  await client.query(`ALTER DATABASE ${database} OWNER TO kuer_owner`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO kuer_app, kuer_verifier, kuer_backup`);
}

/** The address of the database for each role. */
export function databaseUrls(serverUrl, name, passwords) {
  const url = (role) => urlFor(serverUrl, { user: `kuer_${role}`, password: passwords[role], database: name });
  return { ownerUrl: url('owner'), appUrl: url('app'), verifierUrl: url('verifier'), backupUrl: url('backup') };
}

export function urlFor(serverUrl, { user, password, database }) {
  const url = new URL(serverUrl);
  if (user !== undefined) {
    url.username = encodeURIComponent(user);
    url.password = encodeURIComponent(password);
  }
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Connects, does the work, disconnects, whatever happens. */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // A server that goes away fails the query under way; without a listener it would also end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client, role, attributes, password) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${role} ${attributes} PASSWORD ${pg.escapeLiteral(password)}`);
  if (role === 'kuer_backup') await client.query('GRANT pg_read_all_data TO kuer_backup');
}

async function createDatabase(client, name) {
  const create = `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER kuer_owner ENCODING 'UTF8' TEMPLATE template0`;
  try {
    // German order wherever nothing else is said: Ä stands with A, not after Z.
    await client.query(`${create} LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'de'`);
  } catch (error) {
    // A server built without ICU: its own order then.
    if (error.code !== '0A000') throw error;
    await client.query(create);
  }
}
