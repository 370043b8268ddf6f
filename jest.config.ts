import type { Config } from 'jest';

// ESM throughout: run with NODE_OPTIONS=--experimental-vm-modules (npm test sets it).
const shared: Config = {
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
};

const config: Config = {
  projects: [
    { ...shared, displayName: 'unit', rootDir: '.', testMatch: ['<rootDir>/{libs,apps,migrations}/**/*.spec.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
    { ...shared, displayName: 'medium', rootDir: '.', testMatch: ['<rootDir>/**/*.medium-spec.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
    { ...shared, displayName: 'e2e', rootDir: '.', testMatch: ['<rootDir>/apps/api/test/e2e/**/*.e2e-spec.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
    { ...shared, displayName: 'browser', rootDir: '.', testMatch: ['<rootDir>/apps/web/test/**/*.browser-spec.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'] },
  ],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
};

export default config;
