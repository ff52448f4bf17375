/** A question from asking to the end: said, answered, handed over, closed; told to whom it concerns; kept only as long as needed. */

import { QuestionsJobs } from '../../src/features/questions/questions.jobs';
import { ThreadsStore } from '../../src/features/questions/threads.store';
import { WechatClient } from '../../src/platform/wechat/wechat-client';
import { outcomes, seen } from '../answer';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { phonePhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { signInAs } from '../sign-in';
import {
  type Around,
  ask,
  asked,
  codeOf,
  hoursFromNow,
  lookIn,
  openAround,
  read,
  say,
  somebody,
  somebodyWith,
  step,
  stored,
  told,
} from './kit';

let app: TestApp;
let around: Around;
beforeAll(async () => {
  app = await startApp();
  around = await openAround(app);
});
afterAll(() => app.stop());

test('who would answer, how soon, and who is next, before anything is asked', async () => {
  expect((await around.asker.get('/api/villages/zhaying/questions/answerer')).body).toEqual({
    hours: 24,
    owner: { roleName: '法律顾问', name: '黄敏' },
    next: { roleName: '镇办公室', name: '谭志平' },
  });
  // 三角村 has no adviser: the town names one.
  expect((await around.asker.get('/api/villages/sanjiao/questions/answerer')).body).toEqual({
    hours: 24,
    owner: { roleName: '镇办公室', name: '谭志平' },
    next: { roleName: '县管理员', name: '罗文' },
  });
});

test('asked, answered, asked on, closed with thanks, opened again', async () => {
  const { asker, id } = await asked(app);
  const desk = await around.adviser.get('/api/me/questions/desk?state=waiting');
  expect(desk.body.questions.find((one: { id: string }) => one.id === id)).toEqual({
    id,
    topic: 'land',
    villageName: '扎营村',
    state: 'waiting',
    part: 'adviser',
    excerpt: '邻居占了我家的田坎',
    askedAt: expect.any(String),
    changedAt: expect.any(String),
    dueAt: expect.any(String),
  });
  expect(await told(app, around.adviser, id)).toEqual(['questions.toAnswer']);

  expect(seen(await say(around.adviser, id, '先找组长量一量'))).toEqual([200]);
  const thread = await read(asker, id);
  expect(thread).toMatchObject({
    state: 'answered',
    part: 'asker',
    owner: { roleName: '法律顾问', name: '黄敏' },
    next: null,
    dueAt: null,
    isThanked: false,
  });
  expect(thread.events).toMatchObject([
    { what: 'asked', as: 'asker', isMine: true, text: '邻居占了我家的田坎', to: '黄敏' },
    { what: 'answered', as: 'adviser', name: '黄敏', isMine: false, text: '先找组长量一量' },
  ]);
  expect(await told(app, asker, id)).toEqual(['questions.answered']);
  expect(await collectionOf(app, 'serviceLog').find({ words: '书面答复了一个问题：土地山林' }).toArray()).toMatchObject(
    [{ adviserId: around.adviser.personId, villageId: 'zhaying', kind: 'answer', minutes: 15 }],
  );

  await say(asker, id, '量过了，还是不肯');
  expect(await read(asker, id)).toMatchObject({ state: 'waiting', next: { name: '谭志平' } });
  expect(seen(await step(around.adviser, id, 'close'))).toEqual([409, 'questions.movedOn']);
  await say(around.adviser, id, '可以申请村里调解');
  expect(seen(await step(asker, id, 'close'))).toEqual([200]);
  expect(seen(await step(asker, id, 'thanks'))).toEqual([200]);
  expect(seen(await step(asker, id, 'thanks'))).toEqual([409, 'questions.movedOn']);
  expect(seen(await say(asker, id))).toEqual([409, 'questions.closed']);
  expect(seen(await step(asker, id, 'reopen'))).toEqual([200]);
  expect(await read(asker, id)).toMatchObject({ state: 'waiting', isThanked: true });
  expect(await told(app, around.adviser, id)).toEqual([
    'questions.toAnswer',
    'questions.toAnswer',
    'questions.thanked',
    'questions.toAnswer',
  ]);
});

test('the same key asks once, and says once', async () => {
  const asker = await somebody(app);
  const key = 'q'.repeat(32);
  const twice = await Promise.all([ask(asker, {}, 'zhaying', key), ask(asker, {}, 'zhaying', key)]);
  const { body } = twice.find(({ status }) => status === 200) as (typeof twice)[0];
  await collectionOf(app, 'idempotencyKeys').deleteMany({});
  // As after a crash between the write and its receipt: done again, and the same.
  expect((await ask(asker, {}, 'zhaying', key)).body).toEqual(body);
  await say(asker, body.id, '还有', `s${key}`);
  await collectionOf(app, 'idempotencyKeys').deleteMany({});
  await say(asker, body.id, '还有', `s${key}`);
  expect((await read(asker, body.id)).events).toHaveLength(2);
});

test('five questions a day, however many arrive together', async () => {
  const asker = await somebody(app);
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(asker, { text: `第${i}问` })));
  expect(outcomes(answers)).toEqual([...Array(5).fill([200]), ...Array(3).fill([409, 'questions.dayFull'])]);
});

