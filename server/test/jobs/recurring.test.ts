/** Recurring work: once a period however many processes there are, at the period's start, and never dead. */
import { nextPeriodStartMs } from '../../src/platform/jobs/jobs.rules';
import { until } from '../until';
import { type JobProcess, jobProcesses, QUICK, sleep, storedJobs } from './job-process';

jest.setTimeout(30_000);

let processes: JobProcess[];
let first: JobProcess;
beforeEach(async () => {
  processes = await jobProcesses(3);
  first = processes[0] as JobProcess;
});
afterEach(() => Promise.all(processes.map((process) => process.stop())));

test('three processes, three periods: three runs, one in each, and never two at once', async () => {
  const runs: number[] = [];
  let running = 0;
  for (const { jobs } of processes)
    jobs.every({
      name: 'test.second',
      periodMs: 1_000,
      run: async ({ now, data }) => {
        running += 1;
        runs.push(now.getTime());
        expect([running, data]).toEqual([1, null]);
        await sleep(100);
        running -= 1;
      },
    });
  const startedMs = Date.now();
  await Promise.all(processes.map(({ jobs }) => jobs.start(QUICK)));
  await until(() => runs.length >= 3);
  await sleep(150);
  expect(runs).toHaveLength(3);
  expect(runs[0]).toBeGreaterThanOrEqual(nextPeriodStartMs(startedMs, 1_000, 0));
  const periods = runs.map((at) => Math.floor(at / 1_000));
  expect(new Set(periods).size).toBe(3);
  expect([...(await storedJobs(first, 'test.second')).keys()]).toEqual(['every']);
});

test('work that keeps failing is left until its next period, with its reason, and is not dead', async () => {
  const attempts: number[] = [];
  first.jobs.every({
    name: 'test.failing',
    periodMs: 24 * 3600_000,
    maxAttempts: 2,
    run: async ({ attempt }) => {
      attempts.push(attempt);
      throw new Error('磁盘满了');
    },
  });
  // The process believes that it starts just before midnight, so that the work is due in a moment.
  const skewMs = nextPeriodStartMs(Date.now(), 24 * 3600_000, 0) - Date.now() - 50;
  const clock = () => new Date(Date.now() + skewMs);
  await first.jobs.start({ ...QUICK, clock });
  await until(async () => (await storedJobs(first, 'test.failing')).get('every')?.reason);
  await until(() => attempts.length === 2);
  await until(async () => (await storedJobs(first, 'test.failing')).get('every')?.attempt === 0);
  expect(attempts).toEqual([1, 2]);
  expect((await storedJobs(first, 'test.failing')).get('every')).toMatchObject({
    state: 'waiting',
    reason: '磁盘满了',
    claimableAt: new Date(nextPeriodStartMs(clock().getTime(), 24 * 3600_000, 0)),
  });
  expect(await first.jobs.dead()).toEqual([]);
});

test('a shorter period counts from the next start; what runs at that moment is left alone', async () => {
  const daily = { name: 'test.changed', periodMs: 24 * 3600_000, run: async () => undefined };
  const clock = () => new Date('2026-03-01T10:20:30+08:00');
  const dueAt = async () => (await storedJobs(first, 'test.changed')).get('every')?.claimableAt;
  first.jobs.every(daily);
  await first.jobs.start({ ...QUICK, clock });
  expect(await dueAt()).toEqual(new Date('2026-03-02T00:00:00+08:00'));
  const [, second, third] = processes as [JobProcess, JobProcess, JobProcess];
  second.jobs.every({ ...daily, periodMs: 3600_000 });
  await second.jobs.start({ ...QUICK, clock });
  expect(await dueAt()).toEqual(new Date('2026-03-01T11:00:00+08:00'));

  await Promise.all([first.jobs.stop(), second.jobs.stop()]);
  const leaseEnd = new Date('2026-03-01T11:00:30+08:00');
  await first.store.claim(['test.changed'], new Date('2026-03-01T11:00:00+08:00'), 'mine', leaseEnd);
  third.jobs.every({ ...daily, periodMs: 60_000 });
  await third.jobs.start({ ...QUICK, clock });
  expect(await dueAt()).toEqual(leaseEnd);
});

test('it can be neither planned nor cancelled as a one-time job, nor be shorter than a second', async () => {
  first.jobs.every({ name: 'test.second', periodMs: 1_000, run: async () => undefined });
  await expect(first.jobs.schedule('test.second' as never, 'a', null as never, new Date())).rejects.toThrow('one-time');
  await expect(first.jobs.cancel('test.second' as never, 'every')).rejects.toThrow('one-time');
  expect(() => first.jobs.every({ name: 'test.fast', periodMs: 999, run: async () => undefined })).toThrow(RangeError);
});
