/** From asking to the account: two looks by two people who are not close, the publicity, objections, corrections. */
import { outcomes, seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { householdAt } from '../households/kit';
import { newcomer } from '../sign-in';
import {
  accountOf,
  afterPublicity,
  answer,
  claimed,
  credit,
  DAY_MS,
  daysAgo,
  entriesOf,
  type Offices,
  object,
  offices,
  published,
  repairOf,
  review,
  stateOf,
  TODAY,
} from './kit';

let app: TestApp;
let staff: Offices;
beforeAll(async () => {
  app = await startApp();
  staff = await offices(app);
});
afterAll(() => app.stop());

const publicList = async (show = 'public') =>
  (await app.get(`/api/villages/zhaying/points/publicity?show=${show}`)).body.claims;

test('a claim goes through both desks, is published with its days and without its name, and is credited once', async () => {
  const { villager, leader, panel } = staff;
  const before = await accountOf(villager);
  const id = await claimed(villager);
  const desk = (await leader.get('/api/regions/zhaying-3/points/reviews')).body.claims;
  expect(desk.find((one: { id: string }) => one.id === id)).toMatchObject({
    ...{ householdName: '田维明', groupName: '3组', itemTitle: '义务维修', points: 2, conflict: null, sameDay: 0 },
  });
  expect((await review(leader, id, 'group', 0)).body).toEqual({ state: 'panel', revision: 1 });
  expect((await review(panel, id, 'panel', 1)).body).toEqual({ state: 'publicity', revision: 2 });
  const shown = (await publicList()).find((one: { id: string }) => one.id === id);
  expect(shown).toEqual({
    ...{ id, maskedName: '田**', groupName: '3组', itemTitle: '义务维修', category: 'service', points: 2 },
    ...{ doneOn: daysAgo(1), publishedOn: TODAY, daysLeft: 15, state: 'publicity', objections: [] },
  });
  await credit(app, new Date(Date.now() + 14 * DAY_MS));
  expect(await stateOf(villager, id)).toBe('publicity');
  await Promise.all([credit(app), credit(app), credit(app)]);
  expect(await stateOf(villager, id)).toBe('credited');
  const after = await accountOf(villager);
  expect([after.balancePoints - before.balancePoints, after.honourPoints - before.honourPoints]).toEqual([2, 2]);
  expect(after.entries[0]).toMatchObject({
    ...{ key: `claim/${id}`, kind: 'claim', points: 2, title: '义务维修', words: '修好了水龙头' },
    ...{ proposedByName: '冉桂兰', reviewedByNames: ['石长贵', '杨昌富'], claimId: id, opposes: null },
  });
  expect((await villager.get('/api/me/messages')).body.messages[0].text).toBe('“义务维修”公示期满，记了 2 分。');
});

test('the same key is one claim, another body with it is refused', async () => {
  const { villager } = staff;
  const key = anId();
  const fields = repairOf(daysAgo(4));
  const all = await Promise.all(
    Array.from({ length: 10 }, () => villager.send('POST', '/api/me/points/claims', fields, key)),
  );
  const ids = new Set(all.filter(({ status }) => status === 200).map(({ body }) => body.id));
  expect(ids.size).toBe(1);
  const other = await villager.send('POST', '/api/me/points/claims', repairOf(daysAgo(5)), key);
  expect(seen(other)).toEqual([409, 'request.keyReused']);
  const [id] = ids;
  expect(seen(await villager.send('POST', `/api/points/claims/${id}/withdrawal`, { words: '' }))).toEqual([200]);
});

test.each([
  ['an item that is not there', { itemKey: 'nothing' }, [422, 'points.itemUnknown']],
  ['a number outside the range', { itemKey: 'tidying', points: 6 }, [422, 'points.pointsWrong']],
  ['no whole number', { points: 1.5 }, [422, 'request.invalid']],
  ['nothing', { points: 0 }, [422, 'request.invalid']],
  ['a day to come', { doneOn: daysAgo(-1) }, [422, 'points.doneOnWrong']],
  ['too long ago', { doneOn: daysAgo(91) }, [422, 'points.doneOnWrong']],
  ['somebody else’s photo', { photoIds: ['01kdvdna000000000000000000'] }, [403, 'privacy.consentMissing']],
])('refused: %s', async (_what, fields, expected) => {
  const answered = await staff.villager.send('POST', '/api/me/points/claims', { ...repairOf(), ...fields });
  expect(seen(answered)).toEqual(expected);
});

test('whoever is bound to no household has nothing to ask for', async () => {
  const somebody = await newcomer(app);
  expect(seen(await somebody.send('POST', '/api/me/points/claims', repairOf()))).toEqual([404, 'households.notMine']);
  expect((await somebody.get('/api/me/points')).body).toEqual({ account: null });
});

test('the limit of an item: told when asking, and kept by the account when two ask at once', async () => {
  const { grid, panel, leader } = staff;
  const household = await householdAt(app, '201');
  const ask = (doneOn: string) =>
    grid.send('POST', `/api/households/${household.id}/points/claims`, { itemKey: 'courtyard', doneOn, words: '' });
  const both = await Promise.all([ask(daysAgo(1)), ask(daysAgo(2)), ask(daysAgo(3)), ask(daysAgo(4))]);
  const ids = both.filter(({ status }) => status === 200).map(({ body }) => body.id);
  expect(ids.length).toBeGreaterThanOrEqual(2);
  expect(seen(await ask(daysAgo(5)))).toEqual([409, 'points.capReached']);
  for (const id of ids) {
    expect(seen(await review(leader, id, 'group', 0))).toEqual([403, 'access.outOfScope']);
    expect(seen(await review(grid, id, 'group', 0))).toEqual([403, 'points.ownProposal']);
  }
  // Somebody of the village's grid who did not enter them.
  await seeThrough(ids, panel);
  await credit(app);
  const sums = await Promise.all(ids.map((id) => entriesOf(app, household.id, id)));
  expect(sums.flat().reduce((total, [, points]) => total + points, 0)).toBe(30);
});

/** By the database's own hand: the group's look is somebody's whom this test does not need. */
async function seeThrough(ids: readonly string[], panel: Offices['panel']): Promise<void> {
  const { ClaimsStore } = await import('../../src/features/points/claims.store');
  const store = app.service.use(ClaimsStore);
  const claims = await store.findMany(ids);
  await store.put(claims.map((claim) => ({ ...claim, state: 'panel' as const })));
  for (const id of ids) expect(seen(await review(panel, id, 'panel', 0))).toEqual([200]);
}

describe('whoever decides', () => {
  test('not about the own household, not about relatives registered since, not twice, not unbound', async () => {
    const { villager, leader, courtyard, cadre, panel } = staff;
    const own = (await courtyard.send('POST', '/api/me/points/claims', repairOf(daysAgo(2)))).body.id;
    expect(seen(await review(courtyard, own, 'group', 0))).toEqual([403, 'points.ownHousehold']);
    const id = await claimed(villager, repairOf(daysAgo(2)));
    const home = await householdAt(app, (await accountOf(villager)).number);
    const leaders = await householdAt(app, (await accountOf(leader)).number);
    const kin = { villageId: 'zhaying', number: leaders.number, name: '田秀珍', kind: 'cousins' };
    const memberId = home.members[0]?.id ?? '';
    const path = `/api/households/${home.id}/members/${memberId}/kin`;
    const added = await cadre.send('POST', path, kin);
    expect(seen(added)).toEqual([200]);
    expect(seen(await review(leader, id, 'group', 0))).toEqual([403, 'points.relatives']);
    const desk = (await leader.get('/api/regions/zhaying-3/points/reviews')).body.claims;
    expect(desk.find((one: { id: string }) => one.id === id).conflict).toBe('relatives');
    await cadre.send('DELETE', `/api/households/${home.id}/kin/${added.body.id}`);
    expect(seen(await review(leader, id, 'group', 0))).toEqual([200]);
    expect(seen(await review(leader, id, 'panel', 1))).toEqual([403, 'access.outOfScope']);
    expect(seen(await review(panel, id, 'panel', 1, { approves: false }))).toEqual([422, 'points.whyMissing']);
    expect(seen(await review(panel, id, 'panel', 1, { points: 3 }))).toEqual([422, 'points.pointsWrong']);
    const refused = await review(panel, id, 'panel', 1, { approves: false, words: '还没修好' });
    expect(refused.body).toEqual({ state: 'refused', revision: 2 });
    expect(seen(await review(cadre, id, 'panel', 2))).toEqual([409, 'points.claimNotHere']);
  });

  test('of twenty looks at once exactly one counts', async () => {
    const id = await claimed(staff.villager, repairOf(daysAgo(3)));
    const all = await Promise.all(Array.from({ length: 20 }, () => review(staff.leader, id, 'group', 0)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(outcomes(all).map(String))).toEqual(
      new Set(['200', ...all.filter(({ status }) => status !== 200).map((one) => String(seen(one)))]),
    );
    await staff.villager.send('POST', `/api/points/claims/${id}/withdrawal`, { words: '' });
  });
});

describe('objections', () => {
  test('has a handler by name and three days; while it waits nothing is credited; dismissed, the points come', async () => {
    const { villager, volunteer, cadre, courtyard } = staff;
    const id = await claimed(villager, repairOf(daysAgo(6)));
    await published(staff, id);
    expect(seen(await object(villager, id))).toEqual([403, 'points.ownHousehold']);
    expect(seen(await object(await newcomer(app), id))).toEqual([403, 'points.notVillager']);
    const told = await object(volunteer, id);
    expect(told.body).toEqual({
      objectionId: expect.any(String),
      dueOn: daysAgo(-3),
      handlerName: '冉光明',
    });
    expect(seen(await object(volunteer, id))).toEqual([409, 'points.objectedAlready']);
    await credit(app);
    expect(await stateOf(villager, id)).toBe('publicity');
    const { objectionId } = told.body;
    const desk = (await cadre.get('/api/regions/zhaying/points/objections')).body.objections;
    expect(desk.find((one: { objectionId: string }) => one.objectionId === objectionId)).toMatchObject({
      ...{ byName: '田小满', words: '那天没看见他家的人', dueOn: daysAgo(-3), handlerName: '冉光明', isMine: true },
    });
    expect(seen(await answer(courtyard, id, objectionId, { outcome: 'dismissed' }))).toEqual([
      403,
      'access.outOfScope',
    ]);
    const all = await Promise.all(
      Array.from({ length: 5 }, () => answer(cadre, id, objectionId, { outcome: 'dismissed' })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    await credit(app);
    expect(await stateOf(villager, id)).toBe('credited');
    expect((await volunteer.get('/api/me/messages')).body.messages[0].text).toBe('“义务维修”：核实过了');
  });

  test('upheld before it is credited: never credited, and whoever else objected is answered with it', async () => {
    const { villager, volunteer, panel, cadre } = staff;
    const id = await claimed(villager, repairOf(daysAgo(7)));
    await published(staff, id);
    const [one, two] = [await object(volunteer, id), await object(await bound('courtyard-head'), id)];
    expect([seen(one), seen(two)]).toEqual([[200], [200]]);
    expect(seen(await answer(panel, id, one.body.objectionId, { outcome: 'cancelled' }))).toEqual([
      403,
      'access.outOfScope',
    ]);
    expect((await answer(cadre, id, one.body.objectionId, { outcome: 'cancelled' })).body).toEqual({
      state: 'withdrawn',
    });
    await credit(app);
    const household = await accountOf(villager);
    expect(await entriesOf(app, household.householdId, id)).toEqual([]);
    const desk = (await cadre.get('/api/regions/zhaying/points/objections')).body.objections;
    expect(desk.filter((open: { claim: { id: string } }) => open.claim.id === id)).toEqual([]);
  });

  test('about the number, before and after it is credited: published anew, then an opposite entry beside the right one', async () => {
    const { villager, volunteer, cadre } = staff;
    const id = await claimed(villager, { itemKey: 'tidying', points: 5, doneOn: daysAgo(2), words: '' });
    await published(staff, id);
    const first = (await object(volunteer, id)).body.objectionId;
    expect(seen(await answer(cadre, id, first, { outcome: 'amended', points: 9 }))).toEqual([
      422,
      'points.pointsWrong',
    ]);
    expect((await answer(cadre, id, first, { outcome: 'amended', points: 4 })).body).toEqual({ state: 'publicity' });
    await credit(app);
    const { householdId } = await accountOf(villager);
    expect(await entriesOf(app, householdId, id)).toEqual([['claim', 4]]);
    const recent = (await publicList('recent')).find((one: { id: string }) => one.id === id);
    expect(recent).toMatchObject({ state: 'credited', points: 4 });
    const second = (await object(await bound('grid-member'), id)).body.objectionId;
    expect((await answer(cadre, id, second, { outcome: 'amended', points: 1 })).body).toEqual({ state: 'credited' });
    expect(await entriesOf(app, householdId, id)).toEqual([
      ['claim', 4],
      ['reversal', -4],
      ['correction', 1],
    ]);
    const third = (await object(await bound('courtyard-head'), id)).body.objectionId;
    expect((await answer(cadre, id, third, { outcome: 'cancelled' })).body).toEqual({ state: 'reversed' });
    expect(await entriesOf(app, householdId, id)).toEqual([
      ['claim', 4],
      ['reversal', -4],
      ['correction', 1],
      ['reversal', -1],
    ]);
    const [last] = (await accountOf(villager)).entries;
    expect(last).toMatchObject({ kind: 'reversal', points: -1, opposes: `claim/${id}/again/${second}` });
  });

  test('nobody answers what they objected to themselves; another takes over', async () => {
    const { villager, cadre, town } = staff;
    const id = await claimed(villager, repairOf(daysAgo(8)));
    await published(staff, id);
    const { objectionId, handlerName } = (await object(cadre, id)).body;
    expect(handlerName).toBe('谭志平');
    expect(seen(await answer(cadre, id, objectionId, { outcome: 'dismissed' }))).toEqual([403, 'points.objectionOwn']);
    const path = `/api/points/claims/${id}/objections/${objectionId}/handler`;
    expect(seen(await town.send('POST', path, {}))).toEqual([200]);
    expect(seen(await answer(town, id, objectionId, { outcome: 'dismissed' }))).toEqual([200]);
    expect(seen(await town.send('POST', path, {}))).toEqual([409, 'points.objectionAnswered']);
  });
});

const bound = (identity: 'courtyard-head' | 'grid-member') =>
  Promise.resolve(identity === 'courtyard-head' ? staff.courtyard : staff.grid);

test('the demo’s own claim whose last day is over comes as soon as its objection is answered', async () => {
  const { villager, cadre } = staff;
  const desk = (await cadre.get('/api/regions/zhaying/points/objections')).body.objections;
  const labour = desk.find(({ claim }: { claim: { itemTitle: string } }) => claim.itemTitle === '村里公共劳动');
  const answered = await answer(cadre, labour.claim.id, labour.objectionId, { outcome: 'dismissed' });
  expect(answered.body).toEqual({ state: 'credited' });
  expect((await accountOf(villager)).entries[0]).toMatchObject({ title: '村里公共劳动', points: 8 });
  await credit(app, afterPublicity());
});
