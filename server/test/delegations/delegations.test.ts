/** 代办 over HTTP: begun with a consent, acted by, seen and stopped by those it concerns, and by nobody else. */
import type { Household, Member } from '@xiangyue/shared/features/households/household';
import { maskName } from '@xiangyue/shared/kernel/names';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { DelegationsStore } from '../../src/features/delegations/delegations.store';
import { outcomes, seen } from '../answer';
import { holderOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { phonePhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { codeOf, freeMember, householdAt, householdFrom } from '../households/kit';
import { newcomer, type SignedIn, signInAs } from '../sign-in';

const TODAY = localDateOf(Date.now());
const SPOKEN = { way: 'spoken', words: '她说不会用手机，请我替她办', on: TODAY };

let app: TestApp;
let cadre: SignedIn;
beforeAll(async () => {
  app = await startApp();
  cadre = await signInAs(app, 'cadre');
});
afterAll(() => app.stop());

/** A household of its own for each test, one of whose people has just bound their account. */
let from = 100;
async function family(): Promise<{ household: Household; agent: SignedIn; old: Member }> {
  const household = await householdFrom(app, from, 3);
  from = Number(household.number) + 1;
  const me = freeMember(household, 0);
  const agent = await newcomer(app);
  const bound = await agent.send('POST', '/api/cards/bind', {
    code: codeOf(app, household),
    memberId: me.id,
    name: me.name,
  });
  if (bound.status !== 200) throw new Error(JSON.stringify(bound.body));
  return { household, agent, old: freeMember(household, 1) };
}

const startForFamily = (agent: SignedIn, { id }: Member, consent: object = SPOKEN, key?: string) =>
  agent.send('POST', `/api/me/household/members/${id}/delegations`, consent, key);
const startForOffice = (agent: SignedIn, household: Household, { id }: Member, consent: object = SPOKEN) =>
  agent.send('POST', `/api/households/${household.id}/members/${id}/delegations`, consent);

test('the son acts for his mother: both names stand in the household’s history, and he sees what he did', async () => {
  const { household, agent, old } = await family();
  const started = await startForFamily(agent, old);
  expect(started.status).toBe(200);
  const { id } = started.body;
  const contact = await agent.send('PUT', `/api/delegations/${id}/contact`, {
    residence: 'away',
    phone: '13800001234',
  });
  expect(contact.status).toBe(200);

  const { body } = await agent.get(`/api/delegations/${id}`);
  expect(body).toMatchObject({
    delegation: {
      kind: 'family',
      memberName: old.name,
      isRunning: true,
      amAgent: true,
      endsOn: daysAfter(TODAY, 365),
      consent: { way: 'spoken', words: SPOKEN.words, on: TODAY },
      ended: null,
    },
    residence: 'away',
    phoneMasked: '138****1234',
    acts: [{ what: '更正登记' }],
  });
  const stored = await householdAt(app, household.number);
  expect(stored.history.at(-1)).toMatchObject({
    what: 'corrected',
    by: agent.personId,
    memberId: old.id,
    delegationId: id,
  });
});

test('it begins once: asked again under the same key it is the same, under another it is running already', async () => {
  const { agent, old } = await family();
  const key = 'k'.repeat(32);
  const first = await startForFamily(agent, old, SPOKEN, key);
  expect((await startForFamily(agent, old, SPOKEN, key)).body).toEqual(first.body);
  expect(seen(await startForFamily(agent, old))).toEqual([409, 'delegations.running']);
});

test('whoever taps three times at once begins once', async () => {
  const { agent, old } = await family();
  const answers = await Promise.all([1, 2, 3].map(() => startForFamily(agent, old)));
  expect(outcomes(answers)).toEqual([[200], [409, 'delegations.running'], [409, 'delegations.running']]);
});

test('nobody begins for a villager who has a phone, or for one of another household', async () => {
  const { household, agent, old } = await family();
  const other = await family();
  expect(seen(await startForFamily(agent, other.old))).toEqual([404, 'households.memberUnknown']);
  const me = (await householdAt(app, household.number)).members.find(
    ({ binding }) => binding?.personId === agent.personId,
  ) as Member;
  expect(seen(await startForOffice(cadre, household, me))).toEqual([409, 'delegations.memberHasPhone']);
  const stranger = await newcomer(app);
  expect(seen(await startForFamily(stranger, old))).toEqual([404, 'households.notMine']);
  expect(seen(await startForOffice(stranger, household, old))).toEqual([403, 'access.outOfScope']);
});

test('a consent on paper is kept with its photo, which the family can look at', async () => {
  const { household, agent, old } = await family();
  expect(seen(await startForOffice(cadre, household, old, { ...SPOKEN, way: 'paper' }))).toEqual([
    422,
    'delegations.paperMissing',
  ]);
  const sent = await sendPhoto(cadre, await phonePhoto(), 'delegations.consent');
  const started = await startForOffice(cadre, household, old, { ...SPOKEN, way: 'paper', photoIds: [sent.body.id] });
  expect(started.status).toBe(200);
  const { body } = await agent.get(`/api/delegations/${started.body.id}`);
  expect(body.photos.map(({ id }: { id: string }) => id)).toEqual([sent.body.id]);
  expect((await app.get(body.photos[0].thumbnailUrl)).status).toBe(200);
});

test('whoever it does not concern learns nothing; the family stops it, once, and then nobody acts', async () => {
  const { household, agent, old } = await family();
  const { id } = (await startForOffice(cadre, household, old)).body;
  const stranger = await newcomer(app);
  expect(seen(await stranger.get(`/api/delegations/${id}`))).toEqual([404, 'delegations.unknown']);
  expect(seen(await stranger.send('POST', `/api/delegations/${id}/stop`, { words: '停' }))).toEqual([
    404,
    'delegations.unknown',
  ]);
  expect((await stranger.get('/api/me/delegations')).body.delegations).toEqual([]);
  // Of the household, but not the one who acts.
  expect(seen(await agent.send('PUT', `/api/delegations/${id}/contact`, { residence: 'home' }))).toEqual([
    403,
    'delegations.notYours',
  ]);

  const stops = await Promise.all(
    [agent, cadre].map((who) => who.send('POST', `/api/delegations/${id}/stop`, { words: '她自己来办' })),
  );
  expect(outcomes(stops)).toEqual([[200], [409, 'delegations.ended']]);
  expect(seen(await cadre.send('PUT', `/api/delegations/${id}/contact`, { residence: 'away' }))).toEqual([
    409,
    'delegations.ended',
  ]);
  const mine = (await agent.get('/api/me/delegations')).body.delegations;
  expect(mine).toMatchObject([{ id, isRunning: false, amAgent: false, ended: { words: '她自己来办' } }]);
  // And it can begin anew.
  expect((await startForOffice(cadre, household, old)).status).toBe(200);
});

test('the family hears that it begins and that it is stopped, each once; whoever did it knows', async () => {
  const { household, agent, old } = await family();
  const key = 'm'.repeat(32);
  const path = `/api/households/${household.id}/members/${old.id}/delegations`;
  const { id } = (await cadre.send('POST', path, SPOKEN, key)).body;
  await cadre.send('POST', path, SPOKEN, key);
  const news = async (who: SignedIn) => (await who.get('/api/me/messages')).body.messages;
  const before = (await news(cadre)).length;
  expect(await news(agent)).toMatchObject([{ kind: 'delegations.begun', about: id }]);
  const [{ text }] = await news(agent);
  expect(text).toMatch(new RegExp(`^冉光明可以替${old.name}办事了，到\\d{4}年`));

  await agent.send('POST', `/api/delegations/${id}/stop`, { words: '她自己来办' });
  expect(await news(agent)).toHaveLength(1);
  const [stopped] = await news(cadre);
  expect(await news(cadre)).toHaveLength(before + 1);
  expect(stopped).toMatchObject({ kind: 'delegations.stopped', about: id });
  expect(stopped.text).toContain(`冉光明不再替${old.name}办事。`);
  expect(stopped.text).toContain('说：她自己来办');
});

test('those who work in the place see what runs there, names in outline, a page at a time; others see nothing', async () => {
  const { household, agent, old } = await family();
  const { id } = (await startForFamily(agent, old)).body;
  const groupLeaderOf = async (groupId: string) => {
    const leader = await newcomer(app);
    const term = { personId: leader.personId, role: 'groupLeader', endsOn: daysAfter(TODAY, 30) };
    await cadre.send('POST', `/api/regions/${groupId}/grants`, term);
    return (await leader.get(`/api/regions/${groupId}/delegations`)).body;
  };
  const here = await groupLeaderOf(household.groupId);
  expect(here.delegations).toContainEqual({
    id,
    kind: 'family',
    maskedMemberName: maskName(old.name),
    agentName: '没有填姓名的人',
    groupName: expect.stringMatching(/组$/),
    number: household.number,
    endsOn: daysAfter(TODAY, 365),
  });
  expect(here.next).toBeNull();
  const there = await groupLeaderOf(household.groupId === 'zhaying-1' ? 'zhaying-2' : 'zhaying-1');
  expect(there.delegations.map((one: { id: string }) => one.id)).not.toContain(id);
  expect(seen(await agent.get('/api/regions/zhaying/delegations'))).toEqual([403, 'access.outOfScope']);

  await agent.send('POST', `/api/delegations/${id}/stop`, { words: '停' });
  const { body: after } = await cadre.get('/api/regions/zhaying/delegations');
  expect(after.delegations.map((one: { id: string }) => one.id)).not.toContain(id);
});

test('a place with more than a page of them brings the rest with the next', async () => {
  const store = app.service.use(DelegationsStore);
  const household = await householdAt(app, '001', 'hongxi');
  const [first] = household.members;
  const many = Array.from({ length: 35 }, (_, i) => ({
    ...{ id: anId(), kind: 'office' as const, householdId: household.id, memberId: first?.id ?? '', agentId: anId() },
    villagePath: ['youyang', 'banxi', 'hongxi'],
    consent: { way: 'spoken' as const, words: '同意', on: TODAY, photoIds: [] },
    startedAt: new Date(Date.now() - i * 1000),
    endsOn: daysAfter(TODAY, 10),
    ended: null,
  }));
  await store.put(many);
  const town = await signInAs(app, 'town-office');
  const { body: one } = await town.get('/api/regions/hongxi/delegations');
  const { body: two } = await town.get(`/api/regions/hongxi/delegations?after=${one.next}`);
  expect([...one.delegations, ...two.delegations].map(({ id }: { id: string }) => id)).toEqual(
    many.map(({ id }) => id),
  );
  expect(two.next).toBeNull();
});

test('who comes to have a phone acts alone: what ran for them is over', async () => {
  const { household, agent, old } = await family();
  const { id } = (await startForOffice(cadre, household, old)).body;
  const self = await newcomer(app);
  const code = codeOf(app, household);
  await self.send('POST', '/api/cards/bind', { code, memberId: old.id, name: old.name });
  expect(seen(await cadre.send('PUT', `/api/delegations/${id}/contact`, { residence: 'away' }))).toEqual([
    409,
    'delegations.ended',
  ]);
  expect((await self.get(`/api/delegations/${id}`)).body.delegation).toMatchObject({ isRunning: false });
  expect(await holderOf(app, 'delegations').gather(self.personId)).toMatchObject([{ 写下的话: SPOKEN.words }]);
  expect(seen(await agent.send('POST', `/api/delegations/${id}/stop`, { words: '她有手机了' }))).toEqual([200]);
});

test('an office acts only as long as it is held', async () => {
  const { household, old } = await family();
  const grid = await newcomer(app);
  const place = '/api/regions/zhaying/grants';
  const term = { personId: grid.personId, role: 'gridMember', endsOn: daysAfter(TODAY, 30) };
  const granted = await cadre.send('POST', place, term);
  const { id } = (await startForOffice(grid, household, old)).body;
  const act = () => grid.send('PUT', `/api/delegations/${id}/contact`, { residence: 'home' });
  expect((await act()).status).toBe(200);
  await cadre.send('DELETE', `${place}/${granted.body.id}`);
  expect(seen(await act())).toEqual([403, 'delegations.officeOver']);
});

test('the data that a person takes along names what they do for others; with the account it stops', async () => {
  const { agent, old } = await family();
  await startForFamily(agent, old);
  const holder = holderOf(app, 'delegations');
  const told = { 怎么同意的: '当面口头同意', 写下的话: SPOKEN.words, 停了: null };
  expect(await holder.gather(agent.personId)).toMatchObject([told]);
  await holder.erase(agent.personId, new Date());
  expect(await holder.gather(agent.personId)).toMatchObject([{ ...told, 停了: expect.any(String) }]);
});
