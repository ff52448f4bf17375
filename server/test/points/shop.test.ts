/** The shop: reserving, fetching, giving back; nothing oversold, nothing overspent, nothing lost; the fund. */
import { GoodsStore } from '../../src/features/points/goods.store';
import { OrdersService } from '../../src/features/points/orders.service';
import { OrdersStore } from '../../src/features/points/orders.store';
import { VerifyService } from '../../src/features/points/verify.service';
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { actorOf, anId } from '../factories';
import { codeOf, householdAt } from '../households/kit';
import { accountOf, DAY_MS, type Offices, offices } from './kit';

let app: TestApp;
let staff: Offices;
beforeAll(async () => {
  app = await startApp();
  staff = await offices(app);
});
afterAll(() => app.stop());
afterEach(async () => {
  expect((await app.service.use(VerifyService).verify()).failure).toBeNull();
});

const SHOP = '/api/villages/zhaying/points/shop';
const shelf = async (name: string) =>
  (await app.get(SHOP)).body.goods.find((one: { name: string }) => one.name === name);
const reserve = (who: Offices['villager'], goodsId: string, count = 1, key = anId()) =>
  who.send('POST', '/api/me/points/orders', { goodsId, count }, key);
const ordersOf = async (who: Offices['villager']) => (await who.get('/api/me/points/orders')).body.orders;

async function stocked(name: string, pricePoints: number, count: number): Promise<string> {
  const { body } = await staff.cadre.send('POST', `${SHOP}/goods`, { name, pricePoints });
  const restock = { count, cents: 0, words: '捐的' };
  expect(seen(await staff.cadre.send('POST', `${SHOP}/goods/${body.id}/restocks`, restock))).toEqual([200]);
  return body.id;
}

test('reserved with points and stock, shown with digits, handed over for the card of the house', async () => {
  const { villager, grid, cadre } = staff;
  const before = await accountOf(villager);
  const goods = await shelf('牙膏');
  const told = await reserve(villager, goods.id, 2);
  expect(told.body).toEqual({ id: expect.any(String), keptUntil: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  expect(await shelf('牙膏')).toMatchObject({ left: goods.left - 2, reserved: 2, handedOver: 0, bought: goods.bought });
  const after = await accountOf(villager);
  expect([after.balancePoints - before.balancePoints, after.honourPoints - before.honourPoints]).toEqual([-20, 0]);
  expect(after.entries[0]).toMatchObject({ kind: 'redemption', points: -20, title: '牙膏，2 件' });
  const [order] = await ordersOf(villager);
  expect([order.state, order.pickupCode]).toEqual(['reserved', expect.stringMatching(/^\d{6}$/)]);
  const home = await householdAt(app, before.number);
  const card = codeOf(app, home);
  expect(seen(await grid.send('POST', `${SHOP}/pickups`, { code: '000000' }))).toEqual([404, 'points.pickupUnknown']);
  const byCard = await grid.send('POST', `${SHOP}/pickups`, { code: card });
  expect(byCard.body.orders).toMatchObject([{ id: order.id, goodsName: '牙膏', count: 2, householdName: '田维明' }]);
  const byPhone = await grid.send('POST', `${SHOP}/pickups`, { code: order.pickupCode });
  expect(byPhone.body.orders).toHaveLength(1);
  const path = `${SHOP}/orders/${order.id}/handover`;
  expect(seen(await grid.send('POST', path, { code: '123456789' }))).toEqual([404, 'points.pickupUnknown']);
  const desks = await Promise.all([grid, cadre, grid, cadre].map((who) => who.send('POST', path, { code: card })));
  expect(outcomes(desks)).toEqual([[200], ...Array.from({ length: 3 }, () => [409, 'points.orderNotHere'])]);
  expect(await shelf('牙膏')).toMatchObject({ left: goods.left - 2, reserved: 0, handedOver: 2 });
  expect((await ordersOf(villager))[0]).toMatchObject({ state: 'handedOver', pickupCode: null });
  expect(seen(await villager.send('POST', `/api/me/points/orders/${order.id}/cancellation`, {}))).toEqual([
    409,
    'points.orderNotHere',
  ]);
});

test('two hundred at once for the last five: five have one, everybody else keeps their points', async () => {
  const goodsId = await stocked('雨伞', 1, 5);
  const people = [staff.villager, staff.grid, staff.leader, staff.panel, staff.cadre, staff.courtyard, staff.volunteer];
  const sum = async () =>
    (await Promise.all(people.map(accountOf))).reduce((total, { balancePoints }) => total + balancePoints, 0);
  const before = await sum();
  const orders = app.service.use(OrdersService);
  const startedAt = performance.now();
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, (_, i) =>
      orders.reserve(
        actorOf(people[i % people.length]?.personId ?? ''),
        { goodsId, count: 1 } as never,
        anId(),
        new Date(),
      ),
    ),
  );
  const codes = all.flatMap((one) => (one.status === 'rejected' ? one.reason.code : []));
  expect([all.length - codes.length, new Set(codes)]).toEqual([5, new Set(['points.soldOut'])]);
  expect(await shelf('雨伞')).toMatchObject({ left: 0, reserved: 5, bought: 5 });
  expect(await sum()).toBe(before - 5);
  // Seven people, one document of goods: seconds would mean that they stand in a queue.
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});

