/** A worker process that a test can kill: the built parts, two kinds of jobs, and notes of every attempt in `notes`. */
const { MidwayContainer } = require('@midwayjs/core');
const { CONFIG, readConfig } = require('../../dist/src/platform/config/config');
const { Database } = require('../../dist/src/platform/database/database');
const { Jobs } = require('../../dist/src/platform/jobs/jobs');
const { JobsStore } = require('../../dist/src/platform/jobs/jobs.store');
const { LOG, makeLog } = require('../../dist/src/platform/log/log');
const { Metrics } = require('../../dist/src/platform/metrics/metrics');

async function main() {
  const container = new MidwayContainer();
  container.registerObject(CONFIG, readConfig(process.env));
  container.registerObject(LOG, makeLog('silent'));
  for (const part of [Database, Metrics, JobsStore, Jobs]) container.bindClass(part);
  const database = await container.getAsync(Database);
  await database.connect();
  const jobs = await container.getAsync(Jobs);
  const notes = database.connection.collection('notes');

  jobs.define({
    name: 'test.slow',
    concurrency: 4,
    run: async ({ data, attempt, now }) => {
      const note = { pid: process.pid, attempt, at: now };
      await notes.updateOne({ _id: data.n }, { $push: { begun: note } }, { upsert: true });
      await new Promise((resolve) => setTimeout(resolve, 60));
      await notes.updateOne({ _id: data.n }, { $push: { ended: note } });
    },
  });
  jobs.define({
    name: 'test.deadly',
    maxAttempts: 2,
    run: async () => process.kill(process.pid, 'SIGKILL'),
  });
  await jobs.start({ idleMs: 20, leaseMs: Number(process.env.LEASE_MS) });
  process.send('ready');
}

main();
