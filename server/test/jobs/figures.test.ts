/** The figures an operator watches, and what a look for work costs the database. */

import { jobKind } from '../../src/platform/jobs/job-kinds';
import { until } from '../until';
import { type JobProcess, jobProcesses, QUICK } from './job-process';

const work = jobKind<null>('test.work');

jest.setTimeout(30_000);

let first: JobProcess;
beforeEach(async () => {
  [first] = (await jobProcesses(1)) as [JobProcess];
});
afterEach(() => first.stop());

/** The lines of /metrics about this kind, as `name{labels}` → value. */
async function figures(): Promise<Record<string, number>> {
  const lines = (await first.metrics.registry.metrics()).split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => line.startsWith('xiangyue_job') && line.includes(work))
      .map((line) => line.split(' ') as [string, string])
      .map(([name, value]) => [name.replace(`kind="${work}"`, '').replace(/[{},]|xiangyue_|"/g, ''), Number(value)]),
  );
}

test('waiting, running and dead jobs, and how long the oldest has been due', async () => {
  first.jobs.define({ name: work, run: async () => undefined });
  expect(await figures()).toEqual({
    jobs_lag_seconds: 0,
    'jobsstate=waiting': 0,
    'jobsstate=running': 0,
    'jobsstate=dead': 0,
  });

  const nowMs = Date.now();
  for (const [key, dueMs] of [
    ['a', -90_000],
    ['b', -60_000],
    ['c', -30_000],
    ['d', 3600_000],
  ] as const)
    await first.jobs.schedule(work, key, null, new Date(nowMs + dueMs));
  const claim = (lease: string) => first.store.claim([work], new Date(), lease, new Date(nowMs + 30_000));
  const dying = await claim('one');
  await first.store.bury(dying as NonNullable<typeof dying>, new Date(), '不行');
  await claim('two');
  const { jobs_lag_seconds, ...counts } = await figures();
  expect(counts).toEqual({ 'jobsstate=waiting': 2, 'jobsstate=running': 1, 'jobsstate=dead': 1 });
  expect(jobs_lag_seconds).toBeGreaterThanOrEqual(30);
  expect(jobs_lag_seconds).toBeLessThan(35);
});

test('attempts by outcome', async () => {
  first.jobs.define({
    name: work,
    maxAttempts: 2,
    run: async ({ attempt }) => {
      if (attempt === 1) throw new Error('再来一次');
    },
  });
  await first.jobs.schedule(work, 'a', null, new Date());
  await first.jobs.start(QUICK);
  await until(async () => (await figures())['job_attempts_totaloutcome=done'] === 1);
  expect(await figures()).toMatchObject({ 'job_attempts_totaloutcome=failed': 1, 'job_attempts_totaloutcome=done': 1 });
});

test('a look for work reads the index only, and not the jobs that are planned or done', async () => {
  const jobs = first.database.connection.collection('jobs');
  const kinds = Array.from({ length: 20 }, (_, i) => `test.k${i}`);
  await jobs.insertMany(
    kinds.flatMap((kind) => [
      ...Array.from({ length: 50 }, (_, i) => ({
        kind,
        key: `w${i}`,
        state: 'waiting',
        claimableAt: new Date(4e12 + i),
      })),
      ...Array.from({ length: 50 }, (_, i) => ({ kind, key: `d${i}`, state: 'done', expiresAt: new Date(4e12) })),
    ]),
  );
  const profile = async (command: object) => {
    const answer = await first.database.connection.db?.command({ explain: command, verbosity: 'executionStats' });
    return answer?.executionStats;
  };
  const look = { kind: { $in: kinds }, claimableAt: { $gte: new Date(0) } };
  const peek = await profile({
    find: 'jobs',
    filter: look,
    projection: { _id: 0, claimableAt: 1 },
    sort: { claimableAt: 1 },
    limit: 1,
  });
  expect(peek).toMatchObject({ nReturned: 1, totalKeysExamined: kinds.length, totalDocsExamined: 0 });
  const claim = await profile({
    findAndModify: 'jobs',
    query: { kind: { $in: kinds }, claimableAt: { $lte: new Date() } },
    sort: { claimableAt: 1 },
    update: { $set: { state: 'running' } },
  });
  expect(claim).toMatchObject({ totalKeysExamined: 0, totalDocsExamined: 0 });
  expect(await first.store.nextClaimableAt(kinds)).toEqual(new Date(4e12));
});

test('its indexes are known to the migrator', async () => {
  const { missingIndexes, unknownIndexes } = await first.migrator.plan([]);
  expect([missingIndexes, unknownIndexes]).toEqual([[], []]);
});
