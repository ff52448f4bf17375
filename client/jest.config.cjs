const path = require('node:path');

const at = (relative) => path.join(__dirname, relative);

/** Pure tests (`*.test.ts`) run in node; what is drawn (`*.test.tsx`) in jsdom, with two stand-ins for Taro. */
const shared = {
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/config'],
  globals: { SERVICE_ORIGIN: '', SPEECH_PLUGIN: '', APP_VERSION: '1.2.3' },
  restoreMocks: true,
  moduleNameMapper: {
    '\\.(css|scss)$': at('test/stand-ins/style.cjs'),
    '^@/(.*)$': at('src/$1'),
    '^@xiangyue/shared/(.*)$': at('../shared/src/$1'),
    '^@tarojs/taro$': at('test/stand-ins/taro.ts'),
    '^@tarojs/components$': at('test/stand-ins/components.tsx'),
  },
  transform: {
    // As in the bundle: contracts are plain data.
    '(\\.contract|kernel/fields)\\.ts$': at('test/contract-transform.cjs'),
    '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: at('babel.config.js') }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nutui|@babel/runtime)/)'],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    { ...shared, displayName: 'client', testEnvironment: 'node', testMatch: ['**/*.test.ts'] },
    {
      ...shared,
      displayName: 'client screens',
      testEnvironment: 'jsdom',
      testMatch: ['**/*.test.tsx'],
      setupFilesAfterEnv: [at('test/setup-screens.ts')],
    },
  ],
};