test('ten unanswered messages are enough', async () => {
  const { asker, id } = await asked(app);
  for (let i = 0; i < 9; i++) await say(asker, id, `${i}`);
  expect(seen(await say(asker, id))).toEqual([409, 'questions.waitForAnswer']);
  await say(around.adviser, id);
  expect(seen(await say(asker, id))).toEqual([200]);
});

test('photos go along, each only by whoever took it', async () => {
  const asker = await somebody(app);
  const { body: photo } = await sendPhoto(asker, await phonePhoto(), 'questions.message');
  const { body } = await ask(asker, { photoIds: [photo.id] });
  expect((await read(around.adviser, body.id)).events[0].photos).toMatchObject([{ id: photo.id }]);
  const other = await somebody(app);
  expect(seen(await ask(other, { photoIds: [photo.id] }))).toEqual([404, 'files.unknown']);
  expect(seen(await ask(asker, { photoIds: [photo.id] }))).toEqual([409, 'files.attachedElsewhere']);
});

test('what WeChat refuses is not sent; where it does not judge, it is', async () => {
  const { asker } = around;
  const { id } = (await ask(asker)).body;
  const check = jest.spyOn(app.service.use(WechatClient), 'msgSecCheck');
  check.mockResolvedValueOnce('risky').mockResolvedValueOnce('review').mockResolvedValueOnce('risky');
  expect(seen(await say(asker, id))).toEqual([422, 'questions.textRefused']);
  expect(seen(await say(asker, id))).toEqual([200]);
  expect(seen(await ask(asker))).toEqual([422, 'questions.textRefused']);
  check.mockRestore();
});

test('the adviser knows the other side: the town names another, and never sees what was asked', async () => {
  const { asker, id } = await asked(app);
  await say(around.adviser, id, '先看看');
  expect(seen(await step(around.adviser, id, 'conflict'))).toEqual([200]);
  expect(seen(await around.adviser.get(`/api/questions/${id}`))).toEqual([404, 'questions.unknown']);
  expect(await read(asker, id)).toMatchObject({ state: 'unassigned', owner: { name: '谭志平' } });
  expect(await told(app, around.town, 'banxi')).toContain('questions.toName');
  expect(await told(app, asker, id)).toEqual(['questions.answered', 'questions.passedOn']);

  const other = await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'shanyang'], '陈律师');
  const { body } = await around.town.get('/api/regions/banxi/questions/unassigned');
  const row = body.questions.find((one: { id: string }) => one.id === id);
  expect(row).toEqual({
    id,
    topic: 'land',
    villageName: '扎营村',
    why: 'conflict',
    askedAt: expect.any(String),
    dueAt: expect.any(String),
    owner: { roleName: '镇办公室', name: '谭志平' },
    excluded: [around.adviser.personId],
  });
  expect(body.advisers).toContainEqual({ personId: other.personId, name: '陈律师', placeName: '山羊村' });
  const name = (who = around.town, adviserId = other.personId, regionId = 'banxi') =>
    who.send('POST', `/api/regions/${regionId}/questions/${id}/adviser`, { adviserId });
  expect(seen(await name(around.town, around.adviser.personId))).toEqual([409, 'questions.adviserWrong']);
  expect(seen(await name(around.town, asker.personId))).toEqual([409, 'questions.adviserWrong']);
  expect(seen(await name())).toEqual([200]);
  expect(seen(await name())).toEqual([409, 'questions.movedOn']);
  expect(await read(other, id)).toMatchObject({ part: 'adviser', state: 'waiting', owner: { name: '陈律师' } });
  await say(other, id, '我来答');
  // Whoever asks on stays with the one who was named.
  await say(asker, id, '还有');
  expect((await read(asker, id)).owner).toEqual({ roleName: '法律顾问', name: '陈律师' });
});

