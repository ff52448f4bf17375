/** A worker process that a test can kill: the built service without HTTP, running jobs. */
const { readConfig } = require('../../dist/src/platform/config/config');
const { Jobs } = require('../../dist/src/platform/jobs/jobs');
const { startBackend } = require('../../dist/src/service');

async function main() {
  const { use } = await startBackend(readConfig(process.env));
  await use(Jobs).start({ idleMs: 20, leaseMs: Number(process.env.LEASE_MS) });
  process.send('ready');
}

main();
