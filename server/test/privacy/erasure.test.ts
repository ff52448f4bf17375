/** "Delete me": told beforehand, done at once, finished after a failure or a crash, and nothing comes back. */
import { IdentityService } from '../../src/features/identity/identity.service';
import { PersonCodesStore } from '../../src/features/identity/person-codes.store';
import { MessagesService } from '../../src/features/messages/messages.service';
import { ErasureService, SETTLE_MS } from '../../src/features/privacy/erasure.service';
import { ErasuresStore } from '../../src/features/privacy/erasures.store';
import { AccessLog } from '../../src/platform/access-log/access-log';
import { Database } from '../../src/platform/database/database';
import { PersonalData } from '../../src/platform/personal-data/personal-data';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { actorOf } from '../factories';
import { phonePhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { newcomer, type SignedIn, signInAs } from '../sign-in';

let app: TestApp;
/** A feature of these tests: notes of people, by person; some of its erasures fail. */
const notes = new Map<string, string>();
let failures = 0;
beforeAll(async () => {
  app = await startApp();
  app.service.use(PersonalData).register({
    key: 'notes',
    title: '我的笔记',
    foretells: { erased: ['您写的笔记'], kept: [{ what: '笔记的篇数', why: '年底要报数' }] },
    gather: async (personId) => (notes.has(personId) ? [{ 笔记: notes.get(personId) as string }] : []),
    erase: async (personId) => {
      if (failures-- > 0) throw new Error('the storage of notes is away');
      notes.delete(personId);
      return { erased: ['您写的笔记'], kept: [{ what: '笔记的篇数', why: '年底要报数' }] };
    },
  });
});
beforeEach(() => {
  failures = 0;
});
afterAll(() => app.stop());

const partOf = async (who: SignedIn, key: string) =>
  (await who.get('/api/me/data')).body.parts.find((part: { key: string }) => part.key === key)?.records;
const erase = (who: SignedIn) => who.send('DELETE', '/api/me', { word: '注销' });
const stored = (collection: string, personId: string) => collectionOf(app, collection).findOne({ _id: personId });
const job = (now: Date) => app.service.use(ErasureService).goOn({ now, heartbeat: async () => undefined });
const settled = () => new Date(Date.now() + SETTLE_MS + 1_000);
const ACCOUNT = { title: '我的账号', erased: expect.arrayContaining(['您的姓名']), kept: [] };

test('told beforehand, with what stays and why; and only what there is', async () => {
  const person = await newcomer(app, 'foretold');
  const titles = async () =>
    (await person.get('/api/me/erasure')).body.parts.map(({ title }: { title: string }) => title);
  expect(await titles()).toEqual(['我的账号']);
  notes.set(person.personId, '明天赶场');
  await person.send('PUT', '/api/me/consents/photos', { version: 1, isGiven: true });
  expect(await titles()).toEqual(['我的账号', '我同意过的', '我的笔记']);
  const { parts } = (await person.get('/api/me/erasure')).body;
  expect(parts).toContainEqual({
    title: '我的笔记',
    erased: ['您写的笔记'],
    kept: [{ what: '笔记的篇数', why: '年底要报数' }],
  });
});

test('the word has to be typed', async () => {
  const person = await newcomer(app, 'hesitates');
  for (const word of ['', '注消', 'yes'])
    expect((await person.send('DELETE', '/api/me', { word })).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'word', message: '请写“注销”两个字' }],
    });
  expect((await person.get('/api/me')).status).toBe(200);
});

