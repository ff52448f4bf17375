/** One key is one job: planned, moved and taken back by single guarded writes, whoever asks at the same time. */
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { DONE_KEPT_MS } from '../../src/platform/jobs/jobs.store';
import { until } from '../until';
import { type JobProcess, jobProcesses, QUICK, sleep, storedJobs } from './job-process';

const reminder = jobKind<{ shiftId: string }>('test.reminder');
const inAnHour = () => new Date(Date.now() + 3600_000);

jest.setTimeout(30_000);

let processes: JobProcess[];
let first: JobProcess;
let ran: string[];
beforeEach(async () => {
  processes = await jobProcesses(4);
  first = processes[0] as JobProcess;
  ran = [];
  for (const { jobs } of processes)
    jobs.define({ name: reminder, concurrency: 4, run: async ({ data }) => void ran.push(data.shiftId) });
});
afterEach(() => Promise.all(processes.map((process) => process.stop())));

test('the same key fifty times at once, from four processes, is one job', async () => {
  const at = inAnHour();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      (processes[i % 4] as JobProcess).jobs.schedule(reminder, 'a', { shiftId: `s${i}` }, at),
    ),
  );
  const winner = answers.indexOf(true);
  expect(answers.filter(Boolean)).toHaveLength(1);
  expect([...(await storedJobs(first, reminder)).values()]).toEqual([
    {
      _id: 'test.reminder/a',
      kind: 'test.reminder',
      key: 'a',
      data: { shiftId: `s${winner}` },
      state: 'waiting',
      attempt: 0,
      claimableAt: at,
    },
  ]);
});

test('a done job keeps its key for seven days, without its data', async () => {
  await first.jobs.start(QUICK);
  const before = Date.now();
  await first.jobs.schedule(reminder, 'a', { shiftId: 's1' }, new Date());
  await until(async () => (await storedJobs(first, reminder)).get('a')?.state === 'done');
  expect(await first.jobs.schedule(reminder, 'a', { shiftId: 's2' }, new Date())).toBe(false);
  await sleep(60);
  expect(ran).toEqual(['s1']);
  const { expiresAt, ...rest } = (await storedJobs(first, reminder)).get('a') as { expiresAt: Date };
  expect(rest).toEqual({ _id: 'test.reminder/a', kind: reminder, key: 'a', state: 'done', attempt: 1 });
  expect(expiresAt.getTime()).toBeGreaterThanOrEqual(before + DONE_KEPT_MS);
  expect(expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + DONE_KEPT_MS);
});

test('a moved job runs at its new time, a cancelled one does not, and its key is free again', async () => {
  await first.jobs.schedule(reminder, 'moved', { shiftId: 'moved' }, inAnHour());
  await first.jobs.schedule(reminder, 'gone', { shiftId: 'gone' }, new Date(Date.now() + 100));
  expect(await first.jobs.cancel(reminder, 'gone')).toBe(true);
  expect(await first.jobs.cancel(reminder, 'gone')).toBe(false);
  expect(await first.jobs.reschedule(reminder, 'gone', new Date())).toBe(false);
  expect(await first.jobs.reschedule(reminder, 'moved', new Date(Date.now() + 50))).toBe(true);
  await first.jobs.start(QUICK);
  await until(() => ran.length > 0);
  await sleep(120);
  expect(ran).toEqual(['moved']);
  expect(await first.jobs.schedule(reminder, 'gone', { shiftId: 'again' }, new Date())).toBe(true);
  await until(() => ran.length === 2);
  expect(ran).toEqual(['moved', 'again']);
});

test('twenty cancel the same job: one did; and a job is either cancelled or run, never both', async () => {
  await first.jobs.schedule(reminder, 'a', { shiftId: 'a' }, inAnHour());
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (processes[i % 4] as JobProcess).jobs.cancel(reminder, 'a')),
  );
  expect(answers.filter(Boolean)).toEqual([true]);

  const keys = Array.from({ length: 60 }, (_, i) => `k${i}`);
  for (const key of keys) await first.jobs.schedule(reminder, key, { shiftId: key }, new Date(0));
  const canceller = processes[1] as JobProcess;
  await Promise.all([first.jobs.start(QUICK), (processes[2] as JobProcess).jobs.start(QUICK)]);
  const cancelled: string[] = [];
  for (const key of [...keys].reverse()) if (await canceller.jobs.cancel(reminder, key)) cancelled.push(key);
  await until(() => ran.length + cancelled.length >= keys.length);
  await sleep(60);
  expect([...ran, ...cancelled].sort()).toEqual([...keys].sort());
  expect(cancelled.length).toBeGreaterThan(0);
  expect(ran.length).toBeGreaterThan(0);
});

test('a job is either moved or cancelled first; both answers fit what is stored', async () => {
  const later = inAnHour();
  for (let i = 0; i < 20; i++) {
    await first.jobs.schedule(reminder, `k${i}`, { shiftId: 'x' }, new Date(later.getTime() - 1));
    const [moved, cancelled] = await Promise.all([
      (processes[1] as JobProcess).jobs.reschedule(reminder, `k${i}`, later),
      (processes[2] as JobProcess).jobs.cancel(reminder, `k${i}`),
    ]);
    expect(cancelled).toBe(true);
    // Moved first and then cancelled, or cancelled first and then not found.
    expect([true, false]).toContain(moved);
    expect((await storedJobs(first, reminder)).has(`k${i}`)).toBe(false);
  }
});

test('a running job can be neither moved nor cancelled', async () => {
  let finish = () => {};
  const slow = jobKind<null>('test.slow');
  first.jobs.define({
    name: slow,
    run: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  });
  await first.jobs.schedule(slow, 'a', null, new Date());
  await first.jobs.start(QUICK);
  await until(async () => (await storedJobs(first, slow)).get('a')?.state === 'running');
  expect(await first.jobs.cancel(slow, 'a')).toBe(false);
  expect(await first.jobs.reschedule(slow, 'a', inAnHour())).toBe(false);
  finish();
  await until(async () => (await storedJobs(first, slow)).get('a')?.state === 'done');
});

test('what cannot be a job is refused before anything is written', async () => {
  const { jobs } = first;
  await expect(jobs.schedule(reminder, '', { shiftId: 'x' }, new Date())).rejects.toThrow('a key of 0 characters');
  await expect(jobs.schedule(reminder, 'k'.repeat(201), { shiftId: 'x' }, new Date())).rejects.toThrow(RangeError);
  await expect(jobs.schedule(reminder, 'a', { shiftId: 'x'.repeat(16_384) }, new Date())).rejects.toThrow(
    'more data than a job carries',
  );
  await expect(jobs.schedule(jobKind<null>('test.unknown'), 'a', null, new Date())).rejects.toThrow('test.unknown');
  // @ts-expect-error the kind says what its data are
  await expect(jobs.schedule(reminder, 'a'.repeat(201), { planId: 'x' }, new Date())).rejects.toThrow(RangeError);
  expect(() => jobKind('reminder')).toThrow('feature.work');
  expect(() => jobs.define({ name: reminder, run: async () => undefined })).toThrow('defined twice');
  expect(() => jobs.define({ name: jobKind('test.none'), run: async () => undefined, concurrency: 0 })).toThrow(
    RangeError,
  );
  await jobs.start(QUICK);
  expect(() => jobs.define({ name: jobKind('test.late'), run: async () => undefined })).toThrow('too late');
  expect(await storedJobs(first, reminder)).toEqual(new Map());
});
