const { describeContract, SHARED_SOURCE } = require('./describe-contract.cjs');

/** Webpack: a contract module enters the bundle as plain data (see describe-contract.cjs). */
module.exports = function contractLoader() {
  this.addContextDependency(SHARED_SOURCE);
  return describeContract(this.resourcePath);
};
