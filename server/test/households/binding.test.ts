/** How an account comes to stand for a member: by card, by being recognised; once, whoever is faster. */
import { outcomes } from '../answer';
import { startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { boundIn, codeOf, freeMember, householdAt, householdFrom } from './kit';

let app: TestApp;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

describe('by card', () => {
  test('the card shows who is free, masked; the full name binds; then the household is theirs', async () => {
    const household = await householdAt(app, '001');
    const code = codeOf(app, household);
    const person = await newcomer(app, 'by-card');
    const opened = await person.send('POST', '/api/cards/open', {
      code: `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase(),
    });
    const free = household.members.filter(({ binding }) => !binding);
    expect(opened.body).toEqual({
      villageName: '扎营村',
      groupName: '1组',
      number: '001',
      members: free.map(({ id, name, relation }) => ({
        id,
        relation,
        maskedName: `${name[0]}${'*'.repeat(name.length - 1)}`,
      })),
    });
    const member = freeMember(household);
    const wrong = await person.send('POST', '/api/cards/bind', { code, memberId: member.id, name: '张三丰' });
    expect(wrong.body.code).toBe('households.nameWrong');
    expect(boundIn(await householdAt(app, '001'))).toEqual(boundIn(household));
    expect(
      (await person.send('POST', '/api/cards/bind', { code, memberId: member.id, name: member.name })).status,
    ).toBe(200);
    const mine = (await person.get('/api/me/household')).body.household;
    expect(mine.number).toBe('001');
    expect(mine.members.find((one: { isMe: boolean }) => one.isMe).name).toBe(member.name);
    expect((await person.send('POST', '/api/cards/open', { code })).body.code).toBe('households.boundElsewhere');
  });

  test('a renewed card: the old code opens nothing, the new one does', async () => {
    const household = await householdAt(app, '020');
    const person = await newcomer(app, 'renewed');
    expect((await cadre.send('POST', `/api/households/${household.id}/card`)).status).toBe(200);
    const code = codeOf(app, household);
    expect((await person.send('POST', '/api/cards/open', { code })).body.code).toBe('households.cardUnknown');
    const renewed = codeOf(app, await householdAt(app, '020'));
    expect(renewed).not.toBe(code);
    expect((await person.send('POST', '/api/cards/open', { code: renewed })).body.number).toBe('020');
  });

  test.each([
    ['a code that is none', { code: 'KX7M2QP' }, 'request.invalid'],
    ['a code of no card', { code: 'ZZZZZZZZ' }, 'households.cardUnknown'],
  ])('%s', async (_what, body, code) => {
    const person = await newcomer(app, 'no-card');
    expect((await person.send('POST', '/api/cards/open', body)).body.code).toBe(code);
  });

  test('trying codes ends after ten in a minute', async () => {
    const person = await newcomer(app, 'guesser');
    const tries = [];
    for (let i = 0; i < 12; i++) tries.push(await person.send('POST', '/api/cards/open', { code: 'ZZZZZZZZ' }));
    expect(outcomes(tries)).toEqual([
      ...Array(10).fill([404, 'households.cardUnknown']),
      ...Array(2).fill([429, 'request.tooMany']),
    ]);
  });

  test('eight people for one member: one has it', async () => {
    const household = await householdAt(app, '030');
    const { id, name } = freeMember(household);
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => newcomer(app, `rival-${i}`)));
    const body = { code: codeOf(app, household), memberId: id, name };
    const answers = await Promise.all(people.map((person) => person.send('POST', '/api/cards/bind', body)));
    expect(outcomes(answers)).toEqual([[200], ...Array(7).fill([409, 'households.memberTaken'])]);
    const winner = people[answers.findIndex(({ status }) => status === 200)];
    expect(boundIn(await householdAt(app, '030'))).toEqual([[id, winner?.personId]]);
  });

  test('one person for members of four households at once: one household has them', async () => {
    const person = await newcomer(app, 'everywhere');
    const households = await Promise.all(['040', '041', '042', '043'].map((number) => householdAt(app, number)));
    const answers = await Promise.all(
      households.map((household) => {
        const { id, name } = freeMember(household);
        return person.send('POST', '/api/cards/bind', { code: codeOf(app, household), memberId: id, name });
      }),
    );
    expect(outcomes(answers)).toEqual([[200], ...Array(3).fill([409, 'households.boundElsewhere'])]);
    const after = await Promise.all(households.map(({ number }) => householdAt(app, number)));
    expect(after.flatMap(boundIn)).toHaveLength(1);
  });

  test('one person for two members of one household at once: one member has them', async () => {
    const person = await newcomer(app, 'twice');
    const household = await householdFrom(app, 60, 2);
    const answers = await Promise.all(
      [0, 1].map((nth) => {
        const { id, name } = freeMember(household, nth);
        return person.send('POST', '/api/cards/bind', { code: codeOf(app, household), memberId: id, name });
      }),
    );
    expect(outcomes(answers)).toEqual([[200], [409, 'households.boundElsewhere']]);
  });
});

describe('letting go', () => {
  test('oneself, as often as one likes', async () => {
    const household = await householdAt(app, '050');
    const { id, name } = freeMember(household);
    const person = await newcomer(app, 'leaver');
    await person.send('POST', '/api/cards/bind', { code: codeOf(app, household), memberId: id, name });
    for (let i = 0; i < 2; i++) expect((await person.send('DELETE', '/api/me/household/binding')).status).toBe(200);
    expect((await person.get('/api/me/household')).body).toEqual({ household: null, request: null });
    const after = await householdAt(app, '050');
    expect(boundIn(after)).toEqual([]);
    expect(after.history.map(({ what }) => what)).toEqual(['registered', 'bound', 'unbound']);
  });

  test('by staff, with the reason in the history', async () => {
    const household = await householdAt(app, '051');
    const { id, name } = freeMember(household);
    const person = await newcomer(app, 'sent-away');
    await person.send('POST', '/api/cards/bind', { code: codeOf(app, household), memberId: id, name });
    const path = `/api/households/${household.id}/members/${id}/unbind`;
    expect((await cadre.send('POST', path, { reason: ' ' })).body.code).toBe('request.invalid');
    expect((await cadre.send('POST', path, { reason: '绑错了人' })).status).toBe(200);
    expect((await cadre.send('POST', path, { reason: '绑错了人' })).body.code).toBe('households.notBound');
    expect((await householdAt(app, '051')).history.at(-1)).toMatchObject({
      by: cadre.personId,
      what: 'unbound',
      personId: person.personId,
      words: '绑错了人',
    });
  });
});

describe('by being recognised', () => {
  const ask = (person: SignedIn, regionId = 'zhaying-3', name = '田小花') =>
    person.send('POST', '/api/me/binding-requests', { regionId, name, words: '我是三组田家的' });
  const waiting = async (staff: SignedIn, regionId: string) =>
    (await staff.get(`/api/regions/${regionId}/binding-requests`)).body.requests as { id: string; name: string }[];

  test('asked, seen by those who work there and nobody else, recognised, bound', async () => {
    const person = await newcomer(app, 'asker');
    const { body } = await ask(person);
    expect((await ask(person)).body.code).toBe('households.requestOpen');
    expect((await person.get('/api/me/household')).body).toEqual({
      household: null,
      request: {
        id: body.id,
        regionName: '3组',
        name: '田小花',
        state: 'waiting',
        askedAt: expect.any(String),
        reason: null,
      },
    });
    const groupLeader = await signInAs(app, 'group-leader');
    expect(await waiting(groupLeader, 'zhaying-3')).toEqual([
      { id: body.id, name: '田小花', words: '我是三组田家的', regionName: '3组', askedAt: expect.any(String) },
    ]);
    expect((await waiting(cadre, 'zhaying')).map(({ id }) => id)).toEqual([body.id]);
    // A courtyard head sees those who named the courtyard.
    expect(await waiting(await signInAs(app, 'courtyard-head'), 'zhaying-3-1')).toEqual([]);

    const mine = (await (await signInAs(app, 'villager')).get('/api/me/household')).body.household;
    const household = await householdAt(app, mine.number);
    const path = `/api/regions/zhaying-3/binding-requests/${body.id}/confirm`;
    const elsewhere = await householdAt(app, '070');
    const outside = { householdId: elsewhere.id, memberId: freeMember(elsewhere).id };
    expect((await groupLeader.send('POST', path, outside)).body.code).toBe('households.unknown');
    const taken = { householdId: household.id, memberId: household.members[1]?.id };
    expect((await groupLeader.send('POST', path, taken)).body.code).toBe('households.memberTaken');
    // Refused by the household, it waits again.
    expect((await waiting(groupLeader, 'zhaying-3')).map(({ id }) => id)).toEqual([body.id]);
    const right = { householdId: household.id, memberId: freeMember(household).id };
    expect((await groupLeader.send('POST', path, right)).status).toBe(200);
    expect(await waiting(groupLeader, 'zhaying-3')).toEqual([]);
    expect((await person.get('/api/me/household')).body.household.number).toBe(mine.number);
    expect((await ask(person)).body.code).toBe('households.boundElsewhere');
  });

  test('two say different things at once: one is right', async () => {
    const person = await newcomer(app, 'disputed');
    const { body } = await ask(person, 'zhaying-1');
    const household = await householdFrom(app, 10, 2);
    const answers = await Promise.all(
      household.members.slice(0, 2).map(({ id }) =>
        cadre.send('POST', `/api/regions/zhaying/binding-requests/${body.id}/confirm`, {
          householdId: household.id,
          memberId: id,
        }),
      ),
    );
    expect(outcomes(answers)).toEqual([[200], [409, 'households.requestGone']]);
    expect(boundIn(await householdAt(app, household.number)).map(([, personId]) => personId)).toEqual([
      person.personId,
    ]);
  });

  test('refused with a reason, which the asker reads; asked again', async () => {
    const person = await newcomer(app, 'refused');
    const { body } = await ask(person, 'zhaying');
    const path = `/api/regions/zhaying/binding-requests/${body.id}/refuse`;
    expect((await cadre.send('POST', path, { reason: '请到村委会来一趟' })).status).toBe(200);
    expect((await cadre.send('POST', path, { reason: '再说一次' })).body.code).toBe('households.requestGone');
    expect((await person.get('/api/me/household')).body.request).toMatchObject({
      state: 'refused',
      reason: '请到村委会来一趟',
    });
    expect((await ask(person, 'zhaying')).status).toBe(200);
    expect((await person.send('DELETE', '/api/me/binding-requests/open')).status).toBe(200);
    expect((await person.get('/api/me/household')).body.request).toBeNull();
  });

  test.each([
    ['a township is too large a place', 'banxi', 'households.placeWrong'],
    ['no such place', 'nowhere', 'regions.unknown'],
  ])('%s', async (_what, regionId, code) => {
    expect((await ask(await newcomer(app, 'lost'), regionId)).body.code).toBe(code);
  });

  test('a request that does not lie in the region of the path is none', async () => {
    const path = `/api/regions/zhaying/binding-requests/${anId()}/refuse`;
    expect((await cadre.send('POST', path, { reason: '没有' })).body.code).toBe('households.requestGone');
  });
});
