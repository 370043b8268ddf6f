import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { stopServer } from './postmaster.mjs';
import { prepareDatabase, urlFor, withClient } from './prepare-database.mjs';

const one = (url) => withClient(url, async (client) => (await client.query('SELECT 1 AS one')).rows);
const passwords = { owner: 'a-1', app: "b'2", verifier: 'c%3', backup: 'd"4 ä' };
let folder;
let dataDir;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuer-postgres-'));
  dataDir = join(folder, 'data');
});
afterAll(async () => {
  await stopServer(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

const start = () => startEmbeddedPostgres({ dataDir, durable: false });

describe('startEmbeddedPostgres', () => {
  it('makes new data, with a password kept for their owner alone', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await one(server.superuserUrl)).toEqual([{ one: 1 }]);
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    await expect(one(server.superuserUrl.replace(/:[^:@]+@/, ':wrong@'))).rejects.toMatchObject({ code: '28P01' });
  });

  it('takes over the server that an earlier start left running', async () => {
    const [first, second] = [await start(), await start()];
    expect(second).toMatchObject({ adopted: true, pid: first.pid, superuserUrl: first.superuserUrl });
  });

  it('stops, and starts again on the same data', async () => {
    const first = await start();
    await withClient(first.superuserUrl, (client) => client.query('CREATE TABLE kept (id int)'));
    await first.stop();
    await expect(one(first.superuserUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = await start();
    expect(second.adopted).toBe(false);
    await withClient(second.superuserUrl, (client) => client.query('SELECT * FROM kept'));
  });

  it('starts after a kill of Postgres itself', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await one(second.superuserUrl)).toEqual([{ one: 1 }]);
  });

  it('starts although another process wears the number of the pid file', async () => {
    await (await start()).stop();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(join(dataDir, 'postmaster.pid'), `${other.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
      const server = await start();
      expect(server.adopted).toBe(false);
      expect(await one(server.superuserUrl)).toEqual([{ one: 1 }]);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('refuses data of another Postgres with one sentence', async () => {
    await (await start()).stop();
    const file = join(dataDir, 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toThrow(/was made by Postgres 17, and this Kür brings Postgres 18/);
    writeFileSync(file, version);
  });

  it('does not take for data what a kill left half made', async () => {
    const half = join(folder, 'half');
    const server = await startEmbeddedPostgres({ dataDir: half, durable: false });
    await server.stop();
    expect(existsSync(`${half}.new`)).toBe(false);
    rmSync(join(half), { recursive: true });
    writeFileSync(`${half}.new`, 'torn');
    const again = await startEmbeddedPostgres({ dataDir: half, durable: false });
    expect(await one(again.superuserUrl)).toEqual([{ one: 1 }]);
    await again.stop();
  });
});

describe('prepareDatabase', () => {
  it('may be repeated, changes passwords, and takes any character in them', async () => {
    const { superuserUrl } = await start();
    await prepareDatabase(superuserUrl, 'kuer', { owner: 'x', app: 'x', verifier: 'x', backup: 'x' });
    const urls = await prepareDatabase(superuserUrl, 'kuer', passwords);
    for (const url of Object.values(urls)) expect(await one(url)).toEqual([{ one: 1 }]);
  });

  it('keeps strangers out: only Kür’s roles may connect', async () => {
    const { superuserUrl } = await start();
    await prepareDatabase(superuserUrl, 'kuer', passwords);
    await withClient(superuserUrl, (client) => client.query(`CREATE ROLE stranger LOGIN PASSWORD 'x'`));
    const url = urlFor(superuserUrl, { user: 'stranger', password: 'x', database: 'kuer' });
    await expect(one(url)).rejects.toMatchObject({ code: '42501' });
  });

  it('may run twice at once', async () => {
    const { superuserUrl } = await start();
    await Promise.all([1, 2, 3].map((number) => prepareDatabase(superuserUrl, `twice_${number}`, passwords)));
  });
});
