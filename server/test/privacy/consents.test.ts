/** Consent by purpose over HTTP: given, taken back, asked anew; and a guardian's for a child. */
import { PurposeConsentsService } from '../../src/features/privacy/purpose-consents.service';
import { PurposeConsentsStore } from '../../src/features/privacy/purpose-consents.store';
import { seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { putFamily } from '../households/kit';
import { newcomer, type SignedIn } from '../sign-in';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const stateOf = async (who: SignedIn, purpose: string, path = '/api/me/consents') =>
  (await who.get(path)).body.consents.find((one: { purpose: string }) => one.purpose === purpose);
const say = (who: SignedIn, purpose: string, isGiven: boolean, version = 1, path = '/api/me/consents') =>
  who.send('PUT', `${path}/${purpose}`, { version, isGiven });
const kept = (personId: string) => app.service.use(PurposeConsentsStore).find(personId);

test('given and taken back: each saying stays, the last one holds', async () => {
  const person = await newcomer(app);
  const service = app.service.use(PurposeConsentsService);
  expect(await stateOf(person, 'publishName')).toMatchObject({
    kind: 'separateConsent',
    version: 1,
    law: '《个人信息保护法》第二十五条',
    state: 'none',
    said: null,
  });
  const consenting = async () => [...(await service.whoConsents([person.personId, anId()], 'publishName'))];
  expect(await consenting()).toEqual([]);
  await expect(service.requireConsent(person.personId, 'publishName')).rejects.toMatchObject({
    code: 'privacy.consentMissing',
    detail: '请到“我的”里的“隐私与数据”，看一看“公示时写出我的全名”，同意了再办',
  });
  expect((await say(person, 'publishName', true)).status).toBe(200);
  expect(await consenting()).toEqual([person.personId]);
  await service.requireConsent(person.personId, 'publishName');
  expect(await stateOf(person, 'publishName')).toMatchObject({ state: 'given', said: { how: 'self' } });
  expect((await say(person, 'publishName', false)).status).toBe(200);
  expect(await stateOf(person, 'publishName')).toMatchObject({ state: 'withdrawn' });
  expect(await consenting()).toEqual([]);
  expect((await kept(person.personId)).entries.map(({ isGiven, how, byId }) => [isGiven, how, byId])).toEqual([
    [true, 'self', undefined],
    [false, 'self', undefined],
  ]);
});

test('new words ask again: an agreement to older ones does not hold', async () => {
  const person = await newcomer(app);
  const entry = { purpose: 'photos', version: 0, isGiven: true, at: new Date(), how: 'self' } as const;
  await app.service.use(PurposeConsentsStore).add(person.personId, entry);
  expect(await stateOf(person, 'photos')).toMatchObject({ state: 'outdated' });
  const service = app.service.use(PurposeConsentsService);
  expect([...(await service.whoConsents([person.personId], 'photos'))]).toEqual([]);
  expect((await say(person, 'photos', true)).status).toBe(200);
  expect(await stateOf(person, 'photos')).toMatchObject({ state: 'given' });
});

test.each([
  ['words of another version', 'photos', { version: 2, isGiven: true }, 409, 'privacy.versionOld'],
  ['the notice cannot be taken back', 'base', { version: 1, isGiven: false }, 409, 'privacy.noticeStays'],
  ['no such purpose', 'marketing', { version: 1, isGiven: true }, 422, 'request.invalid'],
  ['neither yes nor no', 'photos', { version: 1, isGiven: 'yes' }, 422, 'request.invalid'],
])('refused: %s', async (_what, purpose, body, status, code) => {
  const person = await newcomer(app);
  const answer = await person.send('PUT', `/api/me/consents/${purpose}`, body);
  expect(seen(answer)).toEqual([status, code]);
  expect((await kept(person.personId)).entries).toEqual([]);
});

test('20 times the same at once is one entry; six purposes at once are six', async () => {
  const person = await newcomer(app);
  const same = await Promise.all(Array.from({ length: 20 }, () => say(person, 'photos', true)));
  expect(new Set(same.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await kept(person.personId)).entries).toHaveLength(1);
  const other = await newcomer(app);
  const purposes = ['base', 'householdBinding', 'delegatedCare', 'bookingPhone', 'photos', 'publishName'];
  const all = await Promise.all(purposes.map((purpose) => say(other, purpose, true)));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await kept(other.personId)).entries.map(({ purpose }) => purpose).sort()).toEqual([...purposes].sort());
});

test('a document does not grow without end', async () => {
  const person = await newcomer(app);
  const entry = { purpose: 'photos', version: 1, isGiven: true, at: new Date(), how: 'self' };
  const entries = Array(1_000).fill(entry);
  await collectionOf(app, 'consents').insertOne({ _id: person.personId, entries, current: { photos: entry } });
  expect((await say(person, 'photos', true)).status).toBe(200);
  expect((await say(person, 'photos', false)).body.code).toBe('privacy.tooManyChanges');
});

describe('a child under fourteen', () => {
  const yearsAgo = (years: number) => `${new Date().getUTCFullYear() - years}-01-01`;
  let parent: SignedIn;
  let child: SignedIn;
  let brother: SignedIn;
  beforeAll(async () => {
    [parent, child, brother] = await Promise.all([newcomer(app), newcomer(app), newcomer(app)]);
    await putFamily(app, [
      ['冉桂兰', parent, yearsAgo(40)],
      ['冉小满', child, yearsAgo(10)],
      ['冉小川', brother, yearsAgo(16)],
    ]);
  });

  test('cannot agree, may be told, and may take back', async () => {
    expect((await child.get('/api/me/consents')).body).toMatchObject({ isChild: true, children: [] });
    expect((await say(child, 'photos', true)).body.code).toBe('privacy.guardianNeeded');
    expect((await say(child, 'base', true)).status).toBe(200);
    expect((await say(child, 'photos', false)).status).toBe(200);
  });

  test('a parent agrees for them, which is told so, and the child can end it', async () => {
    const path = `/api/me/children/${child.personId}/consents`;
    expect((await parent.get('/api/me/consents')).body.children).toEqual([
      { personId: child.personId, name: '冉小满' },
    ]);
    expect((await say(parent, 'publishName', true, 1, path)).status).toBe(200);
    expect(await stateOf(parent, 'publishName', path)).toMatchObject({ state: 'given', said: { how: 'guardian' } });
    const service = app.service.use(PurposeConsentsService);
    expect([...(await service.whoConsents([child.personId], 'publishName'))]).toEqual([child.personId]);
    expect((await kept(child.personId)).current.publishName).toMatchObject({ how: 'guardian', byId: parent.personId });
    expect((await say(child, 'publishName', false)).status).toBe(200);
    expect(await stateOf(child, 'publishName')).toMatchObject({ state: 'withdrawn', said: { how: 'self' } });
  });

  test.each([
    ['a brother of sixteen', () => brother, () => child],
    ['a parent for somebody of sixteen', () => parent, () => brother],
    ['the child for itself', () => child, () => child],
  ])('not decided by %s', async (_what, who, whom) => {
    const path = `/api/me/children/${whom().personId}/consents`;
    expect((await who().get(path)).body.code).toBe('privacy.childUnknown');
    expect((await say(who(), 'photos', true, 1, path)).body.code).toBe('privacy.childUnknown');
  });

  test('nor by a stranger', async () => {
    const stranger = await newcomer(app);
    const path = `/api/me/children/${child.personId}/consents`;
    expect((await stranger.get(path)).body.code).toBe('privacy.childUnknown');
    expect((await say(stranger, 'photos', true, 1, path)).body.code).toBe('privacy.childUnknown');
  });
});