test('done: the reply says what went and what stayed, every session is over, the same WeChat is a new person', async () => {
  const person = await newcomer(app, 'leaves');
  const other = await newcomer(app, 'leaves');
  expect(other.personId).toBe(person.personId);
  notes.set(person.personId, '明天赶场');
  await person.send('PUT', '/api/me/name', { name: '要走的人' });
  const answer = await erase(person);
  expect(answer.status).toBe(200);
  expect(answer.body.pending).toEqual([]);
  expect(answer.body.parts).toContainEqual(ACCOUNT);
  expect(answer.body.parts.map(({ title }: { title: string }) => title).sort()).toEqual(
    ['我的笔记', '我的账号'].sort(),
  );
  expect(notes.has(person.personId)).toBe(false);
  for (const session of [person, other]) expect((await session.get('/api/me')).body.code).toBe('session.ended');
  const again = await newcomer(app, 'leaves');
  expect(again.personId).not.toBe(person.personId);
  expect((await again.get('/api/me/data')).body.parts.map(({ key }: { key: string }) => key)).toEqual(['identity']);

  await job(settled());
  expect(await stored('people', person.personId)).toMatchObject({ state: 'erased', name: null, accounts: [] });
  const proof = await stored('erasures', person.personId);
  expect(proof).toMatchObject({ state: 'erased', pending: [] });
  expect(JSON.stringify(proof)).not.toContain('要走的人');
  const everything = await Promise.all(
    app.service.use(Database).models.map(({ collection }) => collectionOf(app, collection.name).find().toArray()),
  );
  expect(JSON.stringify(everything)).not.toContain('要走的人');
});

test('a part that cannot be reached is said so, the rest goes, and the job finishes it', async () => {
  const person = await newcomer(app, 'storage-away');
  notes.set(person.personId, '明天赶场');
  failures = 2;
  const { body } = await erase(person);
  expect(body.pending).toEqual(['我的笔记']);
  expect(body.parts).toContainEqual(ACCOUNT);
  expect((await person.get('/api/me')).body.code).toBe('session.ended');
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  await job(new Date());
  expect(notes.has(person.personId)).toBe(true);
  await job(inMinutes(2));
  expect(await stored('erasures', person.personId)).toMatchObject({ state: 'erasing', pending: ['我的笔记'] });
  await job(inMinutes(4));
  expect(notes.has(person.personId)).toBe(false);
  expect(await stored('erasures', person.personId)).toMatchObject({ state: 'erasing', pending: [] });
  await job(inMinutes(20));
  expect(await stored('erasures', person.personId)).toMatchObject({ state: 'erased' });
});

test('what a request that was under way wrote afterwards is taken by the last round', async () => {
  const person = await newcomer(app, 'late-write');
  notes.set(person.personId, '明天赶场');
  await erase(person);
  notes.set(person.personId, '迟到的一句');
  const sessions = collectionOf(app, 'sessions');
  const { personId } = person;
  const times = { startedAt: new Date(), lastSeenAt: new Date(), expiresAt: settled() };
  await sessions.insertOne({ _id: 'late', personId, device: 'wechat', ...times });
  await job(new Date(Date.now() + SETTLE_MS - 60_000));
  expect(notes.has(person.personId)).toBe(true);
  await job(settled());
  expect(notes.has(person.personId)).toBe(false);
  expect(await sessions.countDocuments({ personId })).toBe(0);
});

test('photos go too: their links open nothing any more', async () => {
  const person = await newcomer(app, 'photographer');
  const { thumbnailUrl } = (await sendPhoto(person, await phonePhoto())).body;
  expect(await partOf(person, 'files')).toEqual([expect.objectContaining({ 用途: 'points.evidence', 用上了: false })]);
  expect((await app.get(thumbnailUrl)).status).toBe(200);
  expect((await erase(person)).body.parts).toContainEqual({
    title: '我上传的照片',
    erased: ['您上传的照片'],
    kept: [],
  });
  expect((await app.get(thumbnailUrl)).body.code).toBe('files.unknown');
});

test('messages go', async () => {
  const person = await newcomer(app, 'reader');
  const message = {
    key: 'grant/1',
    personId: person.personId,
    kind: 'identity.officeGiven',
    text: '您担任扎营村网格员。',
  } as const;
  await app.service.use(MessagesService).send(message, new Date());
  expect(await partOf(person, 'messages')).toEqual([
    { 标题: '您有了新的职务', 内容: '您担任扎营村网格员。', 收到: expect.any(String), 看过: null },
  ]);
  await erase(person);
  expect(await collectionOf(app, 'messages').countDocuments({ personId: person.personId })).toBe(0);
});

