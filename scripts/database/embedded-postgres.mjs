import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Failure } from '../setup/failure.mjs';
import { isAlive, run, sleep, tail, waitUntilGone } from '../setup/processes.mjs';
import { postgresBinaries } from './binaries.mjs';
import { dropStalePidFile, runningServer, stopServer, waitUntilReady } from './postmaster.mjs';
import { unprivilegedLauncher } from './unprivileged.mjs';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Only for data that nobody will miss. */
const WITHOUT_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * Starts the embedded Postgres on a data folder, or takes over the one that already runs on it. New data are made first.
 * It listens on a free port of the loopback address, with a password that is kept beside the data (`<dataDir>.password`).
 * The server is a process group of its own, so that Ctrl+C in the terminal does not end it before its clients.
 *
 * @param {{dataDir: string, logFile?: string, durable?: boolean}} options `durable: false` is for tests alone
 * @returns {Promise<{superuserUrl: string, pid: number, adopted: boolean, stop: () => Promise<void>, onExit: (listener: () => void) => void}>}
 */
export async function startEmbeddedPostgres({ dataDir, logFile = `${dataDir}.log`, durable = true }) {
  const binaries = postgresBinaries();
  const launcher = unprivilegedLauncher(binaries.postgres, dataDir);
  if (!existsSync(dataDir)) await initialise({ binaries, launcher, dataDir, durable });
  refuseOtherVersion(dataDir, binaries.version);

  const before = runningServer(dataDir);
  // One that is on its way out cannot be used: wait for it, and start anew.
  if (before?.status === 'stopping') await waitUntilGone(before.pid, 30_000);
  const adopted = Boolean(runningServer(dataDir)) && (await waitUntilReady(dataDir, 60_000));
  if (!adopted) await launch({ binaries, launcher, dataDir, logFile, durable });

  const { pid, port } = runningServer(dataDir);
  return {
    superuserUrl: `postgres://postgres:${readPassword(dataDir)}@127.0.0.1:${port}/postgres`,
    pid,
    adopted,
    stop: () => stopServer(dataDir),
    onExit: (listener) => {
      const timer = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(timer);
        listener();
      }, 1000);
      timer.unref();
    },
  };
}

async function initialise({ binaries, launcher, dataDir, durable }) {
  // Made under another name first: what a kill leaves half made is never taken for a database.
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o711 });
  mkdirSync(fresh, { mode: 0o700 });
  launcher.own(fresh);
  const passwordFile = `${dataDir}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  launcher.own(passwordFile);

  const args = ['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!durable) args.push('--no-sync');
  const [command, commandArgs] = launcher.command(binaries.initdb, args);
  const { code, output } = await run(command, commandArgs, { cwd: '/', env: environment(), ...launcher.identity });
  if (code !== 0) throw new Failure(`The embedded database could not be made:\n${tail(output)}`);
  renameSync(fresh, dataDir);
}

async function launch({ binaries, launcher, dataDir, logFile, durable }) {
  for (let attempt = 1; ; attempt++) {
    dropStalePidFile(dataDir);
    const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    const settings = { ...SETTINGS, ...(durable ? {} : WITHOUT_DURABILITY), port: await freePort() };
    const args = ['-D', dataDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const [command, commandArgs] = launcher.command(binaries.postgres, args);
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(command, commandArgs, {
      cwd: '/',
      env: { ...process.env, ...environment() },
      detached: true,
      stdio: ['ignore', log, log],
      ...launcher.identity,
    });
    closeSync(log);
    const ended = new Promise((resolve) =>
      child.once('exit', () => resolve(false)).once('error', () => resolve(false)),
    );
    if (await Promise.race([ended, ready(child.pid, dataDir)])) {
      child.unref();
      return;
    }
    const said = readFileSync(logFile, 'utf8').slice(logStart);
    // Another program was quicker at the port, or the last processes of a killed server are still leaving.
    if (attempt < 5 && /address already in use|still in use/i.test(said)) {
      await sleep(400);
      continue;
    }
    throw new Failure(`The embedded database does not start (${logFile}):\n${tail(said)}`);
  }
}

async function ready(pid, dataDir) {
  const end = Date.now() + 60_000;
  while (pid && isAlive(pid) && Date.now() < end) {
    const server = runningServer(dataDir);
    if (server?.pid === pid && server.status === 'ready') return true;
    await sleep(10);
  }
  return false;
}

function refuseOtherVersion(dataDir, version) {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === version) return;
  throw new Failure(
    `The database in ${dataDir} was made by Postgres ${found}, and this Kür brings Postgres ${version}: empty the demo with npm run reset, or go back to the Kür that made it.`,
  );
}

function readPassword(dataDir) {
  try {
    return readFileSync(`${dataDir}.password`, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Failure(
      `The password of the database in ${dataDir} is gone (${dataDir}.password): empty the demo with npm run reset.`,
    );
  }
}

/** What the shell sets for other databases must not lead this one astray. */
function environment() {
  const inherited = Object.keys(process.env).filter((name) => /^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(inherited.map((name) => [name, undefined])), LC_ALL: 'C' };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
