/** Lets a process that a test forks run our TypeScript as it stands, compiled as the build compiles it. */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const { $schema: _, ...settings } = JSON.parse(readFileSync(path.join(__dirname, '../../../.swcrc'), 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, filename, sourceMaps: false });
  module._compile(code, filename);
};
