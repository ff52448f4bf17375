/** Handing out roles: within one's own region, below one's own office, once, and never silently. */
import { PeopleStore } from '../../src/features/identity/people.store';
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { Jobs } from '../../src/platform/jobs/jobs';
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { until } from '../until';

let app: TestApp;
let townOffice: SignedIn;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  townOffice = await signInAs(app, 'town-office');
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

test('from grant to revocation: the role works at once, and stops at once', async () => {
  const person = await newcomer(app, 'granted');
  expect((await person.get('/api/regions/zhaying/grants')).body.code).toBe('access.outOfScope');
  const { status, body } = await townOffice.send('POST', '/api/regions/zhaying/grants', {
    personId: person.personId,
    role: 'cadre',
    endsOn: '2030-12-31',
  });
  expect(status).toBe(200);
  expect((await person.get('/api/me')).body.roles).toEqual([
    { role: 'cadre', roleName: '村干部', regionId: 'zhaying', regionName: '扎营村', endsOn: '2030-12-31' },
  ]);
  expect((await person.get('/api/regions/zhaying/grants')).status).toBe(200);
  expect((await townOffice.send('DELETE', `/api/regions/zhaying/grants/${body.id}`)).status).toBe(200);
  expect((await person.get('/api/regions/zhaying/grants')).body.code).toBe('access.outOfScope');
  expect((await townOffice.send('DELETE', `/api/regions/zhaying/grants/${body.id}`)).body.code).toBe(
    'identity.grantUnknown',
  );
});

test.each([
  [
    'a role as high as one’s own',
    'cadre',
    'zhaying',
    { role: 'cadre', endsOn: '2030-01-01' },
    403,
    'identity.mayNotGrant',
  ],
  ['in another village', 'cadre', 'hongxi', { role: 'gridMember', endsOn: '2030-01-01' }, 403, 'access.outOfScope'],
  ['in no region', 'townOffice', 'nowhere', { role: 'gridMember', endsOn: '2030-01-01' }, 404, 'regions.unknown'],
  ['a term that is over', 'cadre', 'zhaying', { role: 'gridMember', endsOn: '2020-01-01' }, 422, 'identity.termWrong'],
  ['a term of six years', 'cadre', 'zhaying', { role: 'gridMember', endsOn: '2036-01-01' }, 422, 'identity.termWrong'],
  [
    'an office that a village does not have',
    'cadre',
    'zhaying',
    { role: 'groupLeader', endsOn: '2030-01-01' },
    422,
    'identity.placeWrong',
  ],
  ['no such role', 'cadre', 'zhaying', { role: 'emperor', endsOn: '2030-01-01' }, 422, 'request.invalid'],
  ['no such day', 'cadre', 'zhaying', { role: 'gridMember', endsOn: '2030-02-30' }, 422, 'request.invalid'],
])('refused: %s', async (_what, who, regionId, fields, status, code) => {
  const person = await newcomer(app, 'refused');
  const actor = who === 'cadre' ? cadre : townOffice;
  const answer = await actor.send('POST', `/api/regions/${regionId}/grants`, { personId: person.personId, ...fields });
  expect(seen(answer)).toEqual([status, code]);
  expect((await person.get('/api/me')).body.roles).toEqual([]);
});

test('nobody to grant it to', async () => {
  const answer = await cadre.send('POST', '/api/regions/zhaying/grants', {
    personId: '01kdvdna000000000000000000',
    role: 'gridMember',
    endsOn: '2030-01-01',
  });
  expect(answer.body.code).toBe('identity.personUnknown');
});

test('20 at once with their own keys: one grant; with one key 20 times: the same grant', async () => {
  const person = await newcomer(app, 'raced');
  const body = { personId: person.personId, role: 'panelMember', endsOn: '2030-01-01' };
  const raced = await Promise.all(
    Array.from({ length: 20 }, () => cadre.send('POST', '/api/regions/zhaying/grants', body)),
  );
  expect(outcomes(raced)).toEqual([[200], ...Array(19).fill([409, 'identity.grantHeld'])]);
  expect((await person.get('/api/me')).body.roles).toHaveLength(1);

  const again = { ...body, role: 'gridMember' };
  const key = 'same-key-0000000001';
  const repeated = await Promise.all(
    Array.from({ length: 20 }, () => cadre.send('POST', '/api/regions/zhaying/grants', again, key)),
  );
  const ids = new Set(repeated.filter(({ status }) => status === 200).map(({ body: { id } }) => id));
  expect(ids.size).toBe(1);
  for (const { status, body: answer } of repeated) if (status !== 200) expect(answer.code).toBe('request.inProgress');
  expect((await person.get('/api/me')).body.roles).toHaveLength(2);
});

