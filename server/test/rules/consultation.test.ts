/** Comments and opinions: taken while announced, shown once looked at, answered one by one, in one request. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { PURPOSES } from '@xiangyue/shared/features/privacy/purposes';
import { maskName } from '@xiangyue/shared/kernel/names';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { RuleCommentsStore } from '../../src/features/rules/rule-comments.store';
import { outcomes, seen } from '../answer';
import { holderOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';
import { freeMember } from '../households/kit';
import { newcomer, type SignedIn, signInAs } from '../sign-in';
import { aClause, aDraft, announced, type Desks, dayFromNow, openDesks, passPeriod } from './rule-kit';

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await startApp();
  desks = await openDesks(app);
});
afterAll(() => app.stop());

const say = (who: SignedIn, id: string, body: object = {}) =>
  who.send('POST', `/api/rules/${id}/comments`, { clauseKey: 'c1', text: '沟里也不能倒', named: false, ...body });
const read = async (id: string) => (await app.get(`/api/rules/${id}/consultation`)).body;

/** To be named in full wherever something of theirs is published. */
const mayName = (who: SignedIn, isGiven = true) =>
  who.send('PUT', '/api/me/consents/publishName', { version: PURPOSES.publishName.version, isGiven });

test('a comment is shown when the desk has looked at it, without the name unless it was wanted', async () => {
  const { id } = await announced(desks);
  await mayName(desks.villager);
  const quiet = await say(desks.villager, id);
  const named = await say(desks.villager, id, { clauseKey: null, text: '写得好', named: true });
  expect((await read(id)).comments).toEqual([]);
  const { body: mine } = await desks.villager.get(`/api/rules/${id}/mine`);
  expect(mine.comments.map(({ look }: { look: string }) => look)).toEqual(['waiting', 'waiting']);

  for (const { body } of [quiet, named])
    await desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/look`, { show: true });
  await desks.cadre.send('PUT', `/api/rules/${id}/comments/${quiet.body.id}/answer`, {
    result: 'partly',
    words: '河沟都写上。',
  });
  const { comments, isOpen } = await read(id);
  expect(isOpen).toBe(true);
  expect(comments).toEqual([
    {
      id: quiet.body.id,
      clauseKey: 'c1',
      text: '沟里也不能倒',
      at: expect.any(String),
      author: null,
      onBehalfOf: null,
      answer: { result: 'partly', words: '河沟都写上。', at: expect.any(String) },
    },
    expect.objectContaining({ id: named.body.id, clauseKey: null, author: '冉桂兰', answer: null }),
  ]);
  // The desk learns no name that was not to be shown.
  const { body: desk } = await desks.cadre.get(`/api/rules/${id}/comments`);
  expect(desk.comments.map(({ author }: { author: string | null }) => author)).toEqual([null, '冉桂兰']);

  // Taken back, the name is masked from then on, also where it had been read.
  await mayName(desks.villager, false);
  expect((await read(id)).comments.map(({ author }: { author: string | null }) => author)).toEqual([null, '冉**']);
});

test('what is not shown has its reason, which its author reads', async () => {
  const { id } = await announced(desks);
  const { body } = await say(desks.villager, id, { text: '某某家最脏' });
  const look = (sent: object) => desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/look`, sent);
  expect(seen(await look({ show: false }))).toEqual([422, 'rules.reasonMissing']);
  await look({ show: false, why: '说到了别人家，请换个说法。' });
  expect((await read(id)).comments).toEqual([]);
  expect((await desks.villager.get(`/api/rules/${id}/mine`)).body.comments).toMatchObject([
    { look: 'held', heldWhy: '说到了别人家，请换个说法。' },
  ]);
  const answered = await desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/answer`, {
    result: 'takenUp',
    words: '好',
  });
  expect(seen(answered)).toEqual([404, 'rules.commentUnknown']);
});

test('somebody writes for one who has no phone, as long as they act for them; the village reads a masked name', async () => {
  const { id } = await announced(desks);
  const leader = await signInAs(app, 'group-leader');
  await mayName(leader);
  const [household] = await app.service.use(HouseholdsStore).list({
    ...{ regionId: 'zhaying-3-4', grams: [], dissolved: false, limit: 1 },
  });
  const old = freeMember(household as Household);
  const consent = { way: 'spoken', words: '请替我写', on: dayFromNow(0) };
  const begun = await leader.send('POST', `/api/households/${household?.id}/members/${old.id}/delegations`, consent);
  const delegationId = begun.body.id;
  const { body } = await say(leader, id, { delegationId, named: true });
  await desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/look`, { show: true });
  expect((await read(id)).comments).toMatchObject([{ author: '石长贵', onBehalfOf: maskName(old.name) }]);

  expect(seen(await say(desks.villager, id, { delegationId }))).toEqual([403, 'delegations.notYours']);
  await leader.send('POST', `/api/delegations/${delegationId}/stop`, { words: '她自己来写' });
  expect(seen(await say(leader, id, { delegationId }))).toEqual([409, 'delegations.ended']);
  // What was said while it ran stays hers.
  expect((await read(id)).comments).toMatchObject([{ onBehalfOf: maskName(old.name) }]);
});

