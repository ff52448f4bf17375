/** Workers killed without a word (`kill -9`): nobody's job is lost, and none is taken before its lease has run out. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';
import { until } from '../until';
import { type JobProcess, jobProcess, sleep, storedJobs } from './job-process';

// Longer than a busy machine keeps a living worker from renewing its lease.
const LEASE_MS = 2_000;
const slow = jobKind<{ n: number }>('test.slow');
const deadly = jobKind<null>('test.deadly');

const { uri, name } = testDatabase();
const workers: ChildProcess[] = [];
let planner: JobProcess;
beforeAll(async () => {
  planner = await jobProcess(uri, name);
  await planner.migrator.apply([]);
  planner.jobs.define({ name: slow, run: async () => undefined });
  planner.jobs.define({ name: deadly, run: async () => undefined });
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await planner.stop();
});

/** A worker of its own process; needs the server to be built. */
function forkWorker(): ChildProcess {
  const worker = fork(join(__dirname, 'crash-worker.cjs'), {
    env: { PATH: process.env.PATH, ...environmentOf({ uri, name }), LEASE_MS: String(LEASE_MS) },
    execArgv: [],
  });
  workers.push(worker);
  return worker;
}

async function startWorker(): Promise<ChildProcess> {
  const worker = forkWorker();
  const ended = once(worker, 'exit').then(() => Promise.reject(new Error('the worker ended by itself')));
  await Promise.race([once(worker, 'message'), ended]);
  ended.catch(() => undefined);
  return worker;
}

interface Note {
  _id: number;
  begun: { pid: number; attempt: number; at: Date }[];
  ended?: { pid: number; attempt: number; at: Date }[];
}

test('three workers are killed one after the other; every job ends, once more where one was killed', async () => {
  const ROUNDS = 3;
  const JOBS_A_ROUND = 40;
  await startWorker();
  const killed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const victim = await startWorker();
    for (let i = 0; i < JOBS_A_ROUND; i++) {
      const n = round * JOBS_A_ROUND + i;
      await planner.jobs.schedule(slow, `${n}`, { n }, new Date());
    }
    const notes = planner.database.connection.collection<Note>('notes');
    await until(() => notes.findOne({ 'begun.pid': victim.pid as number, ended: { $exists: false } }));
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    killed.push(victim.pid as number);
  }
  await until(async () => [...(await storedJobs(planner, slow)).values()].every(({ state }) => state === 'done'));

  const notes = await planner.database.connection.collection<Note>('notes').find().sort({ _id: 1 }).toArray();
  expect(notes.map(({ _id }) => _id)).toEqual(Array.from({ length: ROUNDS * JOBS_A_ROUND }, (_, n) => n));
  const again = notes.filter(({ begun }) => begun.length > 1);
  // Whoever was not killed ran each of its jobs once, to the end.
  for (const { begun, ended } of notes.filter((note) => !again.includes(note))) expect(ended).toEqual(begun);
  expect(again.length).toBeGreaterThanOrEqual(ROUNDS);
  for (const { begun, ended } of again) {
    expect(begun.map(({ attempt }) => attempt)).toEqual(begun.map((_, i) => i + 1));
    for (const [i, { pid, at }] of begun.slice(0, -1).entries()) {
      expect(killed).toContain(pid);
      expect((begun[i + 1]?.at.getTime() ?? 0) - at.getTime()).toBeGreaterThanOrEqual(LEASE_MS);
    }
    expect(ended?.at(-1)).toEqual(begun.at(-1));
  }
}, 60_000);

test('a job that kills its process each time is given up, and the next worker lives', async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await planner.jobs.schedule(deadly, 'a', null, new Date());
  for (let attempt = 1; attempt <= 2; attempt++) {
    expect(await once(forkWorker(), 'exit')).toEqual([null, 'SIGKILL']);
  }
  const survivor = await startWorker();
  await until(async () => (await planner.jobs.dead()).length > 0);
  await sleep(50);
  expect(survivor.signalCode).toBeNull();
  expect(await planner.jobs.dead()).toEqual([
    expect.objectContaining({ key: 'a', attempt: 3, reason: '执行它的进程每次都中途停止了' }),
  ]);
}, 60_000);
