import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { Failure } from '../setup/failure.mjs';
import { root } from '../setup/paths.mjs';

/**
 * How to run Postgres, which refuses to run as root.
 *
 * A normal user runs it as themselves. Root runs it as the owner of the data where that is somebody else; for new data
 * as the owner of this checkout; else inside a user namespace, where root's own files belong to an ordinary number, so
 * that it also works in a folder closed to others; else as an account without rights.
 *
 * @typedef {{command: (program: string, args: string[]) => [string, string[]], identity: {uid?: number, gid?: number}, own: (path: string) => void}} Launcher
 * @param {string} program the postgres program, run once to see that a way works
 * @param {string} dataDir where the data are or will be
 * @returns {Launcher}
 */
export function unprivilegedLauncher(program, dataDir) {
  if (process.getuid?.() !== 0) return plain();
  const candidates = existsSync(dataDir) ? forOwner(statSync(dataDir)) : forNewData();
  const launcher = candidates.find((candidate) => works(candidate, program));
  if (launcher) return launcher;
  throw new Failure(
    'Postgres refuses to run as root, and this system offers no other way: start as a normal user, or give the address of a Postgres in KUER_DATABASE_URL.',
  );
}

function forOwner({ uid, gid }) {
  return uid === 0 ? [namespace()] : [asUser(uid, gid)];
}

function forNewData() {
  const { uid, gid } = statSync(root);
  const known = accounts();
  // initdb wants a user that has a name.
  const owner = uid !== 0 && known.some((account) => account.uid === uid) ? [asUser(uid, gid)] : [];
  const nobody = known.find(({ name }) => name === 'nobody');
  return [...owner, namespace(), ...(nobody ? [asUser(nobody.uid, nobody.gid)] : [])];
}

function plain() {
  return { command: (program, args) => [program, args], identity: {}, own: () => {} };
}

function asUser(uid, gid) {
  return {
    command: (program, args) => [program, args],
    identity: { uid, gid },
    own: (path) => chownSync(path, uid, gid),
  };
}

function namespace() {
  const account = accounts().find(({ uid }) => uid !== 0);
  const map = ['--user', `--map-user=${account?.uid ?? 1000}`, `--map-group=${account?.gid ?? 1000}`, '--'];
  return { command: (program, args) => ['unshare', [...map, program, ...args]], identity: {}, own: () => {} };
}

function works(launcher, program) {
  const [command, args] = launcher.command(program, ['--version']);
  return spawnSync(command, args, { ...launcher.identity, stdio: 'ignore', timeout: 10_000 }).status === 0;
}

function accounts() {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter(([name, , uid]) => name && uid)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
