// End-to-end tests: `gate` reads the weapp build, `weapp` runs it in the glass-easel host, `h5` runs the H5 build.
// Two files side by side, as `npm test` asks for: each has a browser, a service and a database of its own.
const path = require('node:path');

const project = (displayName, testMatch, settings) => ({
  displayName,
  rootDir: __dirname,
  testMatch: testMatch.map((pattern) => path.join(__dirname, pattern)),
  testEnvironment: 'node',
  transform: {
    // Functions are sent into the browser as text: they must stay free of helpers, hence the target.
    '\\.ts$': [
      '@swc/jest',
      { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/../dist'],
  ...settings,
});

const onTownship = {
  globalSetup: path.join(__dirname, 'global-setup.ts'),
  globalTeardown: path.join(__dirname, 'global-teardown.ts'),
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('gate', ['gate/**/*.test.ts']),
    project('weapp', ['weapp/**/*.test.ts', 'journeys/**/*.weapp.test.ts'], onTownship),
    project('h5', ['journeys/**/*.h5.test.ts'], onTownship),
  ],
  testTimeout: 240_000,
  maxWorkers: 2,
};
