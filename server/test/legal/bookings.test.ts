/** Booking a time: never two in one slot, whichever way they come; what each side may do, and what it tells the other. */

import type { Household } from '@xiangyue/shared/features/households/household';
import { maskName } from '@xiangyue/shared/kernel/names';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { BookingNews } from '../../src/features/legal/booking-news';
import { HostsService } from '../../src/features/legal/hosts.service';
import { Pace } from '../../src/platform/pace/pace';
import { outcomes, seen } from '../answer';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { plainPhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { freeMember } from '../households/kit';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { BookingKit } from './booking-kit';

let app: TestApp;
let kit: BookingKit;
beforeAll(async () => {
  app = await startApp();
  // More people sign in here, and ask more, than one address does in a minute.
  const pace = app.service.use(Pace);
  jest.spyOn(pace, 'admitAddress').mockResolvedValue();
  jest.spyOn(pace, 'admitPerson').mockResolvedValue();
  kit = await BookingKit.open(app);
});
afterAll(() => app.stop());

const HOUR_MS = 3600_000;
const at = (startsAt: string, minutes: number) => new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
const post = (who: SignedIn, id: string, what: string, body: object) =>
  who.send('POST', `/api/bookings/${id}/${what}`, body);
const detail = async (who: SignedIn, id: string) => (await who.get(`/api/bookings/${id}`)).body;

test('300 at once for one slot: exactly one has it', async () => {
  const startsAt = (await kit.free())[0] as string;
  const people = await Promise.all(Array.from({ length: 30 }, () => newcomer(app)));
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, i) => kit.book(people[i % 30] as SignedIn, startsAt)),
  );
  const counts = new Map<string, number>();
  for (const outcome of outcomes(answers)) counts.set(outcome.join(), (counts.get(outcome.join()) ?? 0) + 1);
  expect(counts.get('200')).toBe(1);
  expect([...counts.keys()].filter((key) => !/^200$|slotTaken|overlapsOwn/.test(key))).toEqual([]);
  const held = await collectionOf(app, 'bookings')
    .find({ startsAt: new Date(startsAt), state: 'confirmed' })
    .toArray();
  expect(held).toHaveLength(1);
  expect(await kit.free()).not.toContain(startsAt);
});

test('booking, moving there and taking back a cancellation race for one slot: exactly one has it', async () => {
  const [first, second] = await Promise.all([kit.booked(), newcomer(app)]);
  const other = await kit.booked();
  const cancelled = await kit.booked();
  await post(cancelled.who, cancelled.id, 'cancellation', { revision: 0, why: '有事' });
  const wanted = cancelled.startsAt;
  const answers = await Promise.all([
    kit.book(second, wanted),
    post(first.who, first.id, 'reschedule', { revision: 0, startsAt: wanted }),
    post(other.who, other.id, 'reschedule', { revision: 0, startsAt: wanted }),
    post(cancelled.who, cancelled.id, 'reopening', { revision: 1 }),
  ]);
  expect(outcomes(answers)).toEqual([[200], ...Array(3).fill([409, 'legal.slotTaken'])]);
});

test('hours that change meanwhile never make two meetings share a minute', async () => {
  const { startsAt } = await kit.booked();
  // Another grid: its slots lie across the old ones.
  await kit.setHours(kit.adviser, {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      from: 8 * 60 + 10,
      to: 12 * 60,
      ways: ['onSite'],
      place: '村委会',
    })),
  });
  const people = await Promise.all([newcomer(app), newcomer(app)]);
  const answers = await Promise.all(people.map((who, i) => kit.book(who, at(startsAt, i === 0 ? 10 : -20))));
  expect(answers.map(({ status }) => status)).toEqual([409, answers[1]?.status]);
  expect(seen(answers[0] as never)).toEqual([409, 'legal.slotTaken']);
  await kit.setHours(kit.adviser);
});

