/** A household divides, and is put right as a whole: its number and where it lies. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { HouseholdsJobs } from '../../src/features/households/households.jobs';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { outcomes, seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { codeOf, freeMember, householdAt, householdFrom } from './kit';

let app: TestApp;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

/** One of the demo's households for each test, with four people or more. */
let from = 300;
async function bigHousehold(): Promise<Household> {
  const household = await householdFrom(app, from, 4);
  from = Number(household.number) + 1;
  return household;
}

const TODAY = '2026-01-06';
const splitting = ({ members }: Household, number: string) => ({
  ...{ number, door: '新屋 1 号', headMemberId: members[1]?.id, on: TODAY },
  others: [{ memberId: members[2]?.id, relation: 'daughter' }],
});
const split = (household: Household, body: object, key?: string) =>
  cadre.send('POST', `/api/households/${household.id}/split`, body, key);
const namesIn = ({ members }: Household) => members.map(({ name }) => name);

test('two of a family found a household of their own, where the old one lies, and their accounts go along', async () => {
  const old = await bigHousehold();
  const [, founder, child] = old.members;
  const person = await newcomer(app);
  const bind = { code: codeOf(app, old), memberId: founder?.id, name: founder?.name };
  expect(seen(await person.send('POST', '/api/cards/bind', bind))).toEqual([200]);

  const { status, body } = await split(old, splitting(old, '801'));
  expect(status).toBe(200);
  const fresh = await householdAt(app, '801');
  expect(fresh).toMatchObject({
    ...{ id: body.id, groupId: old.groupId, courtyardId: old.courtyardId, regionPath: old.regionPath },
    ...{ door: '新屋 1 号', headMemberId: founder?.id, state: 'active' },
    members: [
      { id: founder?.id, relation: 'head', binding: { personId: person.personId } },
      { id: child?.id, relation: 'daughter' },
    ],
    history: [{ what: 'registered', by: cadre.personId }, { what: 'joined' }],
  });
  const left = await householdAt(app, old.number);
  expect(namesIn(left)).toEqual(namesIn(old).filter((_name, i) => i !== 1 && i !== 2));
  expect(left.formerMembers.map((one) => [one.id, one.left.move?.state])).toEqual([
    [founder?.id, 'arrived'],
    [child?.id, 'arrived'],
  ]);
  expect((await person.get('/api/me/household')).body.household.number).toBe('801');
});

test('asked again under the same key, and five times at once: one household', async () => {
  const old = await bigHousehold();
  const key = 's'.repeat(32);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => split(old, splitting(old, '802'), key)));
  const ids = answers.filter(({ status }) => status === 200).map(({ body }) => body.id);
  expect(new Set(ids).size).toBe(1);
  expect((await householdAt(app, '802')).members).toHaveLength(2);
});

test('with a number that the village has, whatever its zeros, everybody stays where they were', async () => {
  const old = await bigHousehold();
  expect(seen(await split(old, splitting(old, '0001')))).toEqual([409, 'households.numberTaken']);
  const after = await householdAt(app, old.number);
  expect([...namesIn(after)].sort()).toEqual([...namesIn(old)].sort());
  expect(after.formerMembers.map((one) => one.left.move?.state)).toEqual(['returned']);
});

test('nobody founds anything who is not there, who is the head, or who was named twice', async () => {
  const old = await bigHousehold();
  const body = splitting(old, '803');
  const headId = old.headMemberId;
  const twice = { ...body, others: [{ memberId: body.headMemberId, relation: 'son' }] };
  const answers = [
    await split(old, { ...body, headMemberId: anId() }),
    await split(old, { ...body, headMemberId: headId }),
    await split(old, { ...body, others: [{ memberId: headId, relation: 'father' }] }),
    await split(old, { ...body, on: '2099-01-01' }),
    await split(old, twice),
  ];
  expect(answers.map(seen)).toEqual([
    [404, 'households.memberUnknown'],
    [409, 'households.headLeaves'],
    [409, 'households.headLeaves'],
    [422, 'households.dayWrong'],
    [422, 'request.invalid'],
  ]);
  expect((await householdAt(app, old.number)).revision).toBe(old.revision);
});

