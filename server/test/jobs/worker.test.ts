/** The command `npm run worker`, as the operating system sees it. Needs the server to be built. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { migrations } from '../../src/migrations/migrations';
import { readConfig } from '../../src/platform/config/config';
import { Migrator } from '../../src/platform/database/migrator';
import { nextPeriodStartMs } from '../../src/platform/jobs/jobs.rules';
import { startBackend } from '../../src/service';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';
import { until } from '../until';
import { type JobProcess, jobProcess, storedJobs } from './job-process';

const { uri, name } = testDatabase();
let other: JobProcess;
beforeAll(async () => {
  other = await jobProcess(uri, name);
});
afterAll(() => other.stop());

function startWorker(): { worker: ChildProcess; errors: () => string; exited: Promise<unknown[]> } {
  const worker = fork(join(__dirname, '../../dist/src/worker.js'), {
    env: { PATH: process.env.PATH, ...environmentOf({ uri, name }), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  let errors = '';
  worker.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  worker.stdout?.resume();
  return { worker, errors: () => errors, exited: once(worker, 'exit') };
}

test('it refuses a database that is not up to date, and says what to do', async () => {
  const { errors, exited } = startWorker();
  expect(await exited).toEqual([1, null]);
  expect(errors().trim()).toBe(
    '数据库还不是这个版本的样子，后台任务没有启动。请先运行：npm run migrate（先看，再加 -- --apply 执行）',
  );
}, 60_000);

test('it runs what is due, answers no requests, and stops with code 0 on either signal or with its launcher', async () => {
  const backend = await startBackend(readConfig({ ...environmentOf({ uri, name }), LOG_LEVEL: 'silent' }));
  await backend.use(Migrator).apply(migrations);
  await backend.stop();

  const first = startWorker();
  expect(await once(first.worker, 'message')).toEqual([{ ready: true }, undefined]);
  expect((await storedJobs(other, 'platform.sweep')).get('every')).toMatchObject({ state: 'waiting', attempt: 0 });
  // Comes forward to now; the worker takes it at its next look and plans the next minute's.
  const jobs = other.database.connection.collection('jobs');
  await jobs.insertOne({ kind: 'test.old', key: 'a', state: 'done', expiresAt: new Date(0) });
  await jobs.updateOne({ kind: 'platform.sweep' }, { $set: { claimableAt: new Date(0) } });
  await until(async () => (await storedJobs(other, 'test.old')).size === 0);
  await until(async () => (await storedJobs(other, 'platform.sweep')).get('every')?.state === 'waiting');
  const planned = (await storedJobs(other, 'platform.sweep')).get('every')?.claimableAt as Date;
  expect([0, 60_000]).toContain(nextPeriodStartMs(Date.now(), 60_000, 0) - planned.getTime());
  first.worker.kill('SIGTERM');
  expect(await first.exited).toEqual([0, null]);
  expect(first.errors()).toBe('');

  const second = startWorker();
  await once(second.worker, 'message');
  second.worker.kill('SIGINT');
  expect(await second.exited).toEqual([0, null]);

  const third = startWorker();
  await once(third.worker, 'message');
  third.worker.disconnect();
  expect(await third.exited).toEqual([0, null]);
}, 60_000);
