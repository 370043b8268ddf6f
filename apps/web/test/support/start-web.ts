import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startApi, type TestApi } from '../../../api/test/support/start-api.js';

const root = resolve(import.meta.dirname, '../../../..');
const SOURCES = ['apps/web/src', 'apps/web/public', 'apps/web/index.html', 'apps/web/vite.config.ts'];
const LIBRARIES = ['libs/domain/src', 'libs/contract/src'];

export interface RunningWeb {
  readonly api: TestApi;
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** API and web app on one port, as an installation runs them, on a database of their own. */
export async function startWeb(): Promise<RunningWeb> {
  const { webRoot, remove } = await builtWebApp();
  const api = await startApi({ settings: { webRoot } });
  await api.app.listen(0, '127.0.0.1');
  // On a busy machine five seconds pass between two requests of a client: its connection stays open meanwhile.
  (api.app.getHttpServer() as Server).keepAliveTimeout = 300_000;
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return {
    api,
    baseUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      await api.close();
      remove();
    },
  };
}

/** The production build: that of the checkout where it is as new as the sources, else one of its own. */
async function builtWebApp(): Promise<{ webRoot: string; remove(): void }> {
  const dist = join(root, 'apps/web/dist');
  const built = join(dist, 'index.html');
  const newest = Math.max(...[...SOURCES, ...LIBRARIES].map((path) => newestIn(join(root, path))));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return { webRoot: dist, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'kuer-web-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { NODE_OPTIONS: _, ...environment } = process.env;
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', 'apps/web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: root, env: { ...environment, NODE_ENV: 'production' } },
  );
  return { webRoot: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
