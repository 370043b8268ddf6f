import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '../database/embedded-postgres.mjs';
import { runningServer, stopServer } from '../database/postmaster.mjs';
import { urlFor, withClient } from '../database/prepare-database.mjs';
import { root } from '../setup/paths.mjs';

/** npm start as somebody sees it who types it, in a data folder of its own. The cases follow each other. */
let dataDir;
let postgres;
let port;
const started = [];

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kuer-start-'));
  postgres = join(dataDir, 'postgres');
  port = await freePort();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await stopServer(postgres);
  rmSync(dataDir, { recursive: true, force: true });
});

function environment(env) {
  const { KUER_TEST_CLUSTER, NODE_ENV, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, KUER_DATA_DIR: dataDir, PORT: String(port), KUER_DEMO_PASSWORD: 'Vier-Augen-2020', ...env };
}

/** Resolves when Kür runs, or when the start is over. */
function start(env = {}) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env: environment(env) });
  started.push(child);
  const run = { child, said: '' };
  run.ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  const running = new Promise((resolve) => {
    const take = (chunk) => {
      run.said += chunk;
      if (run.said.includes('Ctrl+C stops it.')) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  return Promise.race([running, run.ended]).then(() => run);
}

async function refusal(env) {
  const run = await start(env);
  expect(await run.ended).toBe(1);
  return run.said.trim().split('\n').at(-1);
}

async function stop(run) {
  run.child.kill('SIGTERM');
  return run.ended;
}

const get = (path) => fetch(`http://localhost:${port}${path}`);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

describe('npm start', () => {
  let run;

  it('brings up database, demo, API and web app, and says where and with whom to sign in', async () => {
    run = await start();
    expect(run.said).toContain(`Kür is running: http://localhost:${port}`);
    expect(run.said).toContain('Vier-Augen-2020');
    expect(run.said).toContain('koordination@demo.example');
    expect(await (await get('/')).text()).toMatch(/^<!doctype html>/i);
    const answer = await fetch(`http://localhost:${port}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'koordination@demo.example', password: 'Vier-Augen-2020' }),
    });
    expect(answer.status).toBe(200);
  }, 600_000);

  it('refuses a second start in the same folder, and a reset, while it runs', async () => {
    expect(await refusal({ PORT: String(await freePort()) })).toBe(
      `Kür is already running in this folder (process ${run.child.pid}, http://localhost:${port}): stop it first.`,
    );
    const reset = spawnSync(process.execPath, ['scripts/reset.mjs'], {
      cwd: root,
      env: environment(),
      encoding: 'utf8',
    });
    expect(reset.status).toBe(1);
    expect(reset.stderr).toContain('stop it first, then reset.');
    expect((await get('/api/health/ready')).status).toBe(200);
  });

  it('stops everything at SIGTERM', async () => {
    expect(await stop(run)).toBe(0);
    expect(runningServer(postgres)).toBeNull();
    await expect(get('/')).rejects.toThrow();
  });

  it('starts again without loading anything, and comes back after a kill', async () => {
    run = await start();
    expect(run.said).not.toContain('Loading the demo');
    run.child.kill('SIGKILL');
    await run.ended;
    run = await start();
    expect(run.said).toContain('Taking over the Postgres');
    expect(run.said).toContain(`Kür is running: http://localhost:${port}`);
    expect(await stop(run)).toBe(0);
  }, 300_000);

  it('refuses a port that is taken, and leaves nothing running', async () => {
    const server = createServer().listen(port, '127.0.0.1');
    try {
      expect(await refusal()).toMatch(new RegExp(`^Port ${port} is taken by another program`));
      expect(runningServer(postgres)).toBeNull();
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('refuses a database that cannot be reached, without showing its password', async () => {
    const sentence = await refusal({ KUER_DATABASE_URL: `postgres://kuer_app:geheim@127.0.0.1:${port}/kuer` });
    expect(sentence).toBe(
      `The database at 127.0.0.1:${port} cannot be reached (nothing listens there): check KUER_DATABASE_URL.`,
    );
  });

  it('refuses a database of a newer Kür, and stops what it started', async () => {
    const server = await startEmbeddedPostgres({ dataDir: postgres });
    const url = urlFor(server.superuserUrl, { database: 'kuer' });
    const change = (sql) => withClient(url, (client) => client.query(sql));
    await change(`INSERT INTO public.migrations (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    await server.stop();
    expect(await refusal()).toMatch(/^The database was made by a newer version of Kür \(it knows FromTheFuture9\)/);
    expect(runningServer(postgres)).toBeNull();
  });

  it.each([
    ['no database', {}, /KUER_DATABASE_URL must name a Postgres/],
    [
      'a short secret',
      { KUER_DATABASE_URL: 'postgres://localhost/kuer', KUER_JWT_SECRET: 'short' },
      /it has 5 characters/,
    ],
  ])('refuses production mode with %s', async (_what, env, sentence) => {
    expect(await refusal({ NODE_ENV: 'production', ...env })).toMatch(sentence);
  });
});

describe('npm run reset', () => {
  it('takes the demo away', () => {
    const { status } = spawnSync(process.execPath, ['scripts/reset.mjs'], { cwd: root, env: environment() });
    expect(status).toBe(0);
    expect(existsSync(postgres)).toBe(false);
    expect(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'))).not.toHaveProperty('jwtSecret');
  });
});
