/** Keeping the register: finding, opening, putting right, leaving, moving, relatives; and that each look is kept. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { HouseholdsJobs } from '../../src/features/households/households.jobs';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { KinService } from '../../src/features/households/kin.service';
import { AccessLog } from '../../src/platform/access-log/access-log';
import { outcomes } from '../answer';
import { startApp, type TestApp } from '../app';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { boundIn, codeOf, freeMember, householdAt } from './kit';

let app: TestApp;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

const open = async (household: Household) => (await cadre.get(`/api/households/${household.id}`)).body;
const member = (household: Household, nth: number) => household.members[nth] as Household['members'][number];
const looksAt = async (id: string) =>
  (await app.service.use(AccessLog).looksAt([id], 10)).map(({ actorId, what }) => [actorId, what]);

/** A fresh household of one, in a group of 扎营. */
async function registered(number: string, name: string, regionId = 'zhaying-9'): Promise<Household> {
  const { status, body } = await cadre.send('POST', `/api/regions/${regionId}/households`, {
    number,
    door: '',
    head: { name, residence: 'home' },
  });
  expect([status, body]).toEqual([200, { id: expect.any(String) }]);
  return householdAt(app, number);
}

async function join(household: Household, name: string): Promise<string> {
  const fields = { name, relation: 'otherRelative', residence: 'home' };
  return (await cadre.send('POST', `/api/households/${household.id}/members`, fields)).body.id;
}

describe('the list', () => {
  test('comes in pages, in the order of numbers, with names masked and no look kept', async () => {
    const first = (await cadre.get('/api/regions/zhaying/households')).body;
    expect(first.households.map(({ number }: { number: string }) => number)).toEqual(
      Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(3, '0')),
    );
    expect(first.households[0]).toEqual({
      id: expect.any(String),
      number: '001',
      door: expect.any(String),
      villageName: '扎营村',
      groupName: '1组',
      courtyardName: expect.any(String),
      maskedHeadName: '彭**',
      memberCount: 3,
      boundCount: 1,
    });
    const second = (await cadre.get(`/api/regions/zhaying/households?after=${encodeURIComponent(first.next)}`)).body;
    expect(second.households[0].number).toBe('031');
    expect(await looksAt(first.households[0].id)).toEqual([]);
  });

  test('a whole village in pages: every household once', async () => {
    const numbers: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after && `?after=${encodeURIComponent(after)}`;
      const { body } = await cadre.get(`/api/regions/zhaying-2/households${query}`);
      numbers.push(...body.households.map(({ number }: { number: string }) => number));
      after = body.next;
    }
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(55);
  });

  test.each([
    ['by the name of any member', '冉桂兰', ['冉桂兰']],
    ['by the number', '031', ['031']],
    ['nothing', '欧阳没有人', []],
  ])('finds %s', async (_what, words, expected) => {
    const { body } = await cadre.get(`/api/regions/zhaying/households?words=${encodeURIComponent(words)}`);
    const found = await Promise.all(body.households.map(({ number }: { number: string }) => householdAt(app, number)));
    const texts = found.map((one: Household) => [one.number, one.door, ...one.members.map(({ name }) => name)].join());
    expect(texts.filter((text) => expected.every((word) => text.includes(word))).length).toBe(texts.length);
    expect(texts.length > 0).toBe(expected.length > 0);
  });

  test('each office within its own place', async () => {
    const leader = await signInAs(app, 'group-leader');
    expect((await leader.get('/api/regions/zhaying-3/households')).status).toBe(200);
    expect((await leader.get('/api/regions/zhaying/households')).body.code).toBe('access.outOfScope');
    const elsewhere = await householdAt(app, '001');
    expect((await leader.get(`/api/households/${elsewhere.id}`)).body.code).toBe('access.outOfScope');
    expect((await (await signInAs(app, 'villager')).get(`/api/households/${elsewhere.id}`)).body.code).toBe(
      'access.outOfScope',
    );
  });
});

