import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../setup/failure.mjs';
import { root } from '../setup/paths.mjs';
import { withClient } from './prepare-database.mjs';

/**
 * Which of this checkout's migrations a database still lacks, asked of the built API itself. Refuses a database that
 * was made by a newer Kür: an older one would work on it blindly.
 * @returns {Promise<string[] | null>} null when the role may not look
 */
export async function missingMigrations(url) {
  const { appliedMigrations, knownMigrations, requireKnown, DatabaseProblem } = await import(
    pathToFileURL(join(root, 'apps/api/dist/persistence/check-database.js')).href
  );
  try {
    const applied = await withClient(url, appliedMigrations);
    if (!applied) return null;
    requireKnown(applied);
    return knownMigrations().filter((name) => !applied.includes(name));
  } catch (error) {
    throw error instanceof DatabaseProblem ? new Failure(error.message) : error;
  }
}
