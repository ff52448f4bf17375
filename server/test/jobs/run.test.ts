/** What happens to a claimed job: done once, tried again, given up with a reason, interrupted, given back. */
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { DEAD_KEPT_MS } from '../../src/platform/jobs/jobs.store';
import { until } from '../until';
import { type JobProcess, jobProcesses, QUICK, sleep, storedJobs } from './job-process';

const work = jobKind<{ n: number }>('test.work');
const NOW = () => new Date();
// Machines that run tests are busy; each wait in here has its own, shorter limit.
jest.setTimeout(30_000);

let processes: JobProcess[];
let first: JobProcess;
beforeEach(async () => {
  processes = await jobProcesses(4);
  first = processes[0] as JobProcess;
});
afterEach(() => Promise.all(processes.map((process) => process.stop())));

const stateOf = async (key: string) => (await storedJobs(first, work)).get(key)?.state;

test('four workers, two hundred jobs: each runs once, and all four worked', async () => {
  const runs: { n: number; by: number; attempt: number }[] = [];
  for (const [by, { jobs }] of processes.entries())
    jobs.define({
      name: work,
      concurrency: 8,
      run: async ({ data, attempt }) => {
        runs.push({ n: data.n, by, attempt });
        await sleep(2);
      },
    });
  for (let n = 0; n < 200; n++) await first.jobs.schedule(work, `${n}`, { n }, NOW());
  await Promise.all(processes.map(({ jobs }) => jobs.start(QUICK)));
  await until(async () => [...(await storedJobs(first, work)).values()].every(({ state }) => state === 'done'), 20_000);
  expect(runs.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  expect(new Set(runs.map(({ attempt }) => attempt))).toEqual(new Set([1]));
  expect(new Set(runs.map(({ by }) => by))).toEqual(new Set([0, 1, 2, 3]));
});

test('a process runs no more than its places, and no more of a kind than the kind allows', async () => {
  const other = jobKind<null>('test.other');
  const running = { [work]: 0, [other]: 0 };
  let most = 0;
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const run = (kind: string) => async () => {
    running[kind] = (running[kind] ?? 0) + 1;
    most = Math.max(most, (running[work] ?? 0) + (running[other] ?? 0));
    await gate;
    await sleep(5);
    running[kind] = (running[kind] ?? 0) - 1;
  };
  first.jobs.define({ name: work, concurrency: 2, run: run(work) });
  first.jobs.define({ name: other, concurrency: 9, run: run(other) });
  for (let n = 0; n < 12; n++) {
    await first.jobs.schedule(work, `${n}`, { n }, new Date(0));
    await first.jobs.schedule(other, `${n}`, null, NOW());
  }
  await first.jobs.start({ ...QUICK, concurrency: 5 });
  await until(() => running[work] === 2 && running[other] === 3);
  await sleep(60);
  expect(running).toEqual({ [work]: 2, [other]: 3 });
  open();
  await until(async () => (await first.store.count()).every(({ kind }) => kind === 'platform.sweep'));
  expect(most).toBe(5);
});

test('a job planned by this process runs at once, one of another process at its next look', async () => {
  const ran: string[] = [];
  for (const { jobs } of processes) jobs.define({ name: work, run: async ({ data }) => void ran.push(`${data.n}`) });
  await first.jobs.start({ ...QUICK, idleMs: 60_000 });
  await sleep(50);
  await first.jobs.schedule(work, 'own', { n: 1 }, NOW());
  await until(() => ran.length === 1);
  await first.jobs.schedule(work, 'own, in a moment', { n: 2 }, new Date(Date.now() + 150));
  await until(() => ran.length === 2);

  const [, second, third] = processes as [JobProcess, JobProcess, JobProcess];
  await second.jobs.start({ ...QUICK, idleMs: 100 });
  await sleep(50);
  await third.jobs.schedule(work, 'of another', { n: 3 }, NOW());
  await until(() => ran.length === 3);
  expect(ran).toEqual(['1', '2', '3']);
});

test('a job that fails is tried again after a wait, and its reason is forgotten when it succeeds', async () => {
  const begun: { attempt: number; at: number; now: Date }[] = [];
  first.jobs.define({
    name: work,
    run: async ({ attempt, now }) => {
      begun.push({ attempt, at: Date.now(), now });
      if (attempt < 3) throw new Error(`第 ${attempt} 次没有成功`);
    },
  });
  await first.jobs.schedule(work, 'a', { n: 1 }, NOW());
  await first.jobs.start({ ...QUICK, backOff: { baseMs: 60, capMs: 1_000 }, random: () => 0.5 });
  await until(async () => (await stateOf('a')) === 'done');
  expect(begun.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  const [one, two, three] = begun.map(({ at }) => at) as [number, number, number];
  expect(two - one).toBeGreaterThanOrEqual(60);
  expect(three - two).toBeGreaterThanOrEqual(120);
  // Each is told the time of its own attempt, not of the first.
  for (const [i, { at, now }] of begun.entries()) {
    expect(now.getTime()).toBeLessThanOrEqual(at);
    expect(now.getTime()).toBeGreaterThan(begun[i - 1]?.at ?? 0);
  }
  expect((await storedJobs(first, work)).get('a')).not.toHaveProperty('reason');
});

test('after its last attempt it is dead, listed with its reason, and can be revived once', async () => {
  let broken = true;
  let runs = 0;
  const reason = '短信通道拒绝了请求。'.repeat(100);
  first.jobs.define({
    name: work,
    maxAttempts: 3,
    concurrency: 5,
    run: async () => {
      runs += 1;
      if (broken) throw new Error(reason);
    },
  });
  for (let n = 0; n < 5; n++) await first.jobs.schedule(work, `${n}`, { n }, NOW());
  await first.jobs.start(QUICK);
  await until(async () => (await first.jobs.dead()).length === 5);
  expect(runs).toBe(15);

  const all = await first.jobs.dead();
  const pages = [
    await first.jobs.dead(undefined, 2),
    await first.jobs.dead(all[1], 2),
    await first.jobs.dead(all[3], 2),
  ];
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual(all);
  expect(all.map(({ deadAt }) => deadAt.getTime())).toEqual(
    all.map(({ deadAt }) => deadAt.getTime()).sort((a, b) => b - a),
  );
  const job = all.find(({ key }) => key === '2');
  expect(job).toEqual({
    id: 'test.work/2',
    kind: 'test.work',
    key: '2',
    data: { n: 2 },
    attempt: 3,
    reason: reason.slice(0, 500),
    deadAt: expect.any(Date),
  });
  const stored = (await storedJobs(first, work)).get('2') as { deadAt: Date; expiresAt: Date };
  expect(stored.expiresAt.getTime() - stored.deadAt.getTime()).toBe(DEAD_KEPT_MS);

  expect(await first.jobs.schedule(work, '2', { n: 2 }, NOW())).toBe(false);
  expect(await first.jobs.cancel(work, '2')).toBe(false);
  broken = false;
  const answers = await Promise.all(processes.map(({ jobs }) => jobs.revive('test.work/2', NOW())));
  expect(answers.filter(Boolean)).toEqual([true]);
  await until(async () => (await stateOf('2')) === 'done');
  expect(runs).toBe(16);
  expect(await first.jobs.revive('test.work/2', NOW())).toBe(false);
  expect((await first.jobs.dead()).map(({ key }) => key).sort()).toEqual(['0', '1', '3', '4']);
});

test('a handler that takes too long is interrupted, its place is free, and the limit is the reason', async () => {
  const signals: AbortSignal[] = [];
  first.jobs.define({
    name: work,
    maxAttempts: 1,
    timeLimitMs: 60,
    run: ({ data, signal }) => {
      signals.push(signal);
      return data.n === 0 ? new Promise(() => undefined) : Promise.resolve();
    },
  });
  await first.jobs.schedule(work, 'hangs', { n: 0 }, new Date(0));
  await first.jobs.schedule(work, 'next', { n: 1 }, NOW());
  await first.jobs.start(QUICK);
  await until(async () => (await stateOf('next')) === 'done');
  expect((await first.jobs.dead()).map(({ key, reason }) => [key, reason])).toEqual([
    ['hangs', '超过时限（0.06 秒）仍未完成'],
  ]);
  expect(signals[0]?.aborted).toBe(true);
});

test('heartbeats carry long work beyond the time limit and the lease', async () => {
  let steps = 0;
  for (const { jobs } of processes)
    jobs.define({
      name: work,
      timeLimitMs: 200,
      run: async ({ heartbeat }) => {
        for (let i = 0; i < 10; i++, steps++) {
          await heartbeat();
          await sleep(50);
        }
      },
    });
  await first.jobs.schedule(work, 'long', { n: 1 }, NOW());
  await Promise.all(processes.map(({ jobs }) => jobs.start({ ...QUICK, leaseMs: 150 })));
  await until(async () => (await stateOf('long')) === 'done');
  expect(steps).toBe(10);
  expect((await storedJobs(first, work)).get('long')?.attempt).toBe(1);
});

test('who has lost a job can write nothing about it, and is told at the next heartbeat', async () => {
  const ended: string[] = [];
  first.jobs.define({
    name: work,
    run: async ({ heartbeat, signal }) => {
      await sleep(100);
      await heartbeat().catch((error: Error) => ended.push(error.message));
      ended.push(String(signal.aborted));
    },
  });
  await first.jobs.schedule(work, 'a', { n: 1 }, NOW());
  await first.jobs.start({ ...QUICK, leaseMs: 60_000 });
  await until(async () => (await stateOf('a')) === 'running');
  // Another process's clock is a minute ahead: it finds the lease at its end and takes the job over.
  const taken = await (processes[1] as JobProcess).store.claim(
    [work],
    new Date(Date.now() + 61_000),
    'other',
    new Date(Date.now() + 99_000),
  );
  expect(taken).toMatchObject({ id: 'test.work/a', attempt: 2 });
  await until(() => ended.length === 2);
  await sleep(30);
  expect(ended).toEqual(['test.work/a: another process has this job', 'true']);
  expect((await storedJobs(first, work)).get('a')).toMatchObject({ state: 'running', lease: 'other', attempt: 2 });
});

describe('a graceful stop', () => {
  test('waits for what is nearly done, gives back what is not, and counts no attempt for it', async () => {
    const ended: number[] = [];
    const begun: number[] = [];
    const define = (jobs: JobProcess['jobs'], patient: boolean) =>
      jobs.define({
        name: work,
        concurrency: 3,
        run: async ({ data, attempt, signal }) => {
          begun.push(data.n);
          expect(attempt).toBe(1);
          if (patient) await sleep(data.n === 0 ? 100 : 1_000);
          if (!signal.aborted) ended.push(data.n);
        },
      });
    define(first.jobs, true);
    for (let n = 0; n < 5; n++) await first.jobs.schedule(work, `${n}`, { n }, new Date(n));
    await first.jobs.start({ ...QUICK, leaseMs: 60_000 });
    await until(() => begun.length === 3);
    await first.jobs.stop();
    expect([ended, begun]).toEqual([[0], [0, 1, 2]]);
    const stored = await storedJobs(first, work);
    expect([...stored.values()].map(({ key, state, attempt, lease }) => [key, state, attempt, lease])).toEqual([
      ['0', 'done', 1, undefined],
      ['1', 'waiting', 0, undefined],
      ['2', 'waiting', 0, undefined],
      ['3', 'waiting', 0, undefined],
      ['4', 'waiting', 0, undefined],
    ]);
    const second = processes[1] as JobProcess;
    define(second.jobs, false);
    await second.jobs.start(QUICK);
    await until(() => ended.length === 5);
    expect([...ended].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test('ends long work at its next heartbeat, without waiting', async () => {
    let steps = 0;
    first.jobs.define({
      name: work,
      run: async ({ heartbeat }) => {
        for (; ; steps++) {
          await heartbeat();
          await sleep(20);
        }
      },
    });
    await first.jobs.schedule(work, 'endless', { n: 1 }, NOW());
    await first.jobs.start({ ...QUICK, drainMs: 10_000 });
    await until(() => steps > 2);
    const stoppedAt = Date.now();
    await first.jobs.stop();
    expect(Date.now() - stoppedAt).toBeLessThan(8_000);
    expect((await storedJobs(first, work)).get('endless')).toMatchObject({ state: 'waiting', attempt: 0 });
  });
});
