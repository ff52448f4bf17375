/** The sweeper on the real engine: only what has expired, in batches, from every collection that asked for it. */
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { DONE_KEPT_MS } from '../../src/platform/jobs/jobs.store';
import { type JobProcess, jobProcesses } from './job-process';

const NOW = new Date('2026-03-01T10:00:00+08:00');
const at = (ms: number) => new Date(NOW.getTime() + ms);

jest.setTimeout(30_000);

let processes: JobProcess[];
let first: JobProcess;
beforeEach(async () => {
  processes = await jobProcesses(1);
  first = processes[0] as JobProcess;
});
afterEach(() => first.stop());

const codes = () => first.database.connection.collection<{ _id: string; expiresAt?: unknown }>('codes');
const ids = async () => (await codes().find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
const sweep = () =>
  first.sweeper.sweep({ now: NOW, signal: new AbortController().signal, heartbeat: async () => undefined });

test('it deletes what has expired, to the millisecond, and nothing else', async () => {
  await codes().insertMany([
    { _id: 'a-long-gone', expiresAt: at(-86_400_000) },
    { _id: 'b-just-gone', expiresAt: at(-1) },
    { _id: 'c-now', expiresAt: at(0) },
    { _id: 'd-still-good', expiresAt: at(1) },
    { _id: 'e-for-ever' },
    { _id: 'f-null', expiresAt: null },
    { _id: 'g-no-date', expiresAt: '2020-01-01' },
  ]);
  first.sweeper.register({ collection: 'codes', field: 'expiresAt' });
  await sweep();
  expect(await ids()).toEqual(['d-still-good', 'e-for-ever', 'f-null', 'g-no-date']);
});

test('in batches, the oldest first, with a heartbeat before each', async () => {
  await codes().insertMany(
    Array.from({ length: 25 }, (_, i) => ({ _id: `c${String(i).padStart(2, '0')}`, expiresAt: at(i - 22) })),
  );
  first.sweeper.register({ collection: 'codes', field: 'expiresAt', batch: 10 });
  const left: number[] = [];
  const heartbeat = async () => void left.push((await ids()).length);
  await first.sweeper.sweep({ now: NOW, signal: new AbortController().signal, heartbeat });
  // The first heartbeat is for the jobs themselves, which are swept before.
  expect(left).toEqual([25, 25, 15, 5]);
  expect(await ids()).toEqual(['c23', 'c24']);
});

test('one collection that fails does not keep another, and the failure is reported', async () => {
  await codes().insertOne({ _id: 'gone', expiresAt: at(-1) });
  first.sweeper.register({ collection: 'bad', field: '$where' });
  first.sweeper.register({ collection: 'codes', field: 'expiresAt' });
  await expect(sweep()).rejects.toThrow(/\$where/);
  expect(await ids()).toEqual([]);
});

test('it forgets done jobs after seven days by itself', async () => {
  const work = jobKind<null>('test.work');
  for (const key of ['old', 'new']) {
    await first.store.add(work, key, null, new Date(0));
    const job = await first.store.claim([work], NOW, key, at(1_000));
    await first.store.complete(
      job as NonNullable<typeof job>,
      key === 'old' ? at(-DONE_KEPT_MS) : at(1 - DONE_KEPT_MS),
    );
  }
  await sweep();
  const left = await first.database.connection.collection('jobs').find({ kind: work }).toArray();
  expect(left.map(({ key }) => key)).toEqual(['new']);
});
