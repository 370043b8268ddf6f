import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainFileError } from './failure.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything a demo keeps: database, secrets, logs. KUER_DATA_DIR puts it elsewhere, for a second demo beside the first. */
export const dataFolder = resolve(root, process.env.KUER_DATA_DIR ?? '.kuer');

export const paths = {
  postgres: join(dataFolder, 'postgres'),
  postgresLog: join(dataFolder, 'postgres.log'),
  apiLog: join(dataFolder, 'api.log'),
  secrets: join(dataFolder, 'secrets.json'),
  startLock: join(dataFolder, 'start.lock'),
  demoLoading: join(dataFolder, 'demo-loading'),
  test: join(root, '.kuer', 'test'),
  testLock: join(root, '.kuer', 'test.lock'),
  apiMain: join(root, 'apps/api/dist/main.js'),
  apiCli: join(root, 'apps/api/dist/cli'),
  webDist: join(root, 'apps/web/dist'),
};

/** Others may pass through (Postgres can run as another user) but not look around. */
export function makeDataFolder(folder = dataFolder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw explainFileError(error, folder);
  }
}
