/** The catalogue: what is refused, one draft at a time, and which version holds; events of volunteers; proving the accounts. */
import { PointsService } from '../../src/features/points/points.service';
import { VerifyService } from '../../src/features/points/verify.service';
import { outcomes, seen } from '../answer';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { accountOf, credit, daysAgo, type Offices, offices, review, stateOf } from './kit';

let app: TestApp;
let staff: Offices;
beforeAll(async () => {
  app = await startApp();
  staff = await offices(app);
});
afterAll(() => app.stop());

const DRAFT = '/api/villages/zhaying/points/catalogue/draft';
const current = async () => (await app.get('/api/villages/zhaying/points/catalogue')).body.catalogue;

test('everybody reads it: values, limits, and the clause that each rests on', async () => {
  const catalogue = await current();
  expect(catalogue).toMatchObject({ version: 1, publicityDays: 15, illustrative: true });
  expect(catalogue.items.find(({ key }: { key: string }) => key === 'cleaning')).toMatchObject({
    ...{ title: '参加环境清扫', minPoints: 5, maxPoints: 5, capPoints: 60 },
    ...{ clauseTitle: '门前三包，垃圾分类', clauseNumber: 3 },
  });
  expect((await app.get('/api/villages/hongxi/points/catalogue')).body).toEqual({ catalogue: null });
});

test('a draft is refused with every reason, published when it is right, and then it holds', async () => {
  const { cadre } = staff;
  expect(seen(await cadre.send('POST', `${DRAFT}/publication`, { revision: 0 }))).toEqual([404, 'points.draftUnknown']);
  await Promise.all(Array.from({ length: 5 }, () => cadre.send('POST', DRAFT, {})));
  const { draft } = (await cadre.get(DRAFT)).body;
  expect([draft.version, draft.revision, draft.items.length]).toEqual([2, 0, 26]);
  const item = { ...draft.items[0], clause: null };
  const save = (items: object[], revision: number) => cadre.send('PUT', DRAFT, { revision, items, publicityDays: 20 });
  const wrong = [
    { ...item, key: 'a', title: '不上访奖励' },
    { ...item, key: 'b', title: '小程序打卡' },
    { ...item, key: 'c', minPoints: 5, maxPoints: 3 },
  ];
  expect(seen(await save([{ ...item, clause: { documentId: anId(), key: 'c1' } }], 0))).toEqual([
    422,
    'points.clauseUnknown',
  ]);
  expect((await save(wrong, 0)).body).toEqual({ revision: 1 });
  const refused = await cadre.send('POST', `${DRAFT}/publication`, { revision: 1 });
  expect(refused.body.errors).toEqual([
    { path: 'items.0.title', message: '“上访”：不能和信访、投诉挂钩。反映问题是村民的权利（信访工作条例）。' },
    { path: 'items.1.title', message: expect.stringMatching(/^“小程序”：不能奖励用手机软件/) },
    { path: 'items.2.maxPoints', message: '最多分比最少分还少' },
  ]);
  const races = await Promise.all([save(draft.items, 1), save(draft.items, 1), save(draft.items, 1)]);
  expect(outcomes(races)).toEqual([[200], [409, 'points.catalogueMovedOn'], [409, 'points.catalogueMovedOn']]);
  const published = await Promise.all(
    Array.from({ length: 5 }, () => cadre.send('POST', `${DRAFT}/publication`, { revision: 2 })),
  );
  expect(published.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await current()).toMatchObject({ version: 2, publicityDays: 20, illustrative: false });
});

test('an event of volunteers: one claim for its key, the leader’s word first, the panel after it', async () => {
  const { villager, volunteer, panel } = staff;
  const points = app.service.use(PointsService);
  const event = {
    key: 'volunteer/river-cleaning/1',
    personId: villager.personId,
    villageId: 'zhaying',
    doneOn: daysAgo(1),
    words: '清理河道，3 小时',
    confirmedBy: volunteer.personId,
  };
  const now = new Date();
  const told = await Promise.all(Array.from({ length: 20 }, () => points.creditForEvent(event, now)));
  expect(new Set(told)).toEqual(new Set(['claimed']));
  const own = (await villager.get('/api/me/points/claims')).body.claims.filter(
    ({ words }: { words: string }) => words === '清理河道，3 小时',
  );
  expect(own.map(({ state, onBehalf }: { state: string; onBehalf: boolean }) => [state, onBehalf])).toEqual([
    ['panel', true],
  ]);
  expect(seen(await review(panel, own[0].id, 'panel', 0))).toEqual([200]);
  await credit(app, new Date(Date.now() + 30 * 24 * 3600_000));
  expect(await stateOf(villager, own[0].id)).toBe('credited');
  expect(await points.creditForEvent({ ...event, personId: anId() }, now)).toBe('noHousehold');
  expect(await points.creditForEvent({ ...event, key: 'x', itemKey: 'nothing' }, now)).toBe('noItem');
  expect(await points.creditForEvent({ ...event, key: 'y', doneOn: daysAgo(200) }, now)).toBe('refused');
});

describe('proving the accounts', () => {
  const proof = () => app.service.use(VerifyService).verify();

  test('all of the demo holds', async () => {
    const { accounts, entries, failure } = await proof();
    expect(failure).toBeNull();
    expect([accounts > 60, entries > 200]).toEqual([true, true]);
  });

  test.each([
    ['a balance that is not the sum', { $inc: { balancePoints: 1 } }, /余额 \d+ 分，各笔合计 \d+ 分/],
    ['an entry without its claim', { $set: { 'entries.0.claimId': '01kdvdna000000000000000000' } }, /没有对应的申报/],
    [
      'an entry with other points',
      { $inc: { 'entries.0.points': 1, 'entries.0.honourPoints': 1, balancePoints: 1, honourPoints: 1 } },
      /和申报的分数对不上/,
    ],
  ])('finds %s and names the account', async (_what, change, words) => {
    const { householdId } = await accountOf(staff.villager);
    const accounts = collectionOf(app, 'pointsAccounts');
    const account = await accounts.findOne({ householdId });
    await accounts.updateOne({ _id: account?._id ?? '' }, change);
    const { failure } = await proof();
    expect([failure?.account, failure?.what]).toEqual([account?._id, expect.stringMatching(words)]);
    await accounts.replaceOne({ _id: account?._id ?? '' }, account ?? {});
    expect((await proof()).failure).toBeNull();
  });
});

test('what is kept about a person is told, and forgotten as far as the account allows', async () => {
  const holder = holderOf(app, 'points');
  const { personId } = staff.villager;
  const told = await holder.gather(personId);
  expect(told[0]).toEqual({
    年度: 2026,
    我家还能用的积分: expect.any(Number),
    我家这一年的荣誉积分: expect.any(Number),
  });
  expect(told).toContainEqual(expect.objectContaining({ 申报: '村里公共劳动', 办到哪一步: '公示中' }));
  const objector = await holder.gather(staff.volunteer.personId);
  expect(objector).toContainEqual(expect.objectContaining({ 我提的异议: expect.stringContaining('只看见他家') }));
  const once = await holder.erase(staff.volunteer.personId, new Date());
  expect(await holder.erase(staff.volunteer.personId, new Date())).toEqual(once);
  expect(JSON.stringify(await holder.gather(staff.volunteer.personId))).not.toContain('只看见他家');
});
