import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '../setup/paths.mjs';

/** A checkout in small, in which every rule is broken once, to see that it is noticed. */
let folder;

const FILES = {
  // What may be imported.
  'libs/domain/package.json': '{ "name": "@kuer/domain", "exports": { ".": "./dist/index.js" } }',
  'libs/domain/dist/index.js': 'export const one = 1;',
  'libs/contract/package.json':
    '{ "name": "@kuer/contract", "exports": { ".": "./dist/index.js", "./messages": "./dist/messages.js" } }',
  'libs/contract/dist/index.js': 'export class Request {}',
  'libs/contract/dist/messages.js': 'export const messages = {};',
  'libs/testing/package.json': '{ "name": "@kuer/testing", "exports": { ".": "./dist/index.js" } }',
  'libs/testing/dist/index.js': 'export const testDatabase = 1;',
  'libs/domain/src/call/good.ts': `import { stage } from '../stage2-review/good.js';\nexport const good = stage;`,
  'libs/domain/src/stage2-review/good.ts': 'export const stage = 2;',
  'apps/api/src/stage2-review/good.ts': `import { one } from '@kuer/domain';\nimport { Request } from '@kuer/contract';\nexport const good = [one, Request];`,
  'apps/web/src/stage2-review/good.ts': `import { one } from '@kuer/domain';\nimport { messages } from '@kuer/contract/messages';\nimport type { Request } from '@kuer/contract';\nexport const good = (request: Request) => [one, messages, request];`,
  'apps/api/src/good.spec.ts': `import { testDatabase } from '@kuer/testing';\nexport const good = testDatabase;`,
  'apps/web/src/api/good.ts': `export const good = () => fetch('/api');`,
  // What may not.
  'libs/domain/src/node.ts': `import { join } from 'node:path';\nexport const bad = join;`,
  'libs/domain/src/npm.ts': `import pg from 'pg';\nexport const bad = pg;`,
  'libs/domain/src/stage1-formal-check/bad.ts': `import { stage } from '../stage2-review/good.js';\nexport const bad = stage;`,
  'libs/domain/src/circle-a.ts': `import { b } from './circle-b.js';\nexport const a = () => b;`,
  'libs/domain/src/circle-b.ts': `import { a } from './circle-a.js';\nexport const b = () => a;`,
  'libs/contract/src/bad.ts': `import { good } from '../../../apps/api/src/stage2-review/good.js';\nexport const bad = good;`,
  'libs/contract/src/database.ts': `import { DataSource } from 'typeorm';\nexport const bad = DataSource;`,
  'migrations/src/bad.ts': `import { one } from '@kuer/domain';\nexport const bad = one;`,
  'apps/api/src/web.ts': `import { good } from '../../web/src/stage2-review/good.js';\nexport const bad = good;`,
  'apps/api/src/testing.ts': `import { testDatabase } from '@kuer/testing';\nexport const bad = testDatabase;`,
  'apps/api/src/spec.ts': `import { good } from './good.spec.js';\nexport const bad = good;`,
  'apps/api/src/nowhere.ts': `import { nothing } from './nothing.js';\nexport const bad = nothing;`,
  'apps/api/src/undeclared.ts': `import createClient from 'openapi-fetch';\nexport const bad = createClient;`,
  'apps/api/src/development.ts': `import ts from 'typescript';\nexport const bad = ts;`,
  'apps/api/src/stage3-jury/bad.ts': `import { good } from '../stage2-review/good.js';\nexport const bad = good;`,
  'apps/web/src/stage3-jury/bad.ts': `import { good } from '../stage2-review/good.js';\nexport const bad = good;`,
  'apps/web/src/api.ts': `import { good } from '../../api/src/stage2-review/good.js';\nexport const bad = good;`,
  'apps/web/src/contract.ts': `import { Request } from '@kuer/contract';\nexport const bad = Request;`,
  'apps/web/src/client.ts': `import createClient from 'openapi-fetch';\nexport const bad = createClient;`,
  // What Biome sees.
  'libs/domain/src/clock.ts': 'export const bad = () => new Date();',
  'libs/domain/src/chance.ts': 'export const bad = () => Math.random();',
  'apps/web/src/shared/fetch.ts': `export const bad = () => fetch('/api');`,
  'apps/web/src/shared/events.ts': `export const bad = () => new EventSource('/api');`,
  'apps/api/src/promise.ts': 'async function work(): Promise<void> {}\nexport function bad(): void {\n  work();\n}',
  'apps/api/src/switch.ts':
    "type Choice = 'yes' | 'no';\nexport function bad(choice: Choice): number {\n  switch (choice) {\n    case 'yes':\n      return 1;\n  }\n  return 0;\n}",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuer-rules-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  for (const path of [
    '.dependency-cruiser.cjs',
    'biome.json',
    'tsconfig.base.json',
    'package.json',
    '.gitignore',
    'scripts/lint',
  ]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules/@kuer'), { recursive: true });
  for (const name of ['pg', 'typeorm', 'openapi-fetch', '@types', 'typescript']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const name of ['domain', 'contract', 'testing']) {
    symlinkSync(join(folder, 'libs', name), join(folder, 'node_modules/@kuer', name));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runTool(tool, ...args) {
  return spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
}

describe('the import rules', () => {
  let violations;
  beforeAll(() => {
    const { stdout } = runTool(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs', 'migrations'],
    );
    violations = JSON.parse(stdout).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  });

  it.each([
    ['no-circular', 'libs/domain/src/circle-a.ts'],
    ['resolvable', 'apps/api/src/nowhere.ts'],
    ['domain-is-pure', 'libs/domain/src/node.ts'],
    ['domain-is-pure', 'libs/domain/src/npm.ts'],
    ['contract-knows-only-the-domain', 'libs/contract/src/bad.ts'],
    ['contract-is-not-nest-core', 'libs/contract/src/database.ts'],
    ['migrations-stand-alone', 'migrations/src/bad.ts'],
    ['api-does-not-know-the-web-app', 'apps/api/src/web.ts'],
    ['web-does-not-know-the-api', 'apps/web/src/api.ts'],
    ['web-takes-only-words-of-the-contract', 'apps/web/src/contract.ts'],
    ['one-client-in-the-web-app', 'apps/web/src/client.ts'],
    ['stages-do-not-import-each-other', 'libs/domain/src/stage1-formal-check/bad.ts'],
    ['stages-do-not-import-each-other', 'apps/api/src/stage3-jury/bad.ts'],
    ['stages-do-not-import-each-other', 'apps/web/src/stage3-jury/bad.ts'],
    ['nothing-ships-the-test-library', 'apps/api/src/testing.ts'],
    ['only-tests-import-tests', 'apps/api/src/spec.ts'],
    ['no-undeclared-package', 'apps/api/src/undeclared.ts'],
    ['no-development-package-at-run-time', 'apps/api/src/development.ts'],
  ])('%s is noticed in %s', (rule, from) => {
    expect(violations).toContain(`${rule}: ${from}`);
  });

  it('leave alone what is allowed', () => {
    expect(
      violations.filter((violation) => violation.endsWith('good.ts') || violation.endsWith('good.spec.ts')),
    ).toEqual([]);
  });
});

describe('the lint rules', () => {
  let findings;
  beforeAll(() => {
    const { stdout } = runTool('@biomejs/biome/bin/biome', 'lint', '--reporter=json', '--max-diagnostics=none', '.');
    findings = JSON.parse(stdout).diagnostics.map(
      ({ category, location }) => `${category}: ${location.path?.file ?? location.path}`,
    );
  });

  it.each([
    ['plugin', 'libs/domain/src/clock.ts'],
    ['plugin', 'libs/domain/src/chance.ts'],
    ['lint/style/noRestrictedGlobals', 'apps/web/src/shared/fetch.ts'],
    ['lint/style/noRestrictedGlobals', 'apps/web/src/shared/events.ts'],
    ['lint/nursery/noFloatingPromises', 'apps/api/src/promise.ts'],
    ['lint/nursery/useExhaustiveSwitchCases', 'apps/api/src/switch.ts'],
  ])('%s is noticed in %s', (rule, file) => {
    expect(findings).toContain(`${rule}: ${file}`);
  });

  it('let the one client of the web app fetch', () => {
    expect(findings.filter((finding) => finding.includes('apps/web/src/api/'))).toEqual([]);
  });
});
