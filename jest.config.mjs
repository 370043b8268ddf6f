// ESM throughout: run with NODE_OPTIONS=--experimental-vm-modules (npm test sets it).
// A .mjs file, because Jest on Node 20 would need ts-node to read a .ts one.

/** @type {import('jest').Config} */
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@kuer/domain$': '<rootDir>/libs/domain/src/index.ts',
    '^@kuer/contract/messages$': '<rootDir>/libs/contract/src/messages.ts',
    '^@kuer/contract$': '<rootDir>/libs/contract/src/index.ts',
    '^@kuer/testing$': '<rootDir>/libs/testing/src/index.ts',
    '^@kuer/migrations$': '<rootDir>/migrations/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/', '<rootDir>/migrations/dist/', '<rootDir>/\\.kuer/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

// The suites that need Postgres share one embedded cluster per run; Jest starts it once, and only when one of them runs.
const onPostgres = {
  ...shared,
  globalSetup: '<rootDir>/scripts/test/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/scripts/test/jest-global-teardown.mjs',
};

/** @type {import('jest').Config} */
export default {
  // A loaded machine is no defect. Jest reads this here, not in a project.
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,migrations,scripts}/**/*.spec.{ts,mjs}'] },
    {
      ...onPostgres,
      displayName: 'medium',
      testMatch: ['<rootDir>/{libs,apps,migrations,scripts}/**/*.medium-spec.{ts,mjs}'],
    },
    { ...onPostgres, displayName: 'e2e', testMatch: ['<rootDir>/{apps/api/test/e2e,scripts}/**/*.e2e-spec.{ts,mjs}'] },
    { ...onPostgres, displayName: 'browser', testMatch: ['<rootDir>/apps/web/test/**/*.browser-spec.ts'] },
  ],
};
