import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, sleep, waitUntilGone, workingFolderOf } from '../setup/processes.mjs';

/**
 * The server that runs on a data folder, as its postmaster.pid tells: it survives the Node process that started it.
 * @returns {{pid: number, port: number, status: string} | null}
 */
export function runningServer(dataDir) {
  const server = readPidFile(dataDir);
  if (!server) return null;
  return isAlive(server.pid) && worksOn(server.pid, dataDir) ? server : null;
}

/**
 * A pid file that outlived its server, its number now worn by another process, would keep Postgres from starting:
 * Postgres only looks whether the number is alive.
 */
export function dropStalePidFile(dataDir) {
  if (!runningServer(dataDir)) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/** Waits until a server that is starting or recovering takes connections; false when it ended or the time ran out. */
export async function waitUntilReady(dataDir, milliseconds) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    const server = runningServer(dataDir);
    if (server?.status === 'ready') return true;
    if (!server) return false;
    await sleep(10);
  }
  return false;
}

/** Ends the server on a data folder, if there is one: open transactions roll back, the data are written out. */
export async function stopServer(dataDir) {
  const server = runningServer(dataDir);
  if (!server) return;
  signal(server.pid, 'SIGINT');
  if (await waitUntilGone(server.pid, 30_000)) return;
  signal(server.pid, 'SIGQUIT');
  await waitUntilGone(server.pid, 5_000);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function worksOn(pid, dataDir) {
  const folder = workingFolderOf(pid);
  return folder === null ? commandOf(pid).includes(dataDir) : folder === realpathSync(dataDir);
}

function readPidFile(dataDir) {
  let lines;
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : null;
}
