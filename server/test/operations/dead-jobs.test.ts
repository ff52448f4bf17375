/** Jobs that were given up: seen without what they are about, tried again once. */
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';

const KIND = 'identity.announceGrant';

let app: TestApp;
let county: SignedIn;
beforeAll(async () => {
  app = await startApp();
  county = await signInAs(app, 'county');
});
afterAll(() => app.stop());

const jobs = () => collectionOf(app, 'jobs');

/** As the job loop leaves them behind. */
async function bury(count: number): Promise<string[]> {
  await jobs().deleteMany({ kind: KIND });
  const dead = Array.from({ length: count }, (_, i) => ({
    _id: `${KIND}/g${String(i).padStart(3, '0')}/granted`,
    kind: KIND,
    key: `g${i}/granted`,
    data: { personId: '01kdvdna000000000000000000' },
    state: 'dead',
    attempt: 10,
    reason: 'MongoServerError: not primary',
    deadAt: new Date(Date.UTC(2026, 0, 1, 0, 0, i)),
    expiresAt: new Date(Date.UTC(2099, 0, 1)),
  }));
  await jobs().insertMany(dead);
  return dead.map(({ _id }) => _id);
}

test('what is told of a dead job, and what is not', async () => {
  const [id] = await bury(1);
  const { body } = await county.get('/api/regions/youyang/dead-jobs');
  expect(body).toEqual({
    jobs: [
      {
        id,
        what: '把任职变动告诉本人',
        kind: KIND,
        attempts: 10,
        reason: 'MongoServerError: not primary',
        diedAt: '2026-01-01T00:00:00.000Z',
      },
    ],
    next: null,
  });
});

test('pages, the latest first', async () => {
  const ids = await bury(35);
  const first = (await county.get('/api/regions/youyang/dead-jobs')).body;
  const second = (await county.get(`/api/regions/youyang/dead-jobs?before=${encodeURIComponent(first.next)}`)).body;
  expect([...first.jobs, ...second.jobs].map(({ id }: { id: string }) => id)).toEqual([...ids].reverse());
  expect(second.next).toBeNull();
});

test('20 retries at once: one brings it back', async () => {
  const [jobId] = await bury(1);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => county.send('POST', '/api/regions/youyang/dead-jobs/retries', { jobId })),
  );
  expect(outcomes(answers)).toEqual([[200], ...Array(19).fill([409, 'operations.jobNotDead'])]);
  expect(await jobs().findOne({ _id: jobId as string })).toMatchObject({ state: 'waiting', attempt: 0 });
  expect((await county.get('/api/regions/youyang/dead-jobs')).body.jobs).toEqual([]);
});

test('the town office has no business here', async () => {
  const answer = await (await signInAs(app, 'town-office')).get('/api/regions/banxi/dead-jobs');
  expect(seen(answer)).toEqual([403, 'access.outOfScope']);
});
