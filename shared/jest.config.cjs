const { readFileSync } = require('node:fs');
const path = require('node:path');

const { $schema: _, ...swc } = JSON.parse(readFileSync(path.join(__dirname, '../.swcrc'), 'utf8'));

module.exports = {
  displayName: 'shared',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{src,test}/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^@xiangyue/shared/(.*)$': '<rootDir>/src/$1.ts' },
};
