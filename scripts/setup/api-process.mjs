import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { paths, root } from './paths.mjs';
import { run, sleep, tail } from './processes.mjs';
import { isProduction } from './secrets.mjs';

const PATIENCE = 60_000;
const PRELOAD = ['./await-settings.mjs', './follow-parent.mjs'].flatMap((file) => [
  '--import',
  new URL(file, import.meta.url).href,
]);

/**
 * Starts the built API, which serves the web app on the same port. It only reads its modules until `connect()` says
 * which database to work on; `connect()` resolves when it answers, and throws when it does not.
 */
export function startApi(port) {
  const env = {
    ...process.env,
    PORT: String(port),
    KUER_WEB_ROOT: paths.webDist,
    // Seen from this machine alone, unless somebody says otherwise.
    KUER_HOST: process.env.KUER_HOST ?? (isProduction ? undefined : '127.0.0.1'),
    // Only the migrations have business with the one, only the loading of the demo with the other.
    KUER_OWNER_DATABASE_URL: undefined,
    KUER_DEMO_PASSWORD: undefined,
  };
  const log = isProduction ? 'inherit' : openSync(paths.apiLog, 'w', 0o600);
  const child = spawn(process.execPath, [...PRELOAD, paths.apiMain], {
    cwd: root,
    env,
    // A group of its own: Ctrl+C reaches npm start, which ends it in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  if (!isProduction) closeSync(log);
  child.channel?.unref();
  const exited = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const saidLast = () => (isProduction ? '' : `\n${tail(readFileSync(paths.apiLog, 'utf8'))}`);
  return {
    exited,
    saidLast,
    stop: () => stop(child, exited),
    connect: async ({ databaseUrl, jwtSecret }) => {
      // One that has ended already is told apart below.
      child.send({ KUER_DATABASE_URL: databaseUrl, KUER_JWT_SECRET: jwtSecret }, () => {});
      const outcome = await Promise.race([exited.then(() => 'ended while starting'), answers(port)]);
      if (outcome !== 'answers') throw new Failure(`The API ${outcome}.${saidLast()}`);
    },
  };
}

async function answers(port) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    try {
      const answer = await fetch(`http://${hostToAsk()}:${port}/api/health/ready`, {
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.ok) return 'answers';
    } catch {
      // Not listening yet.
    }
    await sleep(40);
  }
  return `is not ready after ${PATIENCE / 1000} seconds`;
}

function hostToAsk() {
  const host = process.env.KUER_HOST;
  return !host || ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exited;
  clearTimeout(impatience);
}

/** Runs one of the API's command-line programs to its end, handing on what it prints. */
export async function runCli(name, args, env, onLine) {
  const { code, output } = await run(process.execPath, [`${paths.apiCli}/${name}.js`, ...args], {
    cwd: root,
    env,
    onLine,
  });
  if (code !== 0) throw new Failure(`${[name, ...args].join(' ')} failed:\n${tail(output)}`);
}
