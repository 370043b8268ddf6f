/**
 * npm run dev: like npm start, but it watches. Libraries and API are compiled as they change, the API starts again, and
 * Vite serves the web app with its own port and hands /api on. New migrations are taken up at the next npm run dev.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { startApi } from './setup/api-process.mjs';
import { buildApi } from './setup/build.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureInstalled, requireNode } from './setup/install.mjs';
import { takeLock } from './setup/lock.mjs';
import { paths, root } from './setup/paths.mjs';
import { requireFreePort, wantedPort } from './setup/port.mjs';
import { endRunning } from './setup/processes.mjs';
import { say } from './setup/say.mjs';
import { jwtSecret, requireUsableDemoPassword } from './setup/secrets.mjs';
import { stopRequest } from './setup/stop-request.mjs';

const BUILT = ['libs/domain/dist', 'libs/contract/dist', 'migrations/dist', 'apps/api/dist'];

await runScript(async () => {
  requireNode();
  const port = wantedPort();
  requireUsableDemoPassword();
  const asked = stopRequest();
  const lock = await takeLock(
    paths.startLock,
    ({ pid }) => `Kür is already running in this folder (process ${pid}): stop it first.`,
  );
  const toStop = [];
  try {
    await requireFreePort(port, lock.tookOver ? 10_000 : 0);
    await Promise.race([asked, develop(port, toStop)]);
    say('Stopping …');
  } finally {
    endRunning();
    for (const stop of toStop.reverse()) await stop();
    lock.release();
  }
  process.exit();
});

async function develop(port, toStop) {
  await ensureInstalled();
  const { openDatabase } = await import('./database/open-database.mjs');
  const opening = openDatabase();
  toStop.push(() => opening.then((opened) => opened.stop()).catch(() => {}));
  const [database] = await Promise.all([opening, buildApi()]);
  const { bringUpToDate } = await import('./setup/content.mjs');
  const logins = await bringUpToDate(database);

  watching(['node_modules/typescript/bin/tsc', '-b', '--watch', '--preserveWatchOutput', 'apps/api'], {}, toStop);
  watching(['node_modules/vite/bin/vite.js', 'apps/web'], { KUER_API_URL: `http://localhost:${port}` }, toStop);
  if (logins) console.log(`\n${logins}\n`);
  await keepApiRunning(port, { databaseUrl: database.appUrl, jwtSecret: jwtSecret() }, toStop);
}

function watching(args, env, toStop) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  toStop.push(() => child.kill('SIGTERM'));
}

/** Runs the API as it is built, again after each build; one that does not start waits for the next build. */
async function keepApiRunning(port, settings, toStop) {
  let api = null;
  toStop.push(() => api?.stop());
  for (;;) {
    const changed = nextBuild();
    api = startApi(port);
    await api.connect(settings).then(
      () => say(`The API answers on port ${port}.`),
      (error) => console.error(error.message),
    );
    await changed;
    await api.stop();
  }
}

/** Resolves when something was built, and then nothing for a moment. */
function nextBuild() {
  return new Promise((resolve) => {
    let timer;
    const watchers = BUILT.map((folder) =>
      watch(join(root, folder), { recursive: true }, (_event, file) => {
        if (!file?.endsWith('.js')) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          for (const watcher of watchers) watcher.close();
          resolve();
        }, 300);
      }),
    );
  });
}
