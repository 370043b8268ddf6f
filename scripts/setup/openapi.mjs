import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { paths, root } from './paths.mjs';
import { run, tail } from './processes.mjs';

export const schemaFile = join(root, 'apps/web/src/api/schema.d.ts');

/**
 * The web app's types, made from the OpenAPI document of the built API. No database is needed for it.
 * @returns {Promise<string>} the text of schema.d.ts
 */
export async function generateSchema() {
  const folder = mkdtempSync(join(tmpdir(), 'kuer-openapi-'));
  try {
    const [document, types] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
    writeFileSync(document, await outputOf([`${paths.apiCli}/openapi.js`], 'The OpenAPI document cannot be made'));
    const generator = join(root, 'apps/web/node_modules/openapi-typescript/bin/cli.js');
    await outputOf([generator, document, '--output', types], 'The types of the web app cannot be made');
    return readFileSync(types, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function outputOf(args, failure) {
  const { code, output, stdout } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw new Failure(`${failure}:\n${tail(output)}`);
  return stdout;
}