test('time runs out: the next adviser, then the town, then the county; each by name, everybody told', async () => {
  const second = await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'hongxi'], '李律师');
  const { asker, id } = await asked(app, 'hongxi');
  const ownerAfter = async (hours: number) => {
    await lookIn(app, hours);
    const { state, owner, next } = await read(asker, id);
    return [state, owner?.name, next?.name];
  };
  expect(await ownerAfter(23)).toEqual(['waiting', '黄敏', '李律师']);
  expect(await ownerAfter(25)).toEqual(['waiting', '李律师', '谭志平']);
  expect(seen(await around.adviser.get(`/api/questions/${id}`))).toEqual([404, 'questions.unknown']);
  expect(await ownerAfter(50)).toEqual(['unassigned', '谭志平', '罗文']);
  expect(await ownerAfter(75)).toEqual(['unassigned', '罗文', undefined]);
  expect(await ownerAfter(100)).toEqual(['unassigned', '罗文', undefined]);
  expect(await told(app, second, id)).toEqual(['questions.toAnswer']);
  expect(await told(app, asker, id)).toEqual(Array(4).fill('questions.passedOn'));
  expect(await told(app, around.county, 'youyang')).toContain('questions.toName');
});

test('a town and a village say how long: the nearest counts, for what is asked from then on', async () => {
  const set = (regionId: string, hours: number) =>
    around.town.send('PUT', `/api/regions/${regionId}/questions/clock`, { hours });
  const clock = async (regionId: string) => (await around.town.get(`/api/regions/${regionId}/questions/clock`)).body;
  expect(await clock('yaoling')).toEqual({ hours: 24, isOwn: false });
  expect(seen(await set('yaoling', 0))).toEqual([422, 'request.invalid']);
  await set('yaoling', 6);
  expect(await clock('yaoling')).toEqual({ hours: 6, isOwn: true });
  expect(await clock('banxi')).toEqual({ hours: 24, isOwn: false });
  const { id } = await asked(app, 'yaoling');
  const { askedAt, dueAt } = await stored(app, id);
  expect(Number(dueAt) - Number(askedAt)).toBe(6 * 3600_000);
});

test('who reads along is added by their own code, and leaves again', async () => {
  const { asker, id } = await asked(app);
  const friend = await somebody(app);
  expect(seen(await step(asker, id, 'people', { code: 'XXXXXX' }))).toEqual([404, 'identity.codeUnknown']);
  expect(seen(await step(asker, id, 'people', { code: await codeOf(friend) }))).toEqual([200]);
  expect((await read(friend, id)).people).toEqual([
    { personId: friend.personId, name: expect.any(String), isMe: true },
  ]);
  expect((await friend.get('/api/me/questions')).body.questions).toMatchObject([{ id, part: 'added' }]);
  expect(seen(await say(friend, id, '我看见的'))).toEqual([200]);
  expect(seen(await friend.send('DELETE', `/api/questions/${id}/people/${friend.personId}`))).toEqual([200]);
  expect(seen(await friend.get(`/api/questions/${id}`))).toEqual([404, 'questions.unknown']);
});

