import { migrations } from '@kuer/migrations';
import pg from 'pg';

/** One sentence about a database that cannot be worked with. */
export class DatabaseProblem extends Error {}

/** Names of this version's migrations, in their order. */
export const knownMigrations = (): string[] => migrations.map((Migration) => new Migration().name);

/** Throws a DatabaseProblem when the database does not answer, or is not the one this version was made for. */
export async function checkDatabase(url: string): Promise<void> {
  const client = await connect(url, 'KUER_DATABASE_URL');
  try {
    const applied = await appliedMigrations(client);
    if (applied) requireKnown(applied);
    const missing = applied ? knownMigrations().filter((name) => !applied.includes(name)) : await missingSchema(client);
    if (missing.length > 0) {
      throw new DatabaseProblem(
        `The database lacks ${missing.length} migrations of this version; run them first, as the owner: cli/migrate up.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Where the table of migrations cannot be read, the schema itself tells whether there is anything. */
async function missingSchema(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('kuer.audit_events') IS NOT NULL AS there`,
  );
  return rows[0]?.there ? [] : knownMigrations();
}

export async function connect(url: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away fails the query under way; without a listener it would also end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseProblem(sentenceFor(error, url, variable));
  }
}

/** Names in the table of migrations; null where the role may not read it, none where there is no such table. */
export async function appliedMigrations(client: pg.Client): Promise<string[] | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return [];
  try {
    return (await client.query<{ name: string }>('SELECT name FROM public.migrations ORDER BY id')).rows.map(
      ({ name }) => name,
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === '42501') return null;
    throw error;
  }
}

export function requireKnown(applied: readonly string[]): void {
  const known = knownMigrations();
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new DatabaseProblem(
      `The database was made by a newer version of Kür (it knows ${unknown.join(', ')}); use that version, or another database.`,
    );
  }
}

function sentenceFor(error: unknown, url: string, variable: string): string {
  const { code, message } = error as { code?: string; message?: string };
  const where = placeOf(url);
  switch (code) {
    case '28P01':
    case '28000':
      return `The database at ${where} refuses the user or the password of ${variable}.`;
    case '3D000':
      return `There is no such database at ${where}; ${variable} names one that does not exist.`;
    default:
      return `The database at ${where} cannot be reached (${code ?? message ?? 'no answer'}); check ${variable}.`;
  }
}

/** Host and port, without user and password. */
function placeOf(url: string): string {
  try {
    const { hostname, port } = new URL(url);
    return `${hostname}:${port || '5432'}`;
  } catch {
    return 'the given address';
  }
}
