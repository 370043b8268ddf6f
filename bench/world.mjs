import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../scripts/database/embedded-postgres.mjs';
import { stopServer } from '../scripts/database/postmaster.mjs';
import { prepareDatabase, urlFor } from '../scripts/database/prepare-database.mjs';
import { runCli } from '../scripts/setup/api-process.mjs';

const DATABASE = 'kuer_bench';

/** A Postgres of its own in a folder of its own: durable as for a real installation, migrated, and removed by `dispose()`. */
export async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'kuer-bench-'));
  const dataDir = join(folder, 'postgres');
  // Postgres is a process group of its own: whoever stops the bench must not leave it behind.
  const stopped = () => dispose().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.once(signal, stopped);
  const dispose = async () => {
    for (const signal of signals) process.off(signal, stopped);
    await stopServer(dataDir);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir });
    const secret = () => randomBytes(24).toString('hex');
    const passwords = { owner: secret(), app: secret(), verifier: secret(), backup: secret() };
    const { ownerUrl, appUrl } = await prepareDatabase(server.superuserUrl, DATABASE, passwords);
    await runCli('migrate', ['up'], { KUER_OWNER_DATABASE_URL: ownerUrl }, () => {});
    return {
      appUrl,
      superuserUrl: urlFor(server.superuserUrl, { database: DATABASE }),
      apiLog: join(folder, 'api.log'),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}