test('opening a household shows it whole, numbers masked, and the look is kept', async () => {
  const household = await householdAt(app, '010');
  const body = await open(household);
  expect(body.members.map(({ name }: { name: string }) => name)).toEqual(household.members.map(({ name }) => name));
  expect(body.members[0]).toEqual({
    id: member(household, 0).id,
    name: member(household, 0).name,
    gender: member(household, 0).gender,
    birthDate: member(household, 0).birthDate,
    relation: 'head',
    residence: member(household, 0).residence,
    idNumberMasked: expect.stringMatching(/^5\*{16}[\dX]$/),
    phoneMasked: member(household, 0).phone ? expect.stringMatching(/^199\*{4}\d{4}$/) : null,
    boundAt: null,
  });
  expect(JSON.stringify(body)).not.toContain('sealed');
  expect(await looksAt(household.id)).toEqual([[cadre.personId, '打开了户册里的一户']]);
  const numbers = (await cadre.get(`/api/households/${household.id}/members/${member(household, 0).id}/numbers`)).body;
  expect(numbers.idNumber).toMatch(/^500200\d{11}[\dX]$/);
  expect((await looksAt(household.id)).map(([, what]) => what).sort()).toEqual(
    ['打开了户册里的一户', '看了身份证号和手机号'].sort(),
  );
});

test('the sheet of cards: what is printed opens the household, and the print is kept like a look', async () => {
  const { body } = await cadre.get('/api/regions/zhaying-4-1/cards');
  expect(body.regionName).not.toBe('');
  expect(body.cards.length).toBeGreaterThan(10);
  const { number, code, maskedHeadName } = body.cards[0];
  const household = await householdAt(app, number);
  expect([code, maskedHeadName[0]]).toEqual([codeOf(app, household), member(household, 0).name[0]]);
  expect(await looksAt(household.id)).toEqual([[cadre.personId, '打印了户卡']]);
});

describe('registering', () => {
  test('a household, its people, what is wrong with them, and what is put right', async () => {
    const household = await registered('900', '麻小军');
    const path = `/api/households/${household.id}/members`;
    const fields = {
      name: '龙小花',
      relation: 'spouse',
      residence: 'home',
      idNumber: '11010519491231002x',
      phone: '13812345678',
    };
    const { body } = await cadre.send('POST', path, fields);
    const added = (await open(household)).members[1];
    // The number tells birth date and gender.
    expect(added).toMatchObject({ id: body.id, name: '龙小花', birthDate: '1949-12-31', gender: 'female' });
    expect([added.idNumberMasked, added.phoneMasked]).toEqual(['1****************X', '138****5678']);

    const other = await registered('901', '廖建平');
    const again = await cadre.send('POST', `/api/households/${other.id}/members`, fields);
    expect(again.body.code).toBe('households.idNumberTaken');
    const wrong = await cadre.send('POST', path, { ...fields, idNumber: '110105194912310020', phone: '123' });
    expect(wrong.body.errors).toEqual([
      { path: 'idNumber', message: '身份证号不对，请逐位核对' },
      { path: 'phone', message: '手机号是 11 位数字' },
    ]);

    const { revision } = await open(household);
    const corrected = { name: '龙晓花', relation: 'spouse', residence: 'away', phone: '', revision };
    expect((await cadre.send('PUT', `${path}/${body.id}`, corrected)).status).toBe(200);
    expect((await open(household)).members[1]).toMatchObject({
      name: '龙晓花',
      residence: 'away',
      phoneMasked: null,
      idNumberMasked: '1****************X',
    });
    const late = { ...corrected, name: '龙小画' };
    expect((await cadre.send('PUT', `${path}/${body.id}`, late)).body.code).toBe('households.changed');
  });

  test('a number is given once in a village, also to eight at once', async () => {
    const body = { number: '950', door: '', head: { name: '麻大山', residence: 'home' } };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cadre.send('POST', '/api/regions/zhaying-9-1/households', body)),
    );
    expect(outcomes(answers)).toEqual([[200], ...Array(7).fill([409, 'households.numberTaken'])]);
    expect((await cadre.send('POST', '/api/regions/zhaying/households', body)).body.code).toBe('households.placeWrong');
  });

  test('the same key is the same household, and the same member', async () => {
    const body = { number: '951', door: '', head: { name: '麻二山', residence: 'home' } };
    const key = 'same-key-of-a-household';
    const [first, second] = [
      await cadre.send('POST', '/api/regions/zhaying-9/households', body, key),
      await cadre.send('POST', '/api/regions/zhaying-9/households', body, key),
    ];
    expect(second?.body).toEqual(first?.body);
  });
});

