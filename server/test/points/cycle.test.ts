/** The end of a cycle: announced, previewed, stopped and run again; nothing lost, nothing carried twice, honour stays. */
import { AccountsStore } from '../../src/features/points/accounts.store';
import { CyclesService } from '../../src/features/points/cycles.service';
import { VerifyService } from '../../src/features/points/verify.service';
import { seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { accountOf, claimed, credit, DAY_MS, daysAgo, type Offices, offices, published, repairOf } from './kit';

let app: TestApp;
let staff: Offices;
beforeEach(async () => {
  app = await startApp();
  staff = await offices(app);
});
afterEach(() => app.stop());

const CYCLE = '/api/villages/zhaying/points/cycle';
const afterwards = new Date(Date.now() + 9 * DAY_MS);
const announce = (carries: boolean, days = 7) =>
  staff.cadre.send('PUT', `${CYCLE}/closing`, { closesOn: daysAgo(-days), carries });
const open = () => collectionOf(app, 'pointsAccounts').countDocuments({ villageId: 'zhaying', state: 'open' });

/** Runs the job until it is done; it is stopped after every batch, as by somebody who pulls the plug. */
async function closeInPieces(): Promise<number> {
  const cycles = app.service.use(CyclesService);
  for (let stops = 0; ; stops++)
    try {
      await cycles.closeDue(afterwards, async () => {
        if (Math.random() < 0.7) throw new Error('stopped');
      });
      return stops;
    } catch (error) {
      if ((error as Error).message !== 'stopped') throw error;
    }
}

test.each([
  ['to nothing', false],
  ['into the next', true],
])('what is left goes %s, honour stays, and a credit in between finds its way', async (_what, carries) => {
  const { villager } = staff;
  expect(seen(await announce(carries, 6))).toEqual([422, 'points.closingDayWrong']);
  expect(seen(await announce(carries))).toEqual([200]);
  const preview = (await staff.cadre.get(CYCLE)).body;
  expect(preview).toMatchObject({ closing: { closesOn: daysAgo(-7), carries }, owing: 0 });
  expect(preview.households).toBe(await open());
  const before = await accountOf(villager);
  const id = await claimed(villager, repairOf());
  await published(staff, id);
  await app.service.use(CyclesService).closeDue(new Date(Date.now() + 7 * DAY_MS));
  expect((await accountOf(villager)).cycle).toBe(before.cycle);
  await Promise.all([closeInPieces(), closeInPieces()]);
  const after = await accountOf(villager);
  expect(after.cycle).toBe(before.cycle + 1);
  expect([after.balancePoints, after.honourPoints]).toEqual([carries ? before.balancePoints : 0, before.honourPoints]);
  const old = await app.service.use(AccountsStore).find(after.householdId, before.cycle);
  expect([old?.state, old?.balancePoints, old?.entries.at(-1)?.points]).toEqual(['closed', 0, -before.balancePoints]);
  await credit(app);
  expect((await accountOf(villager)).balancePoints).toBe(after.balancePoints + 2);
  expect((await app.service.use(AccountsStore).find(after.householdId, before.cycle))?.entries.length).toBe(
    old?.entries.length,
  );
  const sums = await collectionOf(app, 'pointsAccounts')
    .aggregate([{ $match: { year: before.cycle + 1 } }, { $group: { _id: null, sum: { $sum: '$balancePoints' } } }])
    .toArray();
  expect(sums[0]?.sum).toBeGreaterThanOrEqual(carries ? preview.balancePoints : 2);
  expect((await app.service.use(VerifyService).verify()).failure).toBeNull();
  const late = await villager.send('POST', '/api/me/points/claims', repairOf(daysAgo(3)));
  expect(seen(late)).toEqual([409, 'points.cycleClosed']);
});

test('an announcement is taken back until the day has come', async () => {
  await announce(false);
  expect(seen(await staff.cadre.send('DELETE', `${CYCLE}/closing`))).toEqual([200]);
  await app.service.use(CyclesService).closeDue(new Date(Date.now() + 30 * DAY_MS));
  expect((await staff.cadre.get(CYCLE)).body.closing).toBeNull();
  await collectionOf(app, 'pointsCycles').updateOne(
    { _id: 'zhaying' },
    { $set: { closing: { closesOn: daysAgo(1), carries: true } } },
  );
  expect(seen(await announce(true))).toEqual([409, 'points.closingBegun']);
  expect(seen(await staff.cadre.send('DELETE', `${CYCLE}/closing`))).toEqual([409, 'points.closingBegun']);
});