test('the same key fifty times: one order, one entry', async () => {
  const goodsId = await stocked('毛巾', 2, 50);
  const before = await accountOf(staff.villager);
  const key = anId();
  const orders = app.service.use(OrdersService);
  const all = await Promise.all(
    Array.from({ length: 50 }, () =>
      orders.reserve(actorOf(staff.villager.personId), { goodsId, count: 1 } as never, key, new Date()),
    ),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  const after = await accountOf(staff.villager);
  expect([after.balancePoints - before.balancePoints, after.entries.length - before.entries.length]).toEqual([-2, 1]);
  expect(await shelf('毛巾')).toMatchObject({ left: 49, reserved: 1 });
  const answered = await Promise.all(Array.from({ length: 10 }, () => reserve(staff.panel, goodsId, 1, key)));
  expect(new Set(answered.filter(({ status }) => status === 200).map(({ body }) => body.id)).size).toBe(1);
  expect(seen(await reserve(staff.panel, goodsId, 2, key))).toEqual([409, 'request.keyReused']);
});

test('more than one has: refused, and nothing is held', async () => {
  const goodsId = await stocked('自行车', 9_000, 3);
  const before = await accountOf(staff.villager);
  expect(seen(await reserve(staff.villager, goodsId))).toEqual([409, 'points.balanceTooLow']);
  expect(await shelf('自行车')).toMatchObject({ left: 3, reserved: 0 });
  expect((await accountOf(staff.villager)).balancePoints).toBe(before.balancePoints);
  expect((await ordersOf(staff.villager))[0]).toMatchObject({ state: 'refused', refusal: 'balanceTooLow' });
  expect(seen(await reserve(staff.villager, anId()))).toEqual([404, 'points.goodsUnknown']);
  const goods = { name: '自行车', pricePoints: 9_000, isOpen: false };
  expect(seen(await staff.cadre.send('PUT', `${SHOP}/goods/${goodsId}`, goods))).toEqual([200]);
  expect(seen(await reserve(staff.villager, goodsId))).toEqual([404, 'points.goodsUnknown']);
});

test('given back by the household, or by the clock after seven days', async () => {
  const goodsId = await stocked('肥料', 3, 2);
  const { villager, courtyard } = staff;
  // What the tests before have left is not what this one is about.
  await app.service.use(OrdersService).sweep(new Date(Date.now() + 9 * DAY_MS));
  const before = await accountOf(villager);
  const first = (await reserve(villager, goodsId)).body.id;
  expect(seen(await courtyard.send('POST', `/api/me/points/orders/${first}/cancellation`, {}))).toEqual([
    404,
    'points.orderUnknown',
  ]);
  const all = await Promise.all(
    Array.from({ length: 5 }, () => villager.send('POST', `/api/me/points/orders/${first}/cancellation`, {})),
  );
  expect(outcomes(all).filter(([status]) => status === 200).length).toBeGreaterThan(0);
  expect(await shelf('肥料')).toMatchObject({ left: 2, reserved: 0 });
  await reserve(villager, goodsId);
  const orders = app.service.use(OrdersService);
  await orders.sweep(new Date(Date.now() + 6 * DAY_MS));
  expect(await shelf('肥料')).toMatchObject({ left: 1, reserved: 1 });
  await Promise.all(
    [orders.sweep(new Date(Date.now() + 9 * DAY_MS)), orders.sweep(new Date(Date.now() + 9 * DAY_MS))].map((one) =>
      one.catch(() => undefined),
    ),
  );
  expect(await shelf('肥料')).toMatchObject({ left: 2, reserved: 0 });
  const after = await accountOf(villager);
  expect(after.balancePoints).toBe(before.balancePoints);
  expect(after.entries[0]).toMatchObject({ kind: 'giveBack', points: 3, opposes: after.entries[1].key });
});

describe('what a crash leaves is made good', () => {
  const stopAfter = async (state: 'goods' | 'points' | 'nothing') => {
    const goodsId = await stocked(`货${state}`, 4, 1);
    const orders = app.service.use(OrdersService);
    const goods = app.service.use(GoodsStore);
    const store = app.service.use(OrdersStore);
    const take = jest.spyOn(goods, 'take');
    const move = jest.spyOn(store, 'move');
    if (state === 'nothing') take.mockRejectedValueOnce(new Error('killed'));
    else move.mockRejectedValueOnce(new Error('killed'));
    const actor = actorOf(staff.villager.personId);
    await expect(orders.reserve(actor, { goodsId, count: 1 } as never, anId(), new Date())).rejects.toThrow('killed');
    jest.restoreAllMocks();
    return goodsId;
  };

  test.each(['nothing', 'points'] as const)('after %s was done the order is placed by the clock', async (state) => {
    await stopAfter(state);
    await app.service.use(OrdersService).sweep(new Date(Date.now() + 120_000));
    expect((await ordersOf(staff.villager))[0]).toMatchObject({ goodsName: `货${state}`, state: 'reserved' });
    expect(await shelf(`货${state}`)).toMatchObject({ left: 0, reserved: 1 });
  });

  test('goods that are held for an order that was refused meanwhile go back', async () => {
    const goodsId = await stocked('锄头', 4, 1);
    const { id } = (await reserve(staff.villager, goodsId)).body;
    await collectionOf(app, 'pointsOrders').updateOne(
      { _id: id },
      { $set: { state: 'refusing', isSettled: false, changedAt: new Date(0) } },
    );
    await app.service.use(OrdersService).sweep(new Date());
    expect(await shelf('锄头')).toMatchObject({ left: 1, reserved: 0 });
    await app.service.use(GoodsStore).take(goodsId, { orderId: id, count: 1, at: new Date(0) });
    await app.service.use(OrdersService).sweep(new Date());
    expect(await shelf('锄头')).toMatchObject({ left: 1, reserved: 0 });
  });
});

test('the fund is public: granted, bought, left; more than is left is not bought', async () => {
  const { cadre } = staff;
  const before = (await app.get(`${SHOP}/fund`)).body;
  expect(before.budgetCents - before.spentCents).toBe(before.leftCents);
  const budget = { cents: 50_000, words: '乡贤捐款' };
  expect(seen(await cadre.send('POST', `${SHOP}/fund/budgets`, budget))).toEqual([200]);
  const goods = await shelf('背包');
  const buy = (cents: number) =>
    cadre.send('POST', `${SHOP}/goods/${goods.id}/restocks`, { count: 2, cents, words: '县城买的' });
  expect(seen(await buy(before.leftCents + 50_001))).toEqual([409, 'points.fundTooLow']);
  const races = await Promise.all(Array.from({ length: 4 }, () => buy(before.leftCents + 50_000)));
  expect(races.filter(({ status }) => status === 200)).toHaveLength(1);
  const after = (await app.get(`${SHOP}/fund`)).body;
  expect([after.leftCents, after.budgetCents]).toEqual([0, before.budgetCents + 50_000]);
  expect(after.entries[0]).toMatchObject({ kind: 'purchase', words: '背包 2 件：县城买的' });
  expect(await shelf('背包')).toMatchObject({ left: 2, bought: 2 });
});