describe('the head', () => {
  test('two of the staff choose different heads at once: one is heard', async () => {
    const household = await registered('910', '姚大海');
    const ids = [await join(household, '姚二海'), await join(household, '姚三海')];
    const { revision } = await open(household);
    const answers = await Promise.all(
      ids.map((memberId) => cadre.send('PUT', `/api/households/${household.id}/head`, { memberId, revision })),
    );
    expect(outcomes(answers)).toEqual([[200], [409, 'households.changed']]);
    const after = await householdAt(app, '910');
    expect(after.headMemberId).toBe(ids[answers.findIndex(({ status }) => status === 200)]);
    expect(after.members.filter(({ relation }) => relation === 'head')).toHaveLength(1);
  });

  test('the head hands it on; nobody else of the house can', async () => {
    const household = await registered('911', '覃一');
    const other = await join(household, '覃二');
    const people = await Promise.all(['head-911', 'other-911'].map((name) => newcomer(app, name)));
    const now = await householdAt(app, '911');
    await Promise.all(
      people.map((person, i) => {
        const { id, name } = member(now, i);
        return person.send('POST', '/api/cards/bind', { code: codeOf(app, now), memberId: id, name });
      }),
    );
    const [head, second] = people as [SignedIn, SignedIn];
    const { revision } = (await head.get('/api/me/household')).body.household;
    expect((await second.send('PUT', '/api/me/household/head', { memberId: other, revision })).body.code).toBe(
      'households.notHead',
    );
    expect((await head.send('PUT', '/api/me/household/head', { memberId: other, revision })).status).toBe(200);
    expect((await second.get('/api/me/household')).body.household.amHead).toBe(true);
  });
});

describe('leaving', () => {
  test('the head last; who has left stays in the record; with the last one the household ends', async () => {
    const household = await registered('920', '冯大');
    const second = await join(household, '冯二');
    const leave = (memberId: string, on = '2026-03-01') =>
      cadre.send('POST', `/api/households/${household.id}/members/${memberId}/leave`, { reason: 'movedOut', on });
    const headId = household.headMemberId;
    expect((await leave(headId)).body.code).toBe('households.headLeaves');
    expect((await leave(second, '2999-01-01')).body.code).toBe('households.dayWrong');
    expect((await leave(second)).status).toBe(200);
    expect((await leave(headId)).status).toBe(200);
    const body = await open(household);
    expect([body.state, body.members]).toEqual(['dissolved', []]);
    expect(body.formerMembers).toEqual([
      { id: second, name: '冯二', reason: 'movedOut', on: '2026-03-01', isUnderway: false },
      { id: headId, name: '冯大', reason: 'movedOut', on: '2026-03-01', isUnderway: false },
    ]);
    expect(body.history.map(({ what }: { what: string }) => what)).toEqual(['离开', '离开', '加入', '登记']);
  });
});

