/** Many households at once: each once for its key, the own and relatives' left to others, and fast enough for a village. */
import { HouseholdsStore } from '../../src/features/households/households.store';
import { ClaimsStore } from '../../src/features/points/claims.store';
import { seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { daysAgo, type Offices, offices } from './kit';

let app: TestApp;
let staff: Offices;
let householdIds: string[];
beforeAll(async () => {
  app = await startApp();
  staff = await offices(app);
  const rows = await collectionOf(app, 'households').find({ villageId: 'zhaying' }).sort({ _id: 1 }).toArray();
  householdIds = rows.map(({ _id }) => _id);
});
afterAll(() => app.stop());

const enter = (ids: string[], fields: object = {}, key = anId()) =>
  staff.cadre.send(
    'POST',
    '/api/villages/zhaying/points/bulk',
    { itemKey: 'meetings', doneOn: daysAgo(1), words: '全村清扫日', householdIds: ids, ...fields },
    key,
  );
const entered = (doneOn = daysAgo(1)) => collectionOf(app, 'pointsClaims').find({ source: 'bulk', doneOn }).toArray();

test('a hundred and twenty households in one go, however often the same key comes', async () => {
  const own = await app.service.use(HouseholdsStore).findByPerson(staff.cadre.personId);
  const ids = [...new Set([own?.id ?? '', ...householdIds])].slice(0, 120);
  const key = anId();
  const all = await Promise.all(Array.from({ length: 5 }, () => enter(ids, {}, key)));
  expect(all.filter(({ status }) => status === 200)[0]?.body).toEqual({ entered: 120, capped: [] });
  expect((await enter(ids, {}, key)).body).toEqual({ entered: 120, capped: [] });
  const claims = await entered();
  expect(claims).toHaveLength(120);
  const notSeen = claims.filter(({ state }) => state === 'group').map(({ householdId }) => householdId);
  expect(notSeen).toEqual([own?.id]);
  expect(seen(await enter(ids.slice(0, 3), {}, key))).toEqual([409, 'request.keyReused']);
});

test.each([
  ['nobody', { householdIds: [] }, [422, 'request.invalid']],
  ['somebody of another village', { householdIds: [anId()] }, [422, 'points.householdElsewhere']],
  ['a number outside the range', { points: 6 }, [422, 'points.pointsWrong']],
  ['a day to come', { doneOn: daysAgo(-2) }, [422, 'points.doneOnWrong']],
])('refused: %s', async (_what, fields, expected) => {
  expect(seen(await enter(householdIds.slice(0, 2), fields))).toEqual(expected);
});

test('those for whom the item has reached its limit are named, the others entered', async () => {
  const [claim] = await entered();
  const store = app.service.use(ClaimsStore);
  const whole = await store.find(claim?._id ?? '');
  if (!whole) throw new Error('there is no claim');
  await store.put([{ ...whole, points: 40 }]);
  const { body } = await enter([whole.householdId, householdIds.at(-1) ?? ''], { doneOn: daysAgo(2) });
  expect(body).toEqual({ entered: 1, capped: [expect.stringMatching(/^\d{3}$/)] });
});

test('five hundred households in under three seconds', async () => {
  const startedAt = performance.now();
  const { body } = await enter(householdIds.slice(0, 500), { doneOn: daysAgo(9), itemKey: 'building' });
  const ms = performance.now() - startedAt;
  expect(body).toEqual({ entered: 500, capped: [] });
  expect(ms).toBeLessThan(3_000);
});
