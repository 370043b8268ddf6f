/**
 * Imports run one way: web → contract → domain ← contract ← api. npm run imports checks it, npm test too.
 * A package of this repository is met as libs/<name>/dist, which is what its name resolves to; its sources as libs/<name>/src.
 */
const STAGES = 'stage1-formal-check|stage2-review|stage3-jury';
const TESTS = '\\.(spec|medium-spec|e2e-spec|browser-spec)\\.tsx?$|/test/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle means that two files are one, or that something they share has no room of its own yet.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere: a typing error, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment:
        'The rules of the procedure run in the browser, in the API and in any later proof alike: no package, no node:, no other part of Kür.',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: TESTS },
      to: { pathNot: '^libs/domain/src' },
    },
    {
      name: 'contract-knows-only-the-domain',
      comment:
        'The contract is what both apps share about HTTP: it must not pull one of them, or the database, into the other.',
      severity: 'error',
      from: { path: '^libs/contract' },
      to: { path: '^(apps|migrations|libs/testing|scripts|bench)/|node_modules/(typeorm|pg)/|^@nestjs/(core|typeorm)' },
    },
    {
      name: 'contract-is-not-nest-core',
      comment:
        'Decorators of class-validator, class-transformer and @nestjs/swagger describe the classes; nothing else is needed.',
      severity: 'error',
      from: { path: '^libs/contract/src', pathNot: TESTS },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(class-validator|class-transformer|@nestjs/swagger|@types)/',
      },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration is history: it must not change its meaning because today’s code does.',
      severity: 'error',
      from: { path: '^migrations/src', pathNot: TESTS },
      to: { path: '^(apps|libs|scripts|bench)/' },
    },
    {
      name: 'api-does-not-know-the-web-app',
      comment: 'The API serves the built web app as files and never imports from it.',
      severity: 'error',
      from: { path: '^apps/api' },
      to: { path: '^apps/web' },
    },
    {
      name: 'web-does-not-know-the-api',
      comment:
        'The web app speaks HTTP. What it knows of the API are the types generated from the OpenAPI document, and the domain.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(apps/api|migrations|libs/testing|scripts|bench)/' },
    },
    {
      name: 'web-takes-only-words-of-the-contract',
      comment:
        'The contract’s classes carry validators and Nest; in the browser only its messages have business, and types.',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^libs/contract/', pathNot: '^libs/contract/dist/messages\\.', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-client-in-the-web-app',
      comment: 'Only apps/web/src/api may fetch; the global fetch is Biome’s business (noRestrictedGlobals).',
      severity: 'error',
      from: { path: '^apps/web/src', pathNot: '^apps/web/src/api/' },
      to: { path: 'node_modules/openapi-fetch/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stages-do-not-import-each-other',
      comment:
        'The stages meet in applications/, calls/ and the domain. In domain, API and web app the same three names.',
      severity: 'error',
      from: { path: `^((?:apps|libs)/[^/]+)/src/(${STAGES})/` },
      to: { path: `^$1/src/(${STAGES})/`, pathNot: '^$1/src/$2/' },
    },
    {
      name: 'nothing-ships-the-test-library',
      comment: 'Personas and test databases have no business in what runs.',
      severity: 'error',
      from: { path: '^(apps|libs/(domain|contract)|migrations)/', pathNot: TESTS },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'only-tests-import-tests',
      comment: 'What a test needs from another belongs to libs/testing or a file without .spec in its name.',
      severity: 'error',
      from: {},
      to: { path: '\\.(spec|medium-spec|e2e-spec|browser-spec)\\.tsx?$' },
    },
    {
      name: 'no-undeclared-package',
      comment:
        'A package that another one happened to bring may be gone after the next update: name it in package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package-at-run-time',
      comment: 'An installation without devDependencies must run.',
      severity: 'error',
      from: { path: '^(apps/api|libs/(domain|contract)|migrations)/src', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|(^|/)dist/' },
    exclude: { path: '^(apps|libs|migrations)[^:]*/dist/.*\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.d.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