test('the code that a person shows goes', async () => {
  const person = await newcomer(app, 'shows-code');
  const now = new Date();
  await app.service.use(PersonCodesStore).put(person.personId, 'KX7M2QPA', new Date(now.getTime() + 60_000));
  await erase(person);
  expect(await app.service.use(PersonCodesStore).findPersonId('KX7M2QPA', now)).toBeNull();
});

test('20 at once are one deletion', async () => {
  const person = await newcomer(app, 'impatient');
  notes.set(person.personId, '明天赶场');
  const answers = await Promise.all(Array.from({ length: 20 }, () => erase(person)));
  for (const { status, body } of answers) if (status !== 200) expect(body.code).toBe('session.ended');
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(await stored('people', person.personId)).toMatchObject({ state: 'erasing', name: null, accounts: [] });
});

test('somebody who held an office: it ends, and histories name nobody', async () => {
  const leader = await newcomer(app, 'leader');
  await leader.send('PUT', '/api/me/name', { name: '任期没满' });
  const townOffice = await signInAs(app, 'town-office');
  const grant = { personId: leader.personId, role: 'cadre', endsOn: '2030-12-31' };
  await townOffice.send('POST', '/api/regions/zhaying/grants', grant);
  const villager = await newcomer(app, 'looked-at');
  const actor = actorOf(leader.personId, [{ role: 'cadre', regionId: 'zhaying', endsAtMs: 0 }]);
  await app.service
    .use(AccessLog)
    .record({ actor, subjectIds: [villager.personId], what: '打开了户籍资料', now: new Date() });
  const look = async () => (await villager.get('/api/me/looks')).body.looks[0];
  expect(await look()).toMatchObject({ name: '任期没满', offices: ['扎营村 村干部'] });
  const { body } = await erase(leader);
  expect(body.parts.find(({ title }: { title: string }) => title === '我的账号').kept).toEqual([
    { what: '任过职的，职务和起止时间，不带姓名，显示为“已注销用户”', why: '任职期间经办的事要查得到是哪个职务办的' },
  ]);
  const { grants } = (await townOffice.get('/api/regions/zhaying/grants')).body;
  expect(grants.some(({ personId }: { personId: string }) => personId === leader.personId)).toBe(false);
  expect(await look()).toMatchObject({ name: '已注销用户', offices: ['扎营村 村干部'] });
});

describe('the process dies', () => {
  const close = (personId: string) => app.service.use(IdentityService).close(personId);
  const eraseConsents = (personId: string) => holderOf(app, 'consents').erase(personId, new Date());

  test.each([
    ['writing down that it was asked', []],
    ['closing the account', [close]],
    ['erasing one part of several', [close, eraseConsents]],
  ])('after %s: another one finishes', async (what, steps) => {
    const person = await newcomer(app, `crash-${what.length}`);
    await person.send('PUT', '/api/me/name', { name: '半路上的人' });
    await person.send('PUT', '/api/me/consents/photos', { version: 1, isGiven: true });
    const askedAt = new Date();
    await app.service.use(ErasuresStore).begin(
      {
        personId: person.personId,
        askedAt,
        settlesAt: new Date(askedAt.getTime() + SETTLE_MS),
        holderKeys: ['identity'],
      },
      new Date(askedAt.getTime() + 60_000),
    );
    for (const step of steps) await step(person.personId);
    const other = await startApp({ MONGODB_DATABASE: app.service.use(Database).connection.name });
    try {
      const goOn = (now: Date) => other.service.use(ErasureService).goOn({ now, heartbeat: async () => undefined });
      await goOn(new Date(askedAt.getTime() + 61_000));
      expect(await stored('people', person.personId)).toMatchObject({ name: null, accounts: [], state: 'erasing' });
      await goOn(settled());
      expect(await stored('people', person.personId)).toMatchObject({ name: null, accounts: [], state: 'erased' });
      expect(await stored('erasures', person.personId)).toMatchObject({ state: 'erased' });
      expect((await person.get('/api/me')).body.code).toBe('session.ended');
    } finally {
      await other.stop();
    }
  });
});