test('a crash after the old household let go: the new one is founded by whoever looks after that', async () => {
  const old = await bigHousehold();
  const [, founder] = old.members;
  if (!founder) throw new Error('too small');
  const move = {
    ...{ id: anId(), toHouseholdId: anId(), relation: 'head' as const, state: 'underway' as const },
    founding: { number: '804', door: '' },
  };
  const left = { reason: 'moved' as const, on: TODAY, at: new Date(Date.now() - 120_000), by: cadre.personId, move };
  const stopped = {
    ...old,
    members: old.members.filter(({ id }) => id !== founder.id),
    formerMembers: [{ ...founder, left }],
    revision: old.revision + 1,
  };
  expect(await app.service.use(HouseholdsStore).replace(stopped)).toBe('done');
  const context = { now: new Date(), heartbeat: async () => undefined };
  await Promise.all([1, 2].map(() => app.service.use(HouseholdsJobs).goOn(context)));
  expect(namesIn(await householdAt(app, '804'))).toEqual([founder.name]);
  expect((await householdAt(app, old.number)).formerMembers[0]?.left.move?.state).toBe('arrived');
});

describe('number and place', () => {
  const correct = (household: Household, body: object, who = cadre) =>
    who.send('PUT', `/api/households/${household.id}`, body);

  test('are put right within the village, once for each look', async () => {
    const household = await bigHousehold();
    const body = { regionId: 'zhaying-9', number: '九组-7', door: '坡上', revision: household.revision };
    const answers = await Promise.all([correct(household, body), correct(household, { ...body, door: '坡下' })]);
    expect(outcomes(answers)).toEqual([[200], [409, 'households.changed']]);
    const after = await householdAt(app, '九组-007');
    expect(after).toMatchObject({ groupId: 'zhaying-9', number: '九组-7', history: [{}, { what: 'corrected' }] });
    expect(after.courtyardId).toBeUndefined();
    expect(after.regionPath).toEqual(['youyang', 'banxi', 'zhaying', 'zhaying-9']);
  });

  test('are refused outside the village, outside the office, and where the number is another’s', async () => {
    const household = await bigHousehold();
    const body = { regionId: household.groupId, number: '805', door: '', revision: household.revision };
    const town = await signInAs(app, 'town-office');
    const leader = await signInAs(app, 'group-leader');
    const third = await householdFrom(app, 1, 1);
    const ofLeader = await app.service.use(HouseholdsStore).list({
      ...{ regionId: 'zhaying-3', grams: [], dissolved: false, limit: 1 },
    });
    expect(seen(await correct(household, { ...body, regionId: 'zhaying' }))).toEqual([422, 'households.placeWrong']);
    expect(seen(await correct(household, { ...body, regionId: 'hongxi-1' }, town))).toEqual([
      422,
      'households.placeWrong',
    ]);
    expect(
      seen(
        await correct(
          ofLeader[0] as Household,
          { ...body, regionId: 'zhaying-4', revision: ofLeader[0]?.revision },
          leader,
        ),
      ),
    ).toEqual([403, 'access.outOfScope']);
    expect(seen(await correct(household, { ...body, number: `00${third.number}` }))).toEqual([
      409,
      'households.numberTaken',
    ]);
  });
});

test('what an identity number tells stays, also when it is not typed again', async () => {
  const household = await bigHousehold();
  const { id, name, relation, birthDate, gender } = freeMember(household);
  const fields = { name, relation, residence: 'away', gender: gender === 'male' ? 'female' : 'male' };
  const path = `/api/households/${household.id}/members/${id}`;
  const body = { ...fields, birthDate: '1900-01-01', revision: household.revision };
  expect(seen(await cadre.send('PUT', path, body))).toEqual([200]);
  const after = freeMember(await householdAt(app, household.number));
  expect(after).toMatchObject({ id, birthDate, gender, residence: 'away' });
});
