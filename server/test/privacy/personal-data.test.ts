/** Who keeps what about a person, asked and erased part by part; what cannot come back does not. */
import { IdentityService } from '../../src/features/identity/identity.service';
import { PeopleStore } from '../../src/features/identity/people.store';
import { PersonalData } from '../../src/platform/personal-data/personal-data';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { newcomer, signInAs } from '../sign-in';

let app: TestApp;
let data: PersonalData;
beforeAll(async () => {
  app = await startApp();
  data = app.service.use(PersonalData);
});
afterAll(() => app.stop());

const stored = (personId: string) => collectionOf(app, 'people').findOne({ _id: personId });

test('a key is one holder, and what was registered last is erased first', () => {
  expect(() => data.register(holderOf(app, 'identity'))).toThrow('registered twice');
  expect(data.holdersToErase.map(({ key }) => key)).toEqual(data.holders.map(({ key }) => key).reverse());
});

test('the account: name, account, offices and sessions, under their Chinese words', async () => {
  const cadre = await signInAs(app, 'cadre');
  const [account, office, session] = await holderOf(app, 'identity').gather(cadre.personId);
  expect(account).toEqual({
    编号: cadre.personId,
    姓名: '冉光明',
    微信账号: [expect.stringMatching(/^[^:]+:[^:]+$/)],
    登记时间: '2026-01-05T02:00:00.000Z',
  });
  expect(office).toEqual({
    职务: '村干部',
    地方: '扎营村',
    从: '2026-01-05T02:00:00.000Z',
    到: '2031-01-04T15:59:59.999Z',
  });
  expect(session).toMatchObject({ 登录的设备: '演示登录' });
  expect(JSON.stringify(await holderOf(app, 'identity').gather(cadre.personId))).not.toContain(cadre.token);
});

test('erased: no name, no account, no session, no office; the same WeChat is somebody new', async () => {
  const person = await newcomer(app, 'leaves');
  await person.send('PUT', '/api/me/name', { name: '要走的人' });
  const townOffice = await signInAs(app, 'town-office');
  const grant = { personId: person.personId, role: 'cadre', endsOn: '2030-12-31' };
  await townOffice.send('POST', '/api/regions/zhaying/grants', grant);
  const now = new Date();
  const first = await holderOf(app, 'identity').erase(person.personId, now);
  expect(first.kept.map(({ what }) => what)).toEqual(['任过职的，职务和起止时间，不带姓名，显示为“已注销用户”']);
  expect(await holderOf(app, 'identity').erase(person.personId, new Date(now.getTime() + 60_000))).toEqual(first);
  expect(await stored(person.personId)).toMatchObject({
    name: null,
    accounts: [],
    state: 'erasing',
    grants: [{ role: 'cadre', revokedAt: now, revokedBy: person.personId }],
  });
  expect((await person.get('/api/me')).body.code).toBe('session.ended');
  const again = await newcomer(app, 'leaves');
  expect(again.personId).not.toBe(person.personId);
  expect((await again.get('/api/me')).body).toMatchObject({ name: null, roles: [] });
  expect(await app.service.use(IdentityService).namesOf([person.personId])).toEqual(
    new Map([[person.personId, '已注销用户']]),
  );
});

test('nothing comes back: not a name, an office, or a session that was on its way', async () => {
  const person = await newcomer(app, 'raced');
  const identity = app.service.use(IdentityService);
  const people = app.service.use(PeopleStore);
  await identity.close(person.personId);
  await expect(identity.startSession(person.personId, 'wechat', new Date())).rejects.toThrow('identity.closed');
  await people.rename(person.personId, '回来');
  const cadre = await signInAs(app, 'town-office');
  const grant = { personId: person.personId, role: 'cadre', endsOn: '2030-12-31' };
  expect((await cadre.send('POST', '/api/regions/zhaying/grants', grant)).body.code).toBe('identity.personUnknown');
  expect(await stored(person.personId)).toMatchObject({ name: null, grants: [], state: 'erasing' });
});

test('replies to earlier writes are forgotten, those of others are not', async () => {
  const person = await signInAs(app, 'town-office');
  const other = await signInAs(app, 'cadre');
  const target = await newcomer(app, 'granted');
  for (const who of [person, other])
    await who.send('POST', '/api/regions/zhaying/grants', {
      personId: target.personId,
      role: who === person ? 'cadre' : 'gridMember',
      endsOn: '2030-12-31',
    });
  await holderOf(app, 'idempotency').erase(person.personId, new Date());
  const keys = await collectionOf(app, 'idempotencyKeys').find().toArray();
  expect(keys.map(({ _id }) => String(_id).split(':')[0])).toEqual([other.personId]);
});