test.each<[string, (free: string[]) => object, unknown[]]>([
  ['outside the hours', ([free = '']) => ({ startsAt: at(free, 7 * 60) }), [422, 'legal.slotNotOffered']],
  ['beside the grid', ([free = '']) => ({ startsAt: at(free, 5) }), [422, 'legal.slotNotOffered']],
  ['in the past', () => ({ startsAt: new Date(Date.now() - HOUR_MS).toISOString() }), [422, 'legal.slotPast']],
  ['too soon', () => ({ startsAt: new Date(Date.now() + 60_000).toISOString() }), [422, 'legal.slotTooSoon']],
  ['in a way that is not offered', ([startsAt]) => ({ startsAt, way: 'video' }), [422, 'legal.wayNotOffered']],
  ['by phone without a number', ([startsAt]) => ({ startsAt, way: 'phone' }), [422, 'legal.phoneMissing']],
  [
    'with a number that nobody consented to keep',
    ([startsAt]) => ({ startsAt, phone: '13800138000' }),
    [403, 'privacy.consentMissing'],
  ],
  ['with words for a number', ([startsAt]) => ({ startsAt, phone: '没有' }), [422, 'request.invalid']],
  [
    'for a village that the adviser does not serve',
    ([startsAt]) => ({ startsAt, villageId: 'yaoling' }),
    [404, 'legal.hostUnknown'],
  ],
  [
    'for somebody who gave no consent to 代办',
    ([startsAt]) => ({ startsAt, delegationId: '01kdvdna000000000000000000' }),
    [404, 'delegations.unknown'],
  ],
  ['for a village that is none', ([startsAt]) => ({ startsAt, villageId: 'nowhere' }), [404, 'regions.villageUnknown']],
])('refused: %s', async (_name, fields, expected) => {
  const who = await newcomer(app);
  expect(seen(await kit.book(who, '', fields(await kit.free())))).toEqual(expected);
});

test('one person is in one place at a time, also with two hosts', async () => {
  await kit.setHours(kit.cadre);
  const { who, startsAt } = await kit.booked();
  expect(seen(await kit.book(who, startsAt, {}, kit.cadre))).toEqual([409, 'legal.overlapsOwn']);
  expect(seen(await kit.book(who, at(startsAt, 30), {}, kit.cadre))).toEqual([200]);
});

test('the same key is one booking; nobody keeps more than five to come', async () => {
  const who = await newcomer(app);
  const free = await kit.free();
  const key = 'k'.repeat(32);
  const [first, again] = [
    await kit.book(who, free[0] as string, {}, kit.adviser, key),
    await kit.book(who, free[0] as string, {}, kit.adviser, key),
  ];
  expect(again.body).toEqual(first.body);
  for (const startsAt of free.slice(1, 5)) expect(seen(await kit.book(who, startsAt))).toEqual([200]);
  expect(seen(await kit.book(who, free[5] as string))).toEqual([409, 'legal.bookingsTooMany']);
});

test('代办: somebody books for one who has no phone; both hours are kept, both names are shown', async () => {
  const leader = await signInAs(app, 'group-leader');
  const [household] = await app.service
    .use(HouseholdsStore)
    .list({ regionId: 'zhaying-3-4', grams: [], dissolved: false, limit: 1 });
  const old = freeMember(household as Household);
  const begun = await leader.send('POST', `/api/households/${household?.id}/members/${old.id}/delegations`, {
    way: 'spoken',
    words: '请替我约律师',
    on: localDateOf(Date.now()),
  });
  const delegationId = begun.body.id;
  const [startsAt = '', later = ''] = await kit.free();
  const { body } = await kit.book(leader, startsAt, { delegationId });
  expect(await detail(kit.adviser, body.id)).toMatchObject({ visitorName: `${maskName(old.name)}（石长贵代约）` });
  // The leader may come himself at the same hour to somebody else; the old woman may not be in two places.
  expect(seen(await kit.book(leader, startsAt, { delegationId }, kit.cadre))).toEqual([409, 'legal.overlapsOwn']);
  expect(seen(await kit.book(await newcomer(app), later, { delegationId }))).toEqual([403, 'delegations.notYours']);
  await leader.send('POST', `/api/delegations/${delegationId}/stop`, { words: '她自己来' });
  expect(seen(await kit.book(leader, later, { delegationId }))).toEqual([409, 'delegations.ended']);
});

