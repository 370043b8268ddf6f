import { Failure } from '../setup/failure.mjs';
import { withClient } from './prepare-database.mjs';

/**
 * Which of this checkout's migrations a database still lacks. Refuses a database that knows migrations this checkout
 * does not: it was made by a newer Kür, and an older one would work on it blindly.
 * @returns {Promise<string[] | null>} null when the role may not look
 */
export async function missingMigrations(url) {
  const { migrations } = await import('@kuer/migrations');
  const known = migrations.map((Migration) => new Migration().name ?? Migration.name);
  const applied = await appliedMigrations(url);
  if (!applied) return null;
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Failure(
      `The database was made by a newer version of Kür (it knows ${unknown.join(', ')}): update this checkout, or use another database.`,
    );
  }
  return known.filter((name) => !applied.includes(name));
}

async function appliedMigrations(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS there`);
    if (!rows[0].there) return [];
    try {
      return (await client.query('SELECT name FROM public.migrations ORDER BY id')).rows.map(({ name }) => name);
    } catch (error) {
      if (error.code === '42501') return null;
      throw error;
    }
  });
}
