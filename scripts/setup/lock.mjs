import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainFileError, Failure } from './failure.mjs';
import { makeDataFolder } from './paths.mjs';
import { birthOf, isAlive, sleep } from './processes.mjs';

/**
 * One process at a time: a file that tells who holds it. A holder that was killed holds nothing.
 * @param {string} path
 * @param {(holder: {pid: number, address?: string}) => string} refusal the sentence when another holds it
 * @returns {Promise<{note: (facts: object) => void, release: () => void, tookOver: boolean}>}
 */
export async function takeLock(path, refusal) {
  makeDataFolder(dirname(path));
  const mine = `${path}.${process.pid}`;
  const me = { pid: process.pid, birth: birthOf(process.pid) };
  let tookOver = false;
  try {
    writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
    // One that is about to go: stopping, or losing the npm that started it.
    for (let waits = 0; !claim(mine, path); waits++) {
      const holder = holderOf(path);
      if (!holder) continue;
      if (!isHeld(holder)) {
        tookOver = true;
        discard(path, holder);
      } else if (waits < (holder.stopping ? 60 : 5)) await sleep(250);
      else throw new Failure(refusal(holder));
    }
  } catch (error) {
    throw explainFileError(error, dirname(path));
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    tookOver,
    note: (facts) => {
      Object.assign(me, facts);
      writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
      renameSync(mine, path);
    },
    release: () => {
      if (holderOf(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/** Who holds a lock now; null when nobody does. */
export function lockHolder(path) {
  const holder = holderOf(path);
  return holder && isHeld(holder) ? holder : null;
}

function claim(mine, path) {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return { pid: 0 };
    throw error;
  }
}

function isHeld({ pid, birth }) {
  return pid > 0 && isAlive(pid) && birthOf(pid) === birth;
}

/** Takes away the file of a dead holder, and puts it back when another start was quicker and it is theirs by now. */
function discard(path, holder) {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (holderOf(aside)?.pid !== holder.pid) claim(aside, path);
  rmSync(aside, { force: true });
}