test('documents are one’s own, and only the two who take part see the booking', async () => {
  const [who, stranger] = await Promise.all([newcomer(app), newcomer(app)]);
  const [mine, foreign] = await Promise.all([
    sendPhoto(who, await plainPhoto(3), 'legal.booking'),
    sendPhoto(stranger, await plainPhoto(4), 'legal.booking'),
  ]);
  const startsAt = (await kit.free())[0] as string;
  expect(seen(await kit.book(who, startsAt, { photoIds: [foreign.body.id] }))).toEqual([404, 'files.unknown']);
  await who.send('PUT', '/api/me/consents/bookingPhone', { version: 1, isGiven: true });
  const { body } = await kit.book(who, startsAt, { photoIds: [mine.body.id], phone: '13800138000' });
  expect(await detail(who, body.id)).toMatchObject({
    as: 'booker',
    phone: '138****8000',
    photos: [{ id: mine.body.id }],
    moves: ['reschedule', 'cancel'],
  });
  expect(await detail(kit.adviser, body.id)).toMatchObject({ as: 'host', phone: '13800138000', matter: '田边的界' });
  expect(seen(await stranger.get(`/api/bookings/${body.id}`))).toEqual([404, 'legal.bookingUnknown']);
  expect(seen(await kit.cadre.get(`/api/bookings/${body.id}`))).toEqual([404, 'legal.bookingUnknown']);
  const row = await collectionOf(app, 'bookings').findOne({ _id: body.id });
  expect(JSON.stringify(row)).not.toContain('13800138000');
  expect((await who.get('/api/me/looks')).body.looks).toMatchObject([{ what: '看了您的预约和留的电话' }]);
});

test('put to another time in one write: the old one is free again, both sides know', async () => {
  const { who, id, startsAt } = await kit.booked();
  const later = (await kit.free())[3] as string;
  expect((await post(who, id, 'reschedule', { revision: 0, startsAt: later })).body).toEqual({
    revision: 1,
    state: 'confirmed',
  });
  expect(await kit.free()).toContain(startsAt);
  expect(await kit.free()).not.toContain(later);
  expect(seen(await post(who, id, 'reschedule', { revision: 0, startsAt }))).toEqual([409, 'legal.bookingChanged']);
  expect((await kit.messagesOf(kit.adviser))[0]).toMatch(/^来访的人把.*的预约改到了/);
});

test('cancelled: the time is free, the other is told why; only who cancelled takes it back', async () => {
  const { who, id, startsAt } = await kit.booked();
  expect(seen(await post(who, id, 'cancellation', { revision: 0 }))).toEqual([422, 'request.invalid']);
  await post(kit.adviser, id, 'cancellation', { revision: 0, why: '要开庭' });
  expect((await kit.messagesOf(who))[0]).toMatch(/^法律顾问黄敏取消了.*原因：要开庭$/);
  expect(await kit.free()).toContain(startsAt);
  expect(seen(await post(who, id, 'reopening', { revision: 1 }))).toEqual([409, 'legal.moveForbidden']);
  expect((await post(kit.adviser, id, 'reopening', { revision: 1 })).body.state).toBe('confirmed');
  expect(await kit.free()).not.toContain(startsAt);
});

test('where the host confirms, a booking waits for it', async () => {
  await kit.setHours(kit.adviser, { confirms: true });
  const { who, id } = await kit.booked();
  expect((await detail(who, id)).state).toBe('requested');
  expect(seen(await post(who, id, 'confirmation', { revision: 0 }))).toEqual([409, 'legal.moveForbidden']);
  expect((await post(kit.adviser, id, 'confirmation', { revision: 0 })).body).toEqual({
    revision: 1,
    state: 'confirmed',
  });
  expect((await kit.messagesOf(who))[0]).toMatch(/确认了您的预约/);
  await kit.setHours(kit.adviser);
});

test('held, done: the service log has it once, without who came', async () => {
  const { id } = await kit.booked({ matterKind: 'wages' });
  await kit.startsIn(id, -15);
  await post(kit.adviser, id, 'beginning', { revision: 0 });
  const result = { revision: 1, minutes: 25, words: '先协商，不行去劳动监察。', promise: null };
  expect((await post(kit.adviser, id, 'result', result)).body).toEqual({ revision: 2, state: 'done' });
  await app.service.use(BookingNews).follow(id, 2, new Date());
  const { body } = await kit.adviser.get('/api/villages/zhaying/adviser-log');
  expect(body.entries.filter(({ words }: { words: string }) => words === '接待来访（见面）：工钱、欠款')).toMatchObject(
    [{ kind: 'meeting', minutes: 25, onSite: true, own: false }],
  );
});

