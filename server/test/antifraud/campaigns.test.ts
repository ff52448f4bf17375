/** Campaigns against the stand-in for WeChat: to whom, once each, with every answer that WeChat can give. */
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { peopleOf, type Recipient, TEMPLATE } from '../../bench/campaign-people';
import { seedId } from '../../seeds/seed-id';
import { CampaignSender } from '../../src/features/antifraud/campaign-sender';
import { DeliveriesStore } from '../../src/features/antifraud/deliveries.store';
import { ConsentsStore } from '../../src/features/messages/consents.store';
import { MessagesService } from '../../src/features/messages/messages.service';
import { Jobs } from '../../src/platform/jobs/jobs';
import { seen } from '../answer';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { type SignedIn, signInAs } from '../sign-in';
import { until } from '../until';

const DESK = '/api/regions/banxi/campaigns';
const CASE = seedId('fraud-cases/brushing-group');

let app: TestApp;
let town: SignedIn;
beforeAll(async () => {
  app = await startApp({
    WECHAT_TEMPLATES: TEMPLATE,
    WECHAT_WARNING_TEMPLATE: TEMPLATE,
    WECHAT_SEND_CONCURRENCY: '4',
  });
  await app.service.use(Jobs).start({ idleMs: 20, leaseMs: 2_000 });
  town = await signInAs(app, 'town-office');
});
afterAll(() => app.stop());
afterEach(() => app.service.wechat.clearFaults());

/** Villages in which nobody of the demo lives. */
let used = 0;
const VILLAGES = ['sanjiao', 'yaoling', 'shanshuwan', 'shanyang', 'hongxi'];
const people = async (count: number, allowed: number): Promise<{ villageId: string; all: Recipient[] }> => {
  const villageId = VILLAGES[used++] as string;
  await collectionOf(app, 'households').updateMany({ villageId }, { $set: { boundPersonIds: [] } });
  const all = await peopleOf(app.service.use, { villageId, count, allowed, appId: app.service.wechat.appId });
  return { villageId, all };
};

const aCampaign = (villageIds: readonly string[], change: object = {}) => ({
  villageIds,
  groups: ['elderly'],
  caseId: CASE,
  startsAt: new Date().toISOString(),
  wavePeople: 1_000,
  waveGapMinutes: 0,
  ...change,
});

const report = async (id: string) => (await town.get(`${DESK}/${id}`)).body;
const begin = async (villageId: string, change: object = {}): Promise<string> => {
  const { body } = await town.send('POST', DESK, aCampaign([villageId], change));
  return body.id;
};
const ended = (id: string) =>
  until(async () => {
    await app.service.use(CampaignSender).settle(new Date());
    const now = await report(id);
    return ['done', 'stopped'].includes(now.state) && now;
  }, 20_000);
const receivedBy = ({ openid }: Recipient) =>
  app.service.wechat.messages.filter((message) => message.openid === openid);
const inboxOf = ({ personId }: Recipient) =>
  collectionOf(app, 'messages').countDocuments({ personId, kind: 'antifraud.warning' });

test('counted before; everybody has it in the app, those who allowed it in WeChat as well, cut to what WeChat takes', async () => {
  const { villageId, all } = await people(30, 0);
  const [first, second] = all as [Recipient, Recipient];
  for (const one of [first, second]) await app.service.use(ConsentsStore).add(one.personId, TEMPLATE, 1, false, 'a');
  const preview = await town.send('POST', `${DESK}/preview`, { villageIds: [villageId], groups: ['elderly'] });
  expect(preview.body).toEqual({ people: 30, reminded: 2 });

  const id = await begin(villageId);
  expect(await ended(id)).toMatchObject({
    state: 'done',
    people: 30,
    inbox: 30,
    sent: 2,
    unknown: 0,
    waiting: 0,
    read: 0,
    asked: 0,
    refused: [{ reason: 'noConsent', people: 28 }],
  });
  expect(receivedBy(first)).toEqual([
    {
      openid: first.openid,
      templateId: TEMPLATE,
      page: `features/antifraud/pages/case/index?caseId=${CASE}`,
      data: { thing1: '拉进群里“点赞挣钱”', thing2: '这样回他：要先垫钱的活，我不做。' },
    },
  ]);
  expect((await app.service.use(ConsentsStore).list(first.personId))[0]?.accepted).toBe(0);
  const messages = collectionOf(app, 'messages');
  const message = await messages.findOne({ personId: first.personId });
  expect(message).toMatchObject({ kind: 'antifraud.warning', about: CASE });
  await app.service.use(MessagesService).read({ personId: first.personId } as never, String(message?._id), new Date());
  expect((await report(id)).read).toBe(1);
  // Who was written to is theirs to know, and to have deleted.
  const holder = holderOf(app, 'campaigns');
  expect(await holder.gather(first.personId)).toHaveLength(1);
  await holder.erase(first.personId, new Date());
  expect(await holder.gather(first.personId)).toEqual([]);
});

test('each answer of WeChat has its consequence; what may have arrived is never sent again', async () => {
  const { villageId, all } = await people(6, 1);
  const { wechat } = app.service;
  wechat.inject('sendSubscribeMessage', { kind: 'errcode', errcode: 43101 });
  wechat.inject('sendSubscribeMessage', { kind: 'errcode', errcode: 43108 });
  wechat.inject('sendSubscribeMessage', { kind: 'drop' }, { processed: true });
  const before = wechat.count('sendSubscribeMessage');
  const now = await ended(await begin(villageId));
  expect(now).toMatchObject({
    state: 'done',
    inbox: 6,
    sent: 4,
    unknown: 1,
    refused: [{ reason: 'notSubscribed', people: 1 }],
  });
  // Six people, and one asked twice: the one whom another message was on its way to.
  expect(wechat.count('sendSubscribeMessage') - before).toBe(7);
  expect(all.filter((one) => receivedBy(one).length > 1)).toEqual([]);
}, 30_000);

