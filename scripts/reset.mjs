/** npm run reset: takes the demo away, database, passwords and logs; the next npm start makes a new one. */
import { rmSync } from 'node:fs';
import { stopServer } from './database/postmaster.mjs';
import { explainFileError, Failure, runScript } from './setup/failure.mjs';
import { takeLock } from './setup/lock.mjs';
import { dataFolder, paths } from './setup/paths.mjs';
import { forgetEmbedded } from './setup/secrets.mjs';

await runScript(async () => {
  if (process.env.KUER_DATABASE_URL) {
    throw new Failure('npm run reset only empties the embedded demo; the database of KUER_DATABASE_URL is left alone.');
  }
  const lock = await takeLock(
    paths.startLock,
    ({ pid, address }) =>
      `Kür is running in this folder (process ${pid}${address ? `, ${address}` : ''}): stop it first, then reset.`,
  );
  try {
    // A start that was killed leaves its Postgres behind.
    await stopServer(paths.postgres);
    for (const path of demoFiles()) rmSync(path, { recursive: true, force: true });
    forgetEmbedded();
  } catch (error) {
    throw explainFileError(error, dataFolder);
  } finally {
    lock.release();
  }
  console.log('The demo is empty. npm start loads it anew.');
});

function demoFiles() {
  const { postgres, postgresLog, apiLog, demoLoading } = paths;
  return [postgres, `${postgres}.new`, `${postgres}.password`, postgresLog, apiLog, demoLoading];
}
