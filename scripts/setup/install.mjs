import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { run, tail } from './processes.mjs';
import { say, sayStillBusy } from './say.mjs';

const MINIMUM = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  throw new Failure(`Kür needs Node ${MINIMUM.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Installs the packages that package-lock.json names, unless they are there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say('Installing packages (once; a minute or so) …');
  const done = sayStillBusy('still installing');
  // Also with NODE_ENV=production: what builds Kür are development packages.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, prefix] = npm();
  const { code, output } = await run(command, [...prefix, ...args], { cwd: root }).finally(done);
  if (code !== 0) throw new Failure(`npm ci failed:\n${tail(output)}`);
  say('Packages installed.');
}

/**
 * npm leaves a record of what it installed, written last: an install that was cut short has none. What the lock names
 * and the record does not are packages for other systems.
 */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const found = packagesIn('node_modules/.package-lock.json');
  if (!wanted) throw new Failure(`There is no package-lock.json in ${root}: is this checkout complete?`);
  if (!found) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (!found[path] && optional) || (found[path] && found[path].version === version),
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

function npm() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
}