test.each([
  [45168, '微信认为提醒里有敏感的词，请改案例的标题和回他的话'],
  [40037, '微信没有这个提醒模板，请检查配置'],
  [47003, '微信不收提醒里的一项内容，请检查模板的字段'],
])('%d stops the campaign with the reason, and nobody loses the leave that was not used', async (errcode, why) => {
  const villageId = VILLAGES[1] as string;
  await collectionOf(app, 'households').updateMany({ villageId }, { $set: { boundPersonIds: [] } });
  const all = await peopleOf(app.service.use, { villageId, count: 5, allowed: 1, appId: app.service.wechat.appId });
  app.service.wechat.inject('sendSubscribeMessage', { kind: 'errcode', errcode }, { times: 99 });
  const now = await ended(await begin(villageId));
  expect(now).toMatchObject({ state: 'stopped', why, sent: 0, waiting: 5 });
  await until(async () => {
    const left = await Promise.all(all.map(({ personId }) => app.service.use(ConsentsStore).list(personId)));
    return left.every(([consent]) => consent?.accepted === 1);
  });
});

test('paused and resumed in waves: everybody once', async () => {
  const { villageId, all } = await people(40, 1);
  const startsAt = new Date(Date.now() + 3_000).toISOString();
  const id = await begin(villageId, { wavePeople: 10, startsAt });
  const pause = { revision: 0, move: 'pause' };
  expect(seen(await town.send('POST', `${DESK}/${id}/moves`, pause))).toEqual([200]);
  expect(seen(await town.send('POST', `${DESK}/${id}/moves`, pause))).toEqual([409, 'antifraud.campaignMovedOn']);
  expect((await report(id)).inbox).toBe(0);
  expect(seen(await town.send('POST', `${DESK}/${id}/moves`, { revision: 1, move: 'resume' }))).toEqual([200]);
  expect(await ended(id)).toMatchObject({ state: 'done', people: 40, inbox: 40, sent: 40 });
  for (const one of all) expect([await inboxOf(one), receivedBy(one).length]).toEqual([1, 1]);
}, 30_000);

test('stopped: nobody hears any more', async () => {
  const villageId = VILLAGES[0] as string;
  const id = await begin(villageId, { startsAt: new Date(Date.now() + 60_000).toISOString() });
  await town.send('POST', `${DESK}/${id}/moves`, { revision: 0, move: 'stop', why: '写错了' });
  expect(await report(id)).toMatchObject({ state: 'stopped', why: '写错了', inbox: 0 });
  expect(seen(await town.send('POST', `${DESK}/${id}/moves`, { revision: 1, move: 'resume' }))).toEqual([
    409,
    'antifraud.campaignMovedOn',
  ]);
});

test('what a dead process has claimed is not sent again', async () => {
  const deliveries = app.service.use(DeliveriesStore);
  const campaignId = anId();
  const fields = {
    campaignId,
    chunk: 0,
    hasInbox: true,
    state: 'waiting',
    reason: null,
    attempts: 0,
    claimedAt: null,
  } as const;
  const long = new Date(Date.now() - 3 * 60_000);
  await deliveries.add([{ ...fields, personId: 'a', notBefore: long, expiresAt: new Date(Date.now() + 60_000) }]);
  const claims = await Promise.all(Array.from({ length: 8 }, () => deliveries.claim(campaignId, 'a', long)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  await app.service.use(CampaignSender).settle(new Date());
  expect((await deliveries.count(campaignId)).byState).toEqual({ unknown: 1 });
  expect(await deliveries.claim(campaignId, 'a', new Date())).toBe(false);
});

test.each<[string, object, string]>([
  ['nobody in the group', { groups: ['youth'] }, 'antifraud.nobodyThere'],
  ['a time that is over', { startsAt: new Date(Date.now() - 3600_000).toISOString() }, 'antifraud.startWrong'],
  ['a time in a year', { startsAt: new Date(Date.now() + 365 * 24 * 3600_000).toISOString() }, 'antifraud.startWrong'],
  ['a village elsewhere', { villageIds: ['nowhere'] }, 'antifraud.villagesWrong'],
  ['a town in place of a village', { villageIds: ['banxi'] }, 'antifraud.villagesWrong'],
  ['no village', { villageIds: [] }, 'request.invalid'],
  ['no group', { groups: [] }, 'request.invalid'],
  ['waves of nobody', { wavePeople: 0 }, 'request.invalid'],
  ['an unknown case', { caseId: '01kdvdna000000000000000000' }, 'antifraud.caseUnknown'],
  ['a case of another village', { caseId: seedId('fraud-cases/grandson') }, 'antifraud.caseNotThere'],
  ['a case that is not published', { caseId: seedId('fraud-cases/loan-fee') }, 'antifraud.caseUnknown'],
])('%s is refused', async (_what, change, code) => {
  expect((await town.send('POST', DESK, aCampaign([VILLAGES[0] as string], change))).body.code).toBe(code);
});

test('an expired case is not sent', async () => {
  const id = seedId('fraud-cases/stock-teacher');
  await collectionOf(app, 'fraudCases').updateOne(
    { _id: id },
    { $set: { expiresOn: daysAfter(localDateOf(Date.now()), -1) } },
  );
  expect((await town.send('POST', DESK, aCampaign([VILLAGES[0] as string], { caseId: id }))).body.code).toBe(
    'antifraud.caseUnknown',
  );
});