test('nobody speaks in a village for somebody of another', async () => {
  const { id } = await announced(desks);
  const town = await signInAs(app, 'town-office');
  const helper = await newcomer(app);
  const term = { personId: helper.personId, role: 'gridMember', endsOn: dayFromNow(30) };
  await town.send('POST', '/api/regions/hongxi/grants', term);
  const [elsewhere] = await app.service.use(HouseholdsStore).list({
    ...{ regionId: 'hongxi', grams: [], dissolved: false, limit: 1 },
  });
  const consent = { way: 'spoken', words: '请替我写', on: dayFromNow(0) };
  const path = `/api/households/${elsewhere?.id}/members/${elsewhere?.headMemberId}/delegations`;
  const begun = await helper.send('POST', path, consent);
  expect(seen(await say(helper, id, { delegationId: begun.body.id }))).toEqual([403, 'rules.notOfVillage']);
});

test('an opinion is one per person and clause; the last one counts, and it is called an opinion', async () => {
  const { id } = await announced(desks);
  const opinion = (who: SignedIn, choice: string) => who.send('PUT', `/api/rules/${id}/opinions/c1`, { choice });
  await Promise.all(Array.from({ length: 6 }, () => opinion(desks.villager, 'agree')));
  await opinion(desks.adviser, 'change');
  // The answer counts at once, whatever is kept of the page that everyone reads.
  expect((await opinion(desks.villager, 'unsure')).body).toEqual({ poll: { agree: 0, change: 1, unsure: 1 } });
  const { clauses } = await read(id);
  expect(clauses.map(({ poll }: { poll: object }) => poll)).toEqual([
    { agree: 0, change: 1, unsure: 1 },
    { agree: 0, change: 0, unsure: 0 },
  ]);
  expect((await desks.villager.get(`/api/rules/${id}/mine`)).body.opinions).toEqual([
    { clauseKey: 'c1', choice: 'unsure' },
  ]);
});

test('a person has twenty comments, however many arrive together', async () => {
  const { id } = await announced(desks);
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) => say(desks.villager, id, { text: `第${i}句` })),
  );
  expect(outcomes(answers)).toEqual([...Array(20).fill([200]), ...Array(4).fill([409, 'rules.commentsTooMany'])]);
});

test('before the announcement, after the last day, and on a clause that is not there: nothing is taken', async () => {
  const draft = await aDraft(desks);
  expect(seen(await say(desks.villager, draft.id))).toEqual([404, 'rules.documentUnknown']);
  const { id } = await announced(desks);
  expect(seen(await say(desks.villager, id, { clauseKey: 'c9' }))).toEqual([404, 'rules.clauseUnknown']);
  await passPeriod(app, id);
  expect(seen(await say(desks.villager, id))).toEqual([409, 'rules.consultationClosed']);
  expect(seen(await desks.villager.send('PUT', `/api/rules/${id}/opinions/c1`, { choice: 'agree' }))).toEqual([
    409,
    'rules.consultationClosed',
  ]);
  expect((await read(id)).isOpen).toBe(false);
});

test('a document of 100 clauses with 500 comments opens with one request', async () => {
  const clauses = Array.from({ length: 100 }, (_, i) => aClause(`c${i + 1}`));
  const { id } = await announced(desks, clauses);
  await app.service.use(RuleCommentsStore).put(
    Array.from({ length: 500 }, (_, i) => ({
      id: anId(),
      documentId: id,
      clauseKey: `c${(i % 100) + 1}`,
      authorId: desks.villager.personId,
      named: i % 2 === 0,
      delegationId: null,
      text: `第 ${i + 1} 条意见：再写清楚一点，哪天收、放在哪里。`,
      at: new Date(Date.UTC(2026, 0, 1, 0, 0, i)),
      look: 'shown' as const,
      heldWhy: null,
      lookedBy: desks.cadre.personId,
      answer: { result: 'takenUp' as const, words: '写上了。', by: desks.cadre.personId, at: new Date() },
    })),
  );
  const body = await read(id);
  expect(body.clauses).toHaveLength(100);
  expect(body.comments.map(({ text }: { text: string }) => text)).toEqual(
    Array.from({ length: 500 }, (_, i) => `第 ${i + 1} 条意见：再写清楚一点，哪天收、放在哪里。`),
  );
});

test('whoever leaves takes their name and opinions along; what was read and answered stays as 一位村民', async () => {
  const { id } = await announced(desks);
  const leaving = await signInAs(app, 'grid-member');
  const shown = await say(leaving, id, { named: true });
  await say(leaving, id, { text: '没人看过' });
  await leaving.send('PUT', `/api/rules/${id}/opinions/c1`, { choice: 'agree' });
  await desks.cadre.send('PUT', `/api/rules/${id}/comments/${shown.body.id}/look`, { show: true });
  const holder = holderOf(app, 'rules');
  expect(await holder.gather(leaving.personId)).toMatchObject([
    { 意见: '沟里也不能倒', 写上姓名: true },
    { 意见: '没人看过', 写上姓名: false },
    { 表态: '赞成', 村规: expect.any(String) },
  ]);
  const told = await holder.erase(leaving.personId, new Date());
  expect(await holder.erase(leaving.personId, new Date())).toEqual(told);
  expect(await holder.gather(leaving.personId)).toEqual([]);
  const { comments, clauses } = await read(id);
  expect(comments).toMatchObject([{ id: shown.body.id, author: null, text: '沟里也不能倒' }]);
  expect(clauses[0].poll).toEqual({ agree: 0, change: 0, unsure: 0 });
});