test('nobody came: after ten minutes, and whoever comes late is still received', async () => {
  const { who, id } = await kit.booked();
  await kit.startsIn(id, -9);
  expect(seen(await post(kit.adviser, id, 'absence', { revision: 0 }))).toEqual([409, 'legal.moveTooEarly']);
  await kit.startsIn(id, -11);
  expect((await post(kit.adviser, id, 'absence', { revision: 0 })).body.state).toBe('noShow');
  expect(seen(await post(who, id, 'cancellation', { revision: 1, why: '晚了' }))).toEqual([409, 'legal.moveForbidden']);
  expect((await post(kit.adviser, id, 'appearance', { revision: 1 })).body.state).toBe('held');
});

test('接访: what was promised, by when, and that it was done', async () => {
  await kit.setHours(kit.cadre);
  const { who, id } = await kit.booked({ matterKind: 'policy' }, kit.cadre);
  await kit.startsIn(id, -15);
  const promise = { words: '三天内请水务所来看水管', dueOn: '2020-01-01' };
  const result = { revision: 0, minutes: 20, words: '反映二组水管漏水。', promise };
  expect(seen(await post(kit.cadre, id, 'result', result))).toEqual([422, 'legal.promiseDateWrong']);
  const dueOn = new Date(Date.now() + 72 * HOUR_MS).toISOString().slice(0, 10);
  await post(kit.cadre, id, 'result', { ...result, promise: { ...promise, dueOn } });
  const promised = async () =>
    (await kit.cadre.get('/api/me/desk/promises')).body.promises.filter((one: { id: string }) => one.id === id);
  expect(await promised()).toMatchObject([{ words: promise.words, dueOn }]);
  expect((await detail(who, id)).outcome).toMatchObject({ promise: { dueOn }, kept: null });
  expect(seen(await post(who, id, 'kept-promise', { revision: 1, words: '好了' }))).toEqual([
    409,
    'legal.nothingPromised',
  ]);
  await post(kit.cadre, id, 'kept-promise', { revision: 1, words: '水管换好了' });
  expect(await promised()).toEqual([]);
  expect((await detail(who, id)).outcome.kept.words).toBe('水管换好了');
  expect((await kit.messagesOf(who))[0]).toMatch(/^上次接访答应的事办好了/);
});

test('both are reminded a day and an hour before, of the time that holds', async () => {
  const free = await kit.free();
  const startsAt = free.find((one) => Date.parse(one) > Date.now() + 26 * HOUR_MS) as string;
  const who = await newcomer(app);
  const { body } = await kit.book(who, startsAt);
  const planned = await collectionOf(app, 'jobs').find({ kind: 'legal.remind', 'data.bookingId': body.id }).toArray();
  expect(planned.map(({ data }) => data.reminder).sort()).toEqual(['day', 'hour']);
  const news = app.service.use(BookingNews);
  const startsAtMs = Date.parse(startsAt);
  const due = new Date(startsAtMs - HOUR_MS);
  for (let i = 0; i < 2; i++) await news.remind({ bookingId: body.id, startsAtMs, reminder: 'hour' }, due);
  await news.remind({ bookingId: body.id, startsAtMs: startsAtMs + 1, reminder: 'hour' }, due);
  expect((await kit.messagesOf(who)).filter((text) => text.startsWith('您约了法律顾问黄敏'))).toHaveLength(1);
  await post(who, body.id, 'cancellation', { revision: 0, why: '有事' });
  await news.remind({ bookingId: body.id, startsAtMs, reminder: 'day' }, due);
  expect(await kit.messagesOf(who)).toHaveLength(1);
});