describe('a key', () => {
  test('used again with other content is refused, and with the same gives the same reply', async () => {
    const person = await newcomer(app, 'keyed');
    const body = { personId: person.personId, role: 'volunteerLeader', endsOn: '2030-01-01' };
    const key = 'same-key-0000000002';
    const first = await cadre.send('POST', '/api/regions/zhaying/grants', body, key);
    expect((await cadre.send('POST', '/api/regions/zhaying/grants', body, key)).body).toEqual(first.body);
    const other = await cadre.send('POST', '/api/regions/zhaying/grants', { ...body, endsOn: '2030-01-02' }, key);
    expect(seen(other)).toEqual([409, 'request.keyReused']);
  });

  test('is free again after a refusal, so that a mistake can be corrected', async () => {
    const person = await newcomer(app, 'corrected');
    const body = { personId: person.personId, role: 'gridMember', endsOn: '2020-01-01' };
    const key = 'same-key-0000000003';
    expect((await cadre.send('POST', '/api/regions/zhaying/grants', body, key)).body.code).toBe('identity.termWrong');
    expect(
      (await cadre.send('POST', '/api/regions/zhaying/grants', { ...body, endsOn: '2030-01-01' }, key)).status,
    ).toBe(200);
  });

  test.each([[''], ['short'], ['with spaces in it 000']])('must be a key: %j', async (key) => {
    const answer = await cadre.send(
      'POST',
      '/api/regions/zhaying/grants',
      { personId: cadre.personId, role: 'gridMember', endsOn: '2030-01-01' },
      key,
    );
    expect(seen(answer)).toEqual([400, 'request.keyMissing']);
  });
});

describe('the list', () => {
  test('says what whoever asks may hand out and take back', async () => {
    const { body } = await cadre.get('/api/regions/zhaying/grants');
    expect(body.mayGrant.map(({ roleName }: { roleName: string }) => roleName)).toEqual([
      '志愿服务队长',
      '院落长',
      '组长',
      '网格员',
      '评议员',
    ]);
    const lines = body.grants.map((grant: Record<string, unknown>) => [
      grant.personName,
      grant.roleName,
      grant.regionName,
      grant.revocable,
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['彭春燕', '网格员', '扎营村', true],
        ['石长贵', '组长', '扎营村 3组', true],
        ['冉光明', '村干部', '扎营村', false],
      ]),
    );
  });

  test('comes in pages that together hold every office once', async () => {
    const people = app.service.use(PeopleStore);
    const now = new Date();
    const seen: string[] = [];
    for (let after: { personId: string; grantId: string } | undefined; ; ) {
      const page = await people.listRunningGrants('banxi', now, after, 3);
      seen.push(...page.map(({ grant }) => grant.id));
      const last = page.at(-1);
      if (!last || page.length < 3) break;
      after = { personId: last.personId, grantId: last.grant.id };
    }
    const all = (await townOffice.get('/api/regions/banxi/grants')).body;
    expect(seen).toEqual(all.grants.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(all.next).toBeNull();
  });
});

test('the history says who did what to whom, the latest first, and keeps what was taken back', async () => {
  const person = await newcomer(app, 'remembered');
  await person.send('PUT', '/api/me/name', { name: '田秀英' });
  const body = { personId: person.personId, role: 'gridMember', endsOn: '2030-12-31' };
  const { id } = (await cadre.send('POST', '/api/regions/zhaying-4/grants', body)).body;
  await townOffice.send('DELETE', `/api/regions/banxi/grants/${id}`);
  const { events, next } = (await cadre.get('/api/regions/zhaying-4/grants/history')).body;
  const line = { personName: '田秀英', roleName: '网格员', regionName: '扎营村 4组', endsOn: '2030-12-31' };
  expect(events).toEqual([
    { ...line, what: 'revoked', byName: '谭志平', at: expect.any(String), cursor: expect.any(String) },
    { ...line, what: 'granted', byName: '冉光明', at: expect.any(String), cursor: expect.any(String) },
  ]);
  expect(next).toBeNull();
  const older = await cadre.get(`/api/regions/zhaying-4/grants/history?before=${events[0].cursor}`);
  expect(older.body.events).toEqual([events[1]]);
});

test('the person is told, once for each, also when the write is repeated', async () => {
  const person = await newcomer(app, 'told');
  const body = { personId: person.personId, role: 'panelMember', endsOn: '2030-12-31' };
  const key = 'told-key-0000000001';
  const { id } = (await cadre.send('POST', '/api/regions/zhaying/grants', body, key)).body;
  await cadre.send('POST', '/api/regions/zhaying/grants', body, key);
  await cadre.send('DELETE', `/api/regions/zhaying/grants/${id}`);
  await cadre.send('DELETE', `/api/regions/zhaying/grants/${id}`);
  const { messages } = (await person.get('/api/me/messages')).body;
  expect(messages.map(({ title, text }: Record<string, string>) => [title, text])).toEqual([
    ['您的一项职务免去了', '您不再担任扎营村 评议员。经办人：冉光明。'],
    ['您有了新的职务', '您担任扎营村 评议员，任期到2030年12月31日。经办人：冉光明。'],
  ]);
});

test('a process that dies before it tells is made good by a job', async () => {
  const person = await newcomer(app, 'told-later');
  const granted = await cadre.send('POST', '/api/regions/zhaying/grants', {
    personId: person.personId,
    role: 'panelMember',
    endsOn: '2030-12-31',
  });
  const messages = collectionOf(app, 'messages');
  await messages.deleteMany({ personId: person.personId });
  const kind = jobKind<unknown>('identity.announceGrant');
  const jobs = app.service.use(Jobs);
  await jobs.start();
  expect(await jobs.reschedule(kind, `${granted.body.id}/granted`, new Date(0))).toBe(true);
  await until(() => messages.countDocuments({ personId: person.personId }), 5_000);
  expect((await person.get('/api/me/messages')).body.messages).toHaveLength(1);
});
