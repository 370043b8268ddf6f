import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Failure } from '../scripts/setup/failure.mjs';
import { paths, root } from '../scripts/setup/paths.mjs';
import { sleep, tail } from '../scripts/setup/processes.mjs';

const RECORDER = new URL('./record-statements.mjs', import.meta.url).href;
const PATIENCE = 60_000;

/**
 * Starts the built API as a process of its own, as in production. `records`: it hands over its statements; `profile`: a
 * folder for a CPU profile.
 */
export async function startServer({ world, poolSize, records = false, profile }) {
  const port = await freePort();
  const jwtSecret = randomBytes(32).toString('hex');
  const log = openSync(world.apiLog, 'w', 0o600);
  const args = [
    ...(records ? ['--import', RECORDER] : []),
    ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
  ];
  const child = spawn(process.execPath, [...args, paths.apiMain], {
    cwd: root,
    env: { ...environment(), ...settings({ world, poolSize, port, jwtSecret }) },
    stdio: ['ignore', log, log, ...(records ? ['ipc'] : [])],
    serialization: 'advanced',
  });
  closeSync(log);
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const exited = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const server = {
    port,
    pid: child.pid,
    signIn: (accountId) => accessToken(accountId, jwtSecret),
    memory: () => memoryOf(child.pid),
    onStatement: (listener) => child.on('message', listener),
    stop: async () => {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(impatience);
      process.off('exit', end);
    },
  };
  const outcome = await Promise.race([exited.then(() => 'ended while starting'), answers(port)]);
  if (outcome === 'answers') return server;
  await server.stop();
  throw new Failure(`The API ${outcome}.\n${tail(readFileSync(world.apiLog, 'utf8'))}`);
}

function settings({ world, poolSize, port, jwtSecret }) {
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    KUER_HOST: '127.0.0.1',
    KUER_DATABASE_URL: world.appUrl,
    KUER_DATABASE_POOL: String(poolSize),
    KUER_JWT_SECRET: jwtSecret,
    // Each client has an address of its own, as behind a proxy.
    KUER_TRUSTED_PROXIES: '1',
  };
}

/** A token as the API signs it: fifty password checks before each case would take longer than the case. */
function accessToken(accountId, secret) {
  const sessionId = randomUUID();
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sid: sessionId,
    sub: accountId,
    jti: randomUUID(),
    iss: 'kuer',
    aud: 'kuer-api',
    iat: now,
    exp: now + 600,
  };
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return { token: `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`, sessionId };
}

/** What the shell has set for a Kür of its own must not reach this one. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(KUER_|PG|PORT$|NODE_OPTIONS$)/.test(name)),
  );
}

async function answers(port) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const ready = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
    if (ready?.ok) return 'answers';
    await sleep(40);
  }
  return `is not ready after ${PATIENCE / 1000} seconds`;
}

/** Memory of a process in MiB, now and at its highest; null where the system does not tell. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);
    return { now: of('VmRSS'), highest: of('VmHWM') };
  } catch {
    return null;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
