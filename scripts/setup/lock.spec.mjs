import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockHolder, takeLock } from './lock.mjs';
import { birthOf } from './processes.mjs';

const refusal = ({ pid }) => `held by ${pid}`;
let folder;
let path;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuer-lock-'));
  path = join(folder, 'start.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('takeLock', () => {
  it('takes what nobody holds, and gives it back', async () => {
    const lock = await takeLock(path, refusal);
    expect(lockHolder(path)).toMatchObject({ pid: process.pid });
    lock.note({ address: 'http://localhost:3000' });
    expect(lockHolder(path)).toMatchObject({ pid: process.pid, address: 'http://localhost:3000' });
    lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('refuses what a living process holds', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(path, JSON.stringify({ pid: other.pid, birth: birthOf(other.pid) }));
      await expect(takeLock(path, refusal)).rejects.toThrow(`held by ${other.pid}`);
      expect(lockHolder(path)).toMatchObject({ pid: other.pid });
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('takes over from the dead, from a number worn by another process by now, and from a torn file', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const left of [
      JSON.stringify({ pid, birth: '1' }),
      JSON.stringify({ pid: process.pid, birth: '1' }),
      '{"pid":',
    ]) {
      writeFileSync(path, left);
      const lock = await takeLock(path, refusal);
      expect(lock.tookOver).toBe(true);
      lock.release();
    }
  });

  it('waits for one that is stopping', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1500)']);
    const gone = new Promise((resolve) => other.once('exit', resolve));
    writeFileSync(path, JSON.stringify({ pid: other.pid, birth: birthOf(other.pid), stopping: true }));
    const lock = await takeLock(path, refusal);
    await gone;
    expect(lockHolder(path)).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it('goes to one alone when many find a dead holder at once', async () => {
    writeFileSync(path, JSON.stringify({ pid: 0 }));
    const module = new URL('./lock.mjs', import.meta.url).href;
    const script = `
      const { takeLock } = await import(${JSON.stringify(module)});
      try { await takeLock(${JSON.stringify(path)}, () => 'held'); process.stdout.write('took'); } catch { process.stdout.write('refused'); }
      await new Promise((resolve) => setTimeout(resolve, 4000));`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
        return new Promise((resolve) => {
          let said = '';
          child.stdout.on('data', (chunk) => {
            said += chunk;
          });
          child.once('close', () => resolve(said));
        });
      }),
    );
    expect(answers.sort()).toEqual(['refused', 'refused', 'refused', 'refused', 'took']);
  });
});
