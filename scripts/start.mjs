/**
 * npm start: from a fresh checkout to a running Kür; from the second time on within a second or two.
 * package.json says "exec", so that no shell stands between npm and this script and swallows its signals.
 * Nothing that npm installs may be imported at the top of this file or of what it imports: it is not there yet.
 */
import { startApi } from './setup/api-process.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureInstalled, requireNode } from './setup/install.mjs';
import { takeLock } from './setup/lock.mjs';
import { paths } from './setup/paths.mjs';
import { requireFreePort, wantedPort } from './setup/port.mjs';
import { endRunning } from './setup/processes.mjs';
import { say } from './setup/say.mjs';
import { isProduction, jwtSecret, requireProductionSettings, requireUsableDemoPassword } from './setup/secrets.mjs';
import { stopRequest } from './setup/stop-request.mjs';

await runScript(async () => {
  requireNode();
  const port = wantedPort();
  if (isProduction) requireProductionSettings();
  else requireUsableDemoPassword();
  const asked = stopRequest();
  const lock = await takeLock(
    paths.startLock,
    ({ pid, address }) =>
      `Kür is already running in this folder (process ${pid}${address ? `, ${address}` : ''}): stop it first.`,
  );
  const toStop = [];
  const over = new AbortController();
  try {
    // After a kill, the API of that start may be a moment on its way out.
    await requireFreePort(port, lock.tookOver ? 10_000 : 0);
    const outcome = await Promise.race([asked.then((signal) => ({ signal })), serve(port, lock, toStop, over.signal)]);
    if (outcome.signal) {
      lock.note({ stopping: true });
      say('Stopping …');
    } else {
      console.error(`\n${outcome.sentence}`);
      process.exitCode = 1;
    }
  } finally {
    over.abort();
    endRunning();
    for (const stop of toStop.reverse()) await stop();
    lock.release();
  }
  if (!process.exitCode) say('Stopped.');
  // A piece of work that was cut short may still hold the process.
  process.exit();
});

/** Brings everything up, and resolves only when something of it ends by itself. What is to be stopped later goes to `toStop`. */
async function serve(port, lock, toStop, over) {
  await ensureInstalled();
  const { openDatabase } = await import('./database/open-database.mjs');
  const opening = openDatabase();
  // Noted before it is there: a stop in between must not leave a Postgres behind.
  toStop.push(() => opening.then((opened) => opened.stop()).catch(() => {}));
  const building = ensureBuilt().then(() => {
    over.throwIfAborted();
    const api = startApi(port);
    toStop.push(api.stop);
    return api;
  });
  const [database, api] = await Promise.all([opening, building]);
  const { bringUpToDate } = await import('./setup/content.mjs');
  const logins = await bringUpToDate(database);
  say('Starting …');
  await api.connect({ databaseUrl: database.appUrl, jwtSecret: jwtSecret() });
  const address = `http://localhost:${port}`;
  lock.note({ address });
  say(`Kür is running: ${address}`);
  if (logins) console.log(`\n${logins}`);
  console.log(`\nCtrl+C stops it.${isProduction ? '' : ` What the server says is in ${paths.apiLog}.`}\n`);

  return Promise.race([
    api.exited.then(() => ({ sentence: `The API has ended by itself.${api.saidLast()}` })),
    new Promise((resolve) => {
      database.onExit(() =>
        resolve({ sentence: `The database has ended by itself; its log is ${paths.postgresLog}.` }),
      );
    }),
  ]);
}
