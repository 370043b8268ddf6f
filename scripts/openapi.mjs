/** npm run openapi: the web app's types anew from the API, after a change of its routes or classes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildApi } from './setup/build.mjs';
import { runScript } from './setup/failure.mjs';
import { ensureInstalled, requireNode } from './setup/install.mjs';
import { generateSchema, schemaFile } from './setup/openapi.mjs';

await runScript(async () => {
  requireNode();
  await ensureInstalled();
  await buildApi();
  mkdirSync(dirname(schemaFile), { recursive: true });
  writeFileSync(schemaFile, await generateSchema());
  console.log(`Written: ${schemaFile}`);
});
