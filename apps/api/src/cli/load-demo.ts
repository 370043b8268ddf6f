import { PASSWORD_MIN_LENGTH } from '@kuer/contract';
import { loadDemo } from '../demo/load/load-demo.js';
import { DatabaseProblem } from '../persistence/check-database.js';
import { openApp } from './open-app.js';

const USAGE =
  'Usage: load-demo, with KUER_DATABASE_URL set, and the password of all demo accounts in KUER_DEMO_PASSWORD. Does nothing where calls are there already.';

process.exitCode = await main(process.env.KUER_DATABASE_URL, process.env.KUER_DEMO_PASSWORD ?? '');

async function main(url: string | undefined, password: string): Promise<number> {
  if (!url || password.length < PASSWORD_MIN_LENGTH) {
    console.error(`${USAGE} The password needs at least ${PASSWORD_MIN_LENGTH} characters.`);
    return 2;
  }
  try {
    await load(url, password);
    return 0;
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function load(url: string, password: string): Promise<void> {
  const started = performance.now();
  const app = await openApp(url);
  try {
    const isLoaded = await loadDemo(app, { password, say: (line) => console.log(line) });
    if (isLoaded) console.log(`Loaded in ${Math.round((performance.now() - started) / 1000)} s`);
  } finally {
    await app.close();
  }
}
