/** Handing out roles: within one's own region, below one's own office, once, and never silently. */
import { startApp, type TestApp } from '../app';
import { type SignedIn, signInAs, withToken } from '../sign-in';

let app: TestApp;
let townOffice: SignedIn;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  townOffice = await signInAs(app, 'town-office');
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

async function newcomer(name: string): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/wechat', JSON.stringify({ code: `demo-${name}` }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}

test('from grant to revocation: the role works at once, and stops at once', async () => {
  const person = await newcomer('granted');
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
  ['no such role', 'cadre', 'zhaying', { role: 'emperor', endsOn: '2030-01-01' }, 422, 'request.invalid'],
  ['no such day', 'cadre', 'zhaying', { role: 'gridMember', endsOn: '2030-02-30' }, 422, 'request.invalid'],
])('refused: %s', async (_what, who, regionId, fields, status, code) => {
  const person = await newcomer('refused');
  const actor = who === 'cadre' ? cadre : townOffice;
  const answer = await actor.send('POST', `/api/regions/${regionId}/grants`, { personId: person.personId, ...fields });
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
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
  const person = await newcomer('raced');
  const body = { personId: person.personId, role: 'panelMember', endsOn: '2030-01-01' };
  const raced = await Promise.all(
    Array.from({ length: 20 }, () => cadre.send('POST', '/api/regions/zhaying/grants', body)),
  );
  expect(raced.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(raced.filter(({ body: { code } }) => code === 'identity.grantHeld')).toHaveLength(19);
  expect((await person.get('/api/me')).body.roles).toHaveLength(1);

  const again = { ...body, role: 'groupLeader' };
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
    const person = await newcomer('keyed');
    const body = { personId: person.personId, role: 'volunteerLeader', endsOn: '2030-01-01' };
    const key = 'same-key-0000000002';
    const first = await cadre.send('POST', '/api/regions/zhaying/grants', body, key);
    expect((await cadre.send('POST', '/api/regions/zhaying/grants', body, key)).body).toEqual(first.body);
    const other = await cadre.send('POST', '/api/regions/zhaying/grants', { ...body, endsOn: '2030-01-02' }, key);
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 409, code: 'request.keyReused' });
  });

  test('is free again after a refusal, so that a mistake can be corrected', async () => {
    const person = await newcomer('corrected');
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
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'request.keyMissing' });
  });
});
