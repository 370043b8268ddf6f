import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from '../setup/browser.mjs';
import { Failure } from '../setup/failure.mjs';
import { root } from '../setup/paths.mjs';
import { startTestCluster } from './test-cluster.mjs';

/** Before the first suite that needs Postgres: the cluster of this run. The workers inherit the environment. */
export default async function globalSetup() {
  const cluster = await startTestCluster(migrate);
  globalThis.stopTestCluster = cluster.stop;
  const { superuserUrl, template, passwords } = cluster;
  process.env.KUER_TEST_CLUSTER = JSON.stringify({ superuserUrl, template, passwords });
  process.env.CHROME_PATH ??= findBrowser() ?? '';
}

/** The migrations as they stand in the sources: a run of a single file must not meet those of the last build. */
async function migrate(ownerUrl) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'migrations'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Failure(`The migrations do not compile:\n${stdout}`);
  const [{ DataSource }, { migrations }] = await Promise.all([import('typeorm'), import('@kuer/migrations')]);
  const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}
