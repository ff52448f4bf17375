const { transformSync } = require('@babel/core');
const { describeContract } = require('../config/describe-contract.cjs');

/** Jest: a contract module as the bundle has it. */
module.exports = {
  process: (_source, file) =>
    transformSync(describeContract(file), {
      configFile: false,
      presets: [['@babel/preset-env', { targets: { node: 'current' } }]],
    }),
  // A contract is made of more than its own file: never kept between runs.
  getCacheKey: () => String(process.hrtime.bigint()),
};
