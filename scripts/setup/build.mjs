import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileError, Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { run, tail } from './processes.mjs';
import { say } from './say.mjs';

const SHARED = ['package-lock.json', 'tsconfig.base.json', 'libs/domain', 'libs/contract'];

const PARTS = [
  {
    name: 'API',
    sources: [...SHARED, 'migrations', 'apps/api'],
    // All of these must be there, in case somebody took one away.
    results: [
      'libs/domain/dist/index.js',
      'libs/contract/dist/index.js',
      'migrations/dist/index.js',
      'apps/api/dist/main.js',
    ],
    stamp: 'apps/api/dist/.built-from',
    // By force: left to itself, tsc takes a file that was unpacked with an older date for one that it knows.
    command: ['node_modules/typescript/bin/tsc', '-b', '--force', 'apps/api'],
  },
  {
    name: 'web app',
    sources: [...SHARED, 'apps/web'],
    results: ['apps/web/dist/index.html'],
    stamp: 'apps/web/dist/.built-from',
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
  },
];

/** Builds what changed since its last build, judged by the contents of the sources; the API first, the web app uses its libraries. */
export async function ensureBuilt({ force = false } = {}) {
  for (const part of PARTS) await ensurePart(part, force);
}

/** The API alone: what the web app's types are made from. */
export async function buildApi() {
  await ensurePart(PARTS[0], false);
}

async function ensurePart({ name, sources, results, stamp, command }, force) {
  const fingerprint = fingerprintOf(sources);
  const stampFile = join(root, stamp);
  const current = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint;
  if (!force && current && results.every((result) => existsSync(join(root, result)))) return;
  say(`Building the ${name} …`);
  try {
    rmSync(stampFile, { force: true });
    const { code, output } = await run(process.execPath, command, { cwd: root, env: { NODE_ENV: 'production' } });
    if (code !== 0) throw new Failure(`The ${name} does not build:\n${tail(output)}`);
    writeFileSync(stampFile, fingerprint);
  } catch (error) {
    throw explainFileError(error, stampFile);
  }
}

/** By content, not by time: a checkout, a copy and a change of branch all touch times. */
function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesIn(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(join(root, path))) return [];
  if (!readdirEntries(path)) return [path];
  return readdirEntries(path)
    .filter(({ name }) => !['node_modules', 'dist', 'test'].includes(name) && !/\.([a-z0-9]+-)?spec\.tsx?$/.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort();
}

function readdirEntries(path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