test('a full week has a line; who came first hears first of what becomes free, each once', async () => {
  // A host of one slot a week.
  const host = await signInAs(app, 'town-office');
  await kit.setHours(host, {
    weekly: [{ weekday: 3, from: 9 * 60, to: 9 * 60 + 30, ways: ['onSite'], place: '镇政府' }],
  });
  const free = await kit.free(host);
  const { who, id, startsAt } = await kit.booked({}, host);
  const { fullWeeks } = (await app.get(`/api/hosts/${host.personId}/slots`)).body;
  const path = `/api/hosts/${host.personId}/waits/${fullWeeks[0]}`;
  const [first, second] = [await newcomer(app), await newcomer(app)];
  expect(seen(await first.send('PUT', `/api/hosts/${host.personId}/waits/2020-01-06`))).toEqual([
    409,
    'legal.weekNotFull',
  ]);
  expect(seen(await first.send('PUT', path))).toEqual([200]);
  expect(seen(await first.send('PUT', path))).toEqual([200]);
  await second.send('PUT', path);
  expect((await first.get('/api/me/bookings')).body.waits).toMatchObject([
    { hostId: host.personId, week: fullWeeks[0] },
  ]);
  const news = app.service.use(BookingNews);
  const offer = { hostId: host.personId, startsAtMs: Date.parse(startsAt), round: 0 };
  await news.offer(offer, new Date());
  expect(await kit.messagesOf(first)).toEqual([]);
  await post(who, id, 'cancellation', { revision: 0, why: '有事' });
  for (let i = 0; i < 2; i++) await news.offer(offer, new Date());
  expect([(await kit.messagesOf(first)).length, (await kit.messagesOf(second)).length]).toEqual([1, 0]);
  await news.offer({ ...offer, round: 1 }, new Date());
  expect((await kit.messagesOf(second)).length).toBe(1);
  await kit.book(second, startsAt, {}, host);
  expect((await second.get('/api/me/bookings')).body.waits).toEqual([]);
  expect(free).toContain(startsAt);
});

test('holidays have no weekly hours; the town writes them', async () => {
  const free = await kit.free();
  const date = (free[0] as string).slice(0, 10);
  await kit.town.send('PUT', '/api/regions/banxi/holidays', { holidays: [{ date, name: '放假' }] });
  expect((await kit.free()).some((startsAt) => startsAt.startsWith(date))).toBe(false);
  expect((await app.get('/api/regions/zhaying/holidays')).body.holidays).toContainEqual({ date, name: '放假' });
  await kit.town.send('PUT', '/api/regions/banxi/holidays', { holidays: [] });
});

test('hours are kept whole and as they were seen; whoever has no office has none', async () => {
  const { body } = await kit.adviser.get('/api/me/hours');
  expect(
    seen(
      await kit.adviser.send('PUT', '/api/me/hours', {
        ...body,
        kind: undefined,
        holidays: undefined,
        revision: body.revision - 1,
      }),
    ),
  ).toEqual([409, 'legal.hoursChanged']);
  expect(
    seen(
      await kit.setHours(kit.adviser, {
        weekly: [{ weekday: 1, from: 600, to: 540, ways: ['onSite'], place: '村委会' }],
      }),
    ),
  ).toEqual([422, 'legal.hoursWrong']);
  const villager = await newcomer(app);
  expect(seen(await villager.get('/api/me/hours'))).toEqual([403, 'legal.notHost']);
  expect(seen(await villager.get('/api/me/desk/bookings'))).toEqual([403, 'legal.notHost']);
});

test('the village’s page tells who can be booked and when next', async () => {
  const { body } = await app.get('/api/villages/zhaying/hosts');
  expect(body.hosts.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual(
    expect.arrayContaining([
      ['adviser', '黄敏'],
      ['reception', '冉光明'],
    ]),
  );
  expect((await app.service.use(HostsService).hosts('zhaying', new Date())).hosts[0]?.nextFree).toBe(
    (await kit.free(body.hosts[0].id === kit.adviser.personId ? kit.adviser : kit.cadre))[0],
  );
});

test('phone numbers are forgotten thirty days after the meeting; who is deleted leaves no name and no time taken', async () => {
  const { who, id } = await kit.booked();
  await who.send('PUT', '/api/me/consents/bookingPhone', { version: 1, isGiven: true });
  const startsAt = (await kit.free())[0] as string;
  const { body } = await kit.book(who, startsAt, { phone: '13800138000', way: 'phone' });
  const holder = holderOf(app, 'legal');
  expect(await holder.gather(who.personId)).toEqual(
    expect.arrayContaining([expect.objectContaining({ 电话: '13800138000', 事: '田边的界' })]),
  );
  const told = await holder.erase(who.personId, new Date());
  expect(await holder.erase(who.personId, new Date())).toEqual(told);
  expect(await holder.gather(who.personId)).toEqual([]);
  expect(await kit.free()).toContain(startsAt);
  const rows = await collectionOf(app, 'bookings')
    .find({ _id: { $in: [id, body.id] } })
    .toArray();
  expect(
    rows.map(({ state, matter, phone, personId }) => [state, matter, phone, personId.startsWith('erased:')]),
  ).toEqual(Array(2).fill(['cancelled', '', null, true]));
});
