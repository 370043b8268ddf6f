import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const running = new Set();

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  // A zombie that nobody reaps any more (its parent was killed in a container without init) answers signals, and is dead.
  return statOf(pid)?.state !== 'Z';
}

/** Waits until the process is gone; false when it still lives after the time given. */
export async function waitUntilGone(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}

/**
 * What tells a process from a later one that got the same number: when it began. Null where it cannot be told.
 */
export function birthOf(pid) {
  const stat = statOf(pid);
  if (stat) return stat.startTime;
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout.trim() || null : null;
}

/** The folder a process works in; null where the system does not tell. */
export function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** The command line of a process; empty where the system does not tell. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.status === 0 ? ps.stdout.trim() : '';
  }
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, so count from its closing bracket: state is field 3, start time field 22.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: fields[19] };
  } catch {
    return null;
  }
}

/**
 * Runs a command to its end and collects what it prints. With `onLine` each line is also handed on as it comes.
 * Resolves with {code, signal, output, stdout}, output being both streams as they came; never rejects for a non-zero code.
 */
export function run(command, args, { cwd, env, onLine, uid, gid } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid }),
    });
    running.add(child);
    let output = '';
    let stdout = '';
    let pending = '';
    const take = (chunk) => {
      output += chunk;
      if (!onLine) return;
      const lines = (pending + chunk).split('\n');
      pending = lines.pop();
      for (const line of lines) onLine(line);
    };
    child.stdout
      .setEncoding('utf8')
      .on('data', take)
      .on('data', (chunk) => {
        stdout += chunk;
      });
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (pending && onLine) onLine(pending);
      resolve({ code: code ?? 1, signal, output: stripVTControlCharacters(output), stdout });
    });
  });
}

/** Ends what run() has under way. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/** The last lines of an output, for a message. */
export function tail(output, lines = 20) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
