import { readFileSync } from 'node:fs';
import { ensureBuilt } from '../setup/build.mjs';
import { Failure } from '../setup/failure.mjs';
import { generateSchema, schemaFile } from '../setup/openapi.mjs';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/processes.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/**
 * What npm test checks besides the suites, in this order: the later ones look at what the build made.
 * Each resolves with null, or with what is wrong.
 * @type {{name: string, check: () => Promise<string | null>}[]}
 */
export const checks = [
  { name: 'build', check: () => failureOf(() => ensureBuilt({ force: true })) },
  { name: 'types', check: () => tool(TSC, '-b') },
  { name: 'types-of-the-web-app', check: () => tool(TSC, '-p', 'apps/web', '--noEmit') },
  { name: 'types-of-the-tests', check: () => tool(TSC, '-p', 'tsconfig.tests.json') },
  { name: 'types-of-the-interface', check: () => failureOf(requireCurrentSchema) },
  { name: 'lint', check: () => tool('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.') },
  {
    name: 'imports',
    check: () =>
      tool(
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
        'migrations',
      ),
  },
];

async function tool(...args) {
  const { code, output } = await run(process.execPath, args, { cwd: root });
  return code === 0 ? null : output;
}

async function failureOf(work) {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

async function requireCurrentSchema() {
  const wanted = await generateSchema();
  let found = null;
  try {
    found = readFileSync(schemaFile, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (found !== wanted)
    throw new Failure(`${schemaFile} is not what the API's document says: npm run openapi makes it anew.`);
}