describe('moving', () => {
  const move = (from: Household, memberId: string, number: string, who = cadre, villageId = 'zhaying') =>
    who.send('POST', `/api/households/${from.id}/members/${memberId}/move`, {
      villageId,
      number,
      relation: 'otherRelative',
      on: '2026-03-01',
    });

  test('to another household, with account and all', async () => {
    const from = await registered('930', '宋大');
    const moving = await join(from, '宋二');
    const to = await registered('931', '宋三', 'zhaying-8');
    const person = await newcomer(app, 'mover');
    await person.send('POST', '/api/cards/bind', { code: codeOf(app, from), memberId: moving, name: '宋二' });
    expect((await move(from, moving, '999')).body.code).toBe('households.targetUnknown');
    expect((await move(from, moving, '930')).body.code).toBe('households.movedHere');
    expect((await move(from, from.headMemberId, '931')).body.code).toBe('households.headLeaves');
    expect((await move(from, moving, '001', cadre, 'hongxi')).body.code).toBe('access.outOfScope');
    expect((await move(from, moving, '931')).status).toBe(200);
    expect(boundIn(await householdAt(app, '931'))).toEqual([[moving, person.personId]]);
    expect((await person.get('/api/me/household')).body.household.number).toBe('931');
    expect((await householdAt(app, '930')).formerMembers[0]?.left.move).toMatchObject({
      toHouseholdId: to.id,
      state: 'arrived',
    });
  });

  test('to a household that has ended: refused, and nobody is lost', async () => {
    const from = await registered('932', '何大');
    const moving = await join(from, '何二');
    const ended = await registered('933', '何三');
    const path = `/api/households/${ended.id}/members/${ended.headMemberId}/leave`;
    await cadre.send('POST', path, { reason: 'died', on: '2026-03-01' });
    expect((await move(from, moving, '933')).body.code).toBe('households.dissolved');
    const after = await householdAt(app, '932');
    expect(after.members.map(({ id }) => id)).toEqual([from.headMemberId, moving]);
    expect(after.history.at(-1)?.what).toBe('returned');
  });

  test('what a crash left under way is done by the sweep, once', async () => {
    const from = await registered('934', '李大');
    const moving = await join(from, '李二');
    const to = await registered('935', '李三');
    const store = app.service.use(HouseholdsStore);
    const now = await householdAt(app, '934');
    const leaver = freeMember(now, 1);
    // As the first step leaves it.
    const left = {
      reason: 'moved' as const,
      on: '2026-03-01',
      at: new Date(Date.now() - 120_000),
      by: cadre.personId,
      move: { id: 'm', toHouseholdId: to.id, relation: 'otherRelative' as const, state: 'underway' as const },
    };
    expect(leaver.id).toBe(moving);
    const stopped = {
      members: now.members.slice(0, 1),
      formerMembers: [{ ...leaver, left }],
      revision: now.revision + 1,
    };
    expect(await store.replace({ ...now, ...stopped })).toBe('done');
    const context = { now: new Date(), heartbeat: async () => undefined };
    await Promise.all([1, 2].map(() => app.service.use(HouseholdsJobs).goOn(context)));
    await app.service.use(HouseholdsJobs).goOn(context);
    expect((await householdAt(app, '935')).members.map(({ name }) => name)).toEqual(['李三', '李二']);
    expect((await householdAt(app, '934')).formerMembers.map((one) => one.left.move?.state)).toEqual(['arrived']);
  });
});

describe('relatives', () => {
  test('entered by staff and by oneself, once a pair, seen masked by the household, and they make houses related', async () => {
    const villager = await signInAs(app, 'villager');
    const mine = (await villager.get('/api/me/household')).body.household;
    const other = await registered('940', '田远房');
    const fields = { villageId: 'zhaying', number: '940', name: '田 远房', kind: 'siblings' };
    expect((await villager.send('POST', '/api/me/kin', { ...fields, name: '田没有' })).body.code).toBe(
      'households.kinUnknown',
    );
    const { body } = await villager.send('POST', '/api/me/kin', fields);
    expect((await villager.send('POST', '/api/me/kin', fields)).body.code).toBe('households.kinKnown');
    expect((await villager.get('/api/me/household')).body.household.kin).toEqual([
      {
        id: body.id,
        memberName: '冉桂兰',
        otherName: '田**',
        otherNumber: '940',
        otherVillageName: '扎营村',
        kindName: '兄弟姐妹',
      },
    ]);
    expect((await open(other)).kin).toEqual([
      {
        id: body.id,
        memberName: '田远房',
        otherName: '冉桂兰',
        otherNumber: mine.number,
        otherVillageName: '扎营村',
        kindName: '兄弟姐妹',
      },
    ]);
    const kin = app.service.use(KinService);
    expect([...(await kin.relatedHouseholdIds(mine.id))]).toEqual([other.id]);
    expect([...(await kin.relatedHouseholdIds(other.id))]).toEqual([mine.id]);
    const path = `/api/households/${other.id}/members/${other.headMemberId}/kin`;
    const back = { ...fields, number: mine.number, name: '冉桂兰' };
    expect((await cadre.send('POST', path, back)).body.code).toBe('households.kinKnown');
    expect((await cadre.send('POST', path, { ...fields })).body.code).toBe('households.kinSame');
    expect((await villager.send('DELETE', `/api/me/kin/${body.id}`)).status).toBe(200);
    expect((await villager.send('DELETE', `/api/me/kin/${body.id}`)).body.code).toBe('households.kinGone');
    const entered = (await cadre.send('POST', path, back)).body;
    // What the village has entered, the village takes back.
    expect((await villager.send('DELETE', `/api/me/kin/${entered.id}`)).body.code).toBe('households.kinGone');
    expect((await cadre.send('DELETE', `/api/households/${other.id}/kin/${entered.id}`)).status).toBe(200);
    expect([...(await kin.relatedHouseholdIds(mine.id))]).toEqual([]);
  });
});
