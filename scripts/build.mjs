/** npm run build: libraries, API and web app, whatever was built before. */
import { ensureBuilt } from './setup/build.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureInstalled, requireNode } from './setup/install.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  await ensureBuilt({ force: true });
});
