const { readFileSync } = require('node:fs');
const path = require('node:path');

// The same compiler settings as the build (decorators and their metadata), without the schema's address.
const { $schema: _, ...swc } = JSON.parse(readFileSync(path.join(__dirname, '../.swcrc'), 'utf8'));

module.exports = {
  displayName: 'server',
  rootDir: __dirname,
  testEnvironment: 'node',
  // How long a hang may last, not how fast anything must be: a busy machine takes seconds to start a service.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{src,database,seeds,test}/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  // From source, so that a test run needs no build of shared.
  moduleNameMapper: { '^@xiangyue/shared/(.*)$': '<rootDir>/../shared/src/$1.ts' },
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
};