test('an adviser whose office has ended reads nothing any more', async () => {
  const leaving = await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'shanyang'], '走的律师');
  const { id } = await asked(app);
  await step(around.adviser, id, 'conflict');
  await around.town.send('POST', `/api/regions/banxi/questions/${id}/adviser`, { adviserId: leaving.personId });
  expect((await leaving.get('/api/me/questions/desk?state=waiting')).body.questions).toHaveLength(1);
  await collectionOf(app, 'people').updateOne(
    { _id: leaving.personId },
    { $set: { 'grants.0.endsAt': hoursFromNow(-1) } },
  );
  expect(seen(await leaving.get(`/api/questions/${id}`))).toEqual([404, 'questions.unknown']);
  expect((await leaving.get('/api/me/questions/desk?state=waiting')).body).toEqual({ questions: [], next: null });
});

test('what a crash left untold is told by the clock, once', async () => {
  const { asker, id } = await asked(app);
  await say(around.adviser, id);
  await collectionOf(app, 'messages').deleteMany({ about: id });
  await collectionOf(app, 'questionThreads').updateOne({ _id: id as never }, { $set: { told: 1, isUntold: true } });
  await lookIn(app, 1);
  await lookIn(app, 1);
  expect(await told(app, asker, id)).toEqual(['questions.answered']);
});

test('lists come in pages: mine by the latest change, the desk by the clock', async () => {
  const adviser = await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'shanshuwan'], '石律师');
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const asker = await somebody(app);
    for (let j = 0; j < 5; j++) ids.push((await ask(asker, { text: `${i}${j}` }, 'shanshuwan')).body.id);
  }
  const first = await adviser.get('/api/me/questions/desk?state=waiting');
  const second = await adviser.get(`/api/me/questions/desk?state=waiting&after=${first.body.next}`);
  const idsOf = ({ body }: typeof first) => body.questions.map((one: { id: string }) => one.id);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
  expect(second.body.next).toBeNull();
  for (const id of ids) await say(adviser, id);
  const answered = await adviser.get('/api/me/questions/desk?state=answered');
  expect(idsOf(answered)).toEqual([...ids].reverse().slice(0, 20));
});

test('every look of an adviser is written down for the asker', async () => {
  const { asker, id } = await asked(app);
  await read(around.adviser, id);
  const { body } = await asker.get('/api/me/looks');
  expect(JSON.stringify(body)).toContain('看了您问律师的问题');
});

test('whoever leaves takes their questions along; in others’ they become 已注销用户', async () => {
  const { asker, id } = await asked(app);
  const other = await asked(app);
  await step(other.asker, other.id, 'people', { code: await codeOf(asker) });
  await say(asker, other.id, '我也说一句');
  const holder = holderOf(app, 'questions');
  expect(await holder.gather(asker.personId)).toMatchObject([
    { 事情: '土地山林', 谁说的: '问的人', 内容: '邻居占了我家的田坎' },
    { 事情: '土地山林', 谁说的: '一起看的人', 内容: '我也说一句' },
  ]);
  const toldOnce = await holder.erase(asker.personId, new Date());
  expect(await holder.erase(asker.personId, new Date())).toEqual(toldOnce);
  expect(await app.service.use(ThreadsStore).find(id)).toBeNull();
  expect((await stored(app, other.id)).added).toEqual([]);
});

test('three years after its end a question is forgotten, its photos with it', async () => {
  const asker = await somebody(app);
  const { body: photo } = await sendPhoto(asker, await phonePhoto(), 'questions.message');
  const { body } = await ask(asker, { photoIds: [photo.id] });
  await step(asker, body.id, 'close');
  const jobs = app.service.use(QuestionsJobs);
  const in3years = (days: number) => ({ now: hoursFromNow((3 * 365 + days) * 24), heartbeat: async () => undefined });
  await jobs.forgetOld(in3years(-1));
  expect(await app.service.use(ThreadsStore).find(body.id)).not.toBeNull();
  await jobs.forgetOld(in3years(1));
  expect(await app.service.use(ThreadsStore).find(body.id)).toBeNull();
  expect(await collectionOf(app, 'files').findOne({ _id: photo.id as never })).toMatchObject({ attachedTo: null });
});

test('the demo’s other roles see no question in their lists', async () => {
  const cadre = await signInAs(app, 'cadre');
  expect((await cadre.get('/api/me/questions')).body.questions).toEqual([]);
  expect((await cadre.get('/api/me/questions/desk?state=waiting')).body).toEqual({ questions: [], next: null });
});
