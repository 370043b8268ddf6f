/**
 * The tests are ES modules: run Jest with NODE_OPTIONS=--experimental-vm-modules (npm test sets it).
 * Node 20 reads no TypeScript by itself: esbuild-register turns this file into CommonJS, so there is no import.meta in it.
 *
 * @jest-config-loader esbuild-register
 */
import type { Config } from 'jest';

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

const shared: Project = {
  rootDir: __dirname,
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
const onPostgres: Project = {
  ...shared,
  globalSetup: '<rootDir>/scripts/test/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/scripts/test/jest-global-teardown.mjs',
};

const config: Config = {
  // A loaded machine is no defect. Jest reads this here, not in a project.
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,migrations,scripts}/**/*.spec.{ts,mjs}'] },
    {
      ...onPostgres,
      displayName: 'medium',
      testMatch: ['<rootDir>/{libs,apps,migrations,scripts}/**/*.medium-spec.{ts,mjs}'],
    },
    {
      ...onPostgres,
      displayName: 'e2e',
      testMatch: ['<rootDir>/{apps/api/test/e2e,bench,scripts}/**/*.e2e-spec.{ts,mjs}'],
    },
    { ...onPostgres, displayName: 'browser', testMatch: ['<rootDir>/apps/web/test/**/*.browser-spec.ts'] },
  ],
};

export default config;
