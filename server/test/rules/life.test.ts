/** A rule from its draft until it is superseded: every desk, every refusal, and who is too late. */
import { RuleWorkService } from '../../src/features/rules/rule-work.service';
import { RulesService } from '../../src/features/rules/rules.service';
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { plainPhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import {
  aClause,
  aDraft,
  adopted,
  aMeeting,
  announced,
  type Desks,
  dayFromNow,
  filed,
  inResolution,
  inReview,
  openDesks,
  passPeriod,
  stored,
} from './rule-kit';

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await startApp();
  desks = await openDesks(app);
});
afterAll(() => app.stop());

const inForceTitles = async () =>
  (await app.get('/api/villages/zhaying/rules')).body.documents.map(({ title }: { title: string }) => title);

test('from draft to in force, with who did what and why', async () => {
  const rule = await filed(app, desks, 0);
  const { body } = await desks.cadre.get(`/api/rules/${rule.id}/work`);
  expect(body).toMatchObject({ state: 'filed', version: 1, filingNumber: rule.number, effectiveFrom: dayFromNow(0) });
  expect(body.history.map(({ move, byName, why }: Record<string, string>) => `${move} ${byName} ${why}`)).toEqual([
    'announce 冉光明 null',
    'submit 冉光明 null',
    'approve 黄敏 合法。',
    'adopt 冉光明 null',
    'file 谭志平 null',
  ]);
  expect(body.reviews.map(({ as, byName, words }: Record<string, string>) => `${as} ${byName} ${words}`)).toEqual([
    'townOffice 谭志平 可以。',
    'legalAdviser 黄敏 合法。',
  ]);
  expect(body.meetings).toMatchObject([{ outcome: 'passed', present: 60, inFavour: 50, heldOn: dayFromNow(0) }]);

  // In force for readers at once: its day has come, whether or not the clock has looked.
  expect(await inForceTitles()).toContain(rule.title);
  expect((await app.get(`/api/rules/${rule.id}`)).body).toMatchObject({
    shown: 'inForce',
    filingNumber: rule.number,
    adoptedOn: dayFromNow(0),
    clauseCount: 2,
  });
  await app.service.use(RuleWorkService).takeEffect(new Date());
  expect((await stored(app, rule.id)).work.history.at(-1)).toMatchObject({ move: 'takeEffect', by: 'clock' });
  expect(await inForceTitles()).toContain(rule.title);
  expect((await app.get('/api/townships/banxi/rules/search?words=门前三包&villageId=zhaying')).body.matches).toEqual(
    expect.arrayContaining([expect.objectContaining({ documentId: rule.id, clauseNumber: 1 })]),
  );
});

describe('versions', () => {
  test('the next one takes over on its day: always exactly one is in force', async () => {
    const first = await filed(app, desks, 0);
    const second = await filed(app, desks, 1, first.id);
    expect(await stored(app, second.id)).toMatchObject({ version: 2, lineageId: first.id });
    const holdingOn = async (days: number) => {
      const now = new Date(Date.now() + days * 24 * 3600_000);
      const { documents } = await app.service.use(RulesService).inForce('zhaying', now);
      return documents.filter(({ id }) => id === first.id || id === second.id).map(({ version }) => version);
    };
    expect(await holdingOn(0)).toEqual([1]);
    expect(await holdingOn(1)).toEqual([2]);
    expect((await app.get(`/api/rules/${second.id}/versions`)).body.versions).toMatchObject([
      { version: 2, shown: 'upcoming', effectiveFrom: dayFromNow(1), supersededOn: null },
      { version: 1, shown: 'inForce', effectiveFrom: dayFromNow(0), supersededOn: dayFromNow(1) },
    ]);

    // A crash after filing, before the former version was told: readers see one, and the clock repairs it.
    await collectionOf(app, 'ruleDocuments').updateOne({ _id: first.id }, { $set: { supersededOn: null } });
    expect(await holdingOn(1)).toEqual([2]);
    const tomorrow = new Date(Date.now() + 24 * 3600_000);
    await app.service.use(RuleWorkService).takeEffect(tomorrow);
    await app.service.use(RuleWorkService).takeEffect(tomorrow);
    expect(await stored(app, first.id)).toMatchObject({ state: 'superseded', supersededOn: dayFromNow(1) });
    expect((await stored(app, first.id)).work.history.map(({ move }) => move).slice(-2)).toEqual([
      'takeEffect',
      'supersede',
    ]);
    expect(await stored(app, second.id)).toMatchObject({ state: 'inForce' });
    expect(await holdingOn(1)).toEqual([2]);
    // The former version stays readable and says what it is.
    expect((await app.get(`/api/rules/${first.id}`)).body).toMatchObject({ shown: 'superseded' });
  });

  test('a new version takes over the clauses with their keys; two at once: one is made', async () => {
    const [base] = (await app.get('/api/villages/zhaying/rules')).body.documents.slice(-1);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        desks.cadre.send('POST', '/api/villages/zhaying/rules/drafts', { title: base.title, basedOn: base.id }),
      ),
    );
    expect(outcomes(answers)).toEqual([[200], ...Array(7).fill([409, 'rules.draftExists'])]);
    const made = answers.find(({ status }) => status === 200);
    const { body } = await desks.cadre.get(`/api/rules/${made?.body.id}/work`);
    expect(body).toMatchObject({ state: 'draft', version: base.version + 1, basedOn: base.id });
    expect(body.clauses.map(({ key }: { key: string }) => key)).toEqual(
      Array.from({ length: 10 }, (_, i) => `c${i + 1}`),
    );
    // Once it is withdrawn, another may begin.
    await desks.cadre.send('POST', `/api/rules/${body.id}/withdrawal`, { revision: body.revision, why: '先不改了' });
    const again = await desks.cadre.send('POST', '/api/villages/zhaying/rules/drafts', {
      title: base.title,
      basedOn: base.id,
    });
    expect(again.status).toBe(200);
  });

  test('a version can only follow a published one of the same village', async () => {
    const draft = await aDraft(desks);
    const [elsewhere] = (await app.get('/api/villages/shanyang/rules')).body.documents;
    for (const basedOn of [draft.id, elsewhere.id])
      expect(
        seen(await desks.cadre.send('POST', '/api/villages/zhaying/rules/drafts', { title: '新', basedOn })),
      ).toEqual([404, 'rules.documentUnknown']);
  });
});

describe('drafts', () => {
  test('a repeated creation is the same draft', async () => {
    const key = 'k'.repeat(32);
    const make = () => desks.cadre.send('POST', '/api/villages/zhaying/rules/drafts', { title: '一次' }, key);
    expect((await make()).body.id).toBe((await make()).body.id);
  });

  test('two who write at once: one is kept, the other is told, and nothing is mixed', async () => {
    const { id, title, revision } = await aDraft(desks);
    const texts = Array.from({ length: 6 }, (_, i) => `第${i}个人写的。`);
    const answers = await Promise.all(
      texts.map((text) =>
        desks.cadre.send('PUT', `/api/rules/${id}/draft`, {
          revision,
          title,
          clauses: [aClause('c1', text)],
          explanations: [],
        }),
      ),
    );
    expect(outcomes(answers)).toEqual([[200], ...Array(5).fill([409, 'rules.movedOn'])]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await stored(app, id)).clauses.map(({ text }) => text)).toEqual([texts[winner]]);
    expect((await stored(app, id)).work.revision).toBe(revision + 1);
  });

  test('nobody but the desks sees a draft', async () => {
    const { id } = await aDraft(desks);
    expect(seen(await app.get(`/api/rules/${id}`))).toEqual([404, 'rules.documentUnknown']);
    expect(seen(await app.get(`/api/rules/${id}/consultation`))).toEqual([404, 'rules.documentUnknown']);
    expect(seen(await desks.villager.get(`/api/rules/${id}/work`))).toEqual([403, 'access.outOfScope']);
    const { body } = await desks.adviser.get('/api/regions/zhaying/rules/work');
    expect(body.documents).toEqual(expect.arrayContaining([expect.objectContaining({ id, state: 'draft' })]));
  });

  test.each([
    ['no clause', [], 'clauses', '至少写一条'],
    ['an empty text', [aClause('c1', '')], 'clauses.0.text', '第 1 条还没有内容'],
  ])('%s is not announced', async (_what, clauses, path, message) => {
    const { id, revision } = await aDraft(desks, clauses);
    const answer = await desks.cadre.send('POST', `/api/rules/${id}/announce`, { revision, until: dayFromNow(7) });
    expect(seen(answer)).toEqual([422, 'rules.draftIncomplete']);
    expect(answer.body.errors).toEqual([{ path, message }]);
  });

  test.each([[6], [61], [-1]])('a period of %i days is not announced', async (days) => {
    const { id, revision } = await aDraft(desks);
    expect(
      seen(await desks.cadre.send('POST', `/api/rules/${id}/announce`, { revision, until: dayFromNow(days) })),
    ).toEqual([422, 'rules.periodWrong']);
  });

  test('a refused clause stops it, a warned one until the author says why', async () => {
    const clauses = [aClause('c1', '乱倒垃圾的，罚款50元。'), aClause('c2', '上门女婿和村里人一样对待。')];
    const { id, title, revision } = await aDraft(desks, clauses);
    const announce = (seen: number) =>
      desks.cadre.send('POST', `/api/rules/${id}/announce`, { revision: seen, until: dayFromNow(7) });
    const refused = await announce(revision);
    expect(seen(refused)).toEqual([422, 'rules.clausesRefused']);
    expect(refused.body.errors).toEqual([
      { path: 'clauses.0.text', message: '第 1 条“罚款”：村规民约不能罚款（行政处罚法第十六条）' },
      {
        path: 'clauses.1.text',
        message: '第 2 条“上门女婿”：涉及外嫁、离婚、丧偶妇女或上门女婿（妇女权益保障法第五十六条）',
      },
    ]);
    const explain = (clauseKey: string, check: string, quote: string) => ({
      clauseKey,
      check,
      quote,
      words: '保护他们。',
    });
    const save = (seen: number, kept: typeof clauses, explanations: object[]) =>
      desks.cadre.send('PUT', `/api/rules/${id}/draft`, { revision: seen, title, clauses: kept, explanations });
    // What is refused cannot be explained away.
    const explained = await save(revision, clauses, [
      explain('c1', 'fine', '罚款'),
      explain('c2', 'married', '上门女婿'),
    ]);
    expect((await announce(explained.body.revision)).body.errors).toHaveLength(1);
    const mended = await save(
      explained.body.revision,
      [aClause('c1', '乱倒垃圾的，院落长当面提醒。'), clauses[1] as (typeof clauses)[0]],
      [explain('c2', 'married', '上门女婿')],
    );
    expect((await announce(mended.body.revision)).body.state).toBe('comments');
  });
});

describe('review', () => {
  test('both approve, in either order; one alone does not move it, and nobody twice', async () => {
    const { id, revision } = await inReview(app, desks);
    const path = `/api/rules/${id}/approvals`;
    const first = await desks.adviser.send('POST', path, { revision, as: 'legalAdviser', words: '合法。' });
    expect(first.body).toEqual({ state: 'review', revision: revision + 1 });
    expect(
      seen(await desks.adviser.send('POST', path, { revision: revision + 1, as: 'legalAdviser', words: '再一次' })),
    ).toEqual([409, 'rules.reviewedAlready']);
    expect(
      seen(await desks.adviser.send('POST', path, { revision: revision + 1, as: 'townOffice', words: '替镇里' })),
    ).toEqual([403, 'access.outOfScope']);
    const second = await desks.town.send('POST', path, { revision: revision + 1, as: 'townOffice', words: '可以。' });
    expect(second.body).toEqual({ state: 'resolution', revision: revision + 2 });
  });

  test('sent back with a reason, the next round begins without approvals', async () => {
    const { id, revision } = await inReview(app, desks);
    const approved = await desks.town.send('POST', `/api/rules/${id}/approvals`, {
      revision,
      as: 'townOffice',
      words: '好',
    });
    const back = await desks.adviser.send('POST', `/api/rules/${id}/returns`, {
      revision: approved.body.revision,
      as: 'legalAdviser',
      why: '第 2 条依据不对',
    });
    expect(back.body.state).toBe('draft');
    const again = await desks.cadre.send('POST', `/api/rules/${id}/announce`, {
      revision: back.body.revision,
      until: dayFromNow(7),
    });
    expect(again.body.state).toBe('comments');
    expect(await stored(app, id)).toMatchObject({ work: { reviews: [] } });
    expect((await stored(app, id)).work.history.at(-2)).toMatchObject({ move: 'sendBack', why: '第 2 条依据不对' });
  });
});

describe('the meeting', () => {
  const record = (id: string, revision: number, changes: object) =>
    desks.cadre.send('POST', `/api/rules/${id}/meetings`, { ...aMeeting, heldOn: dayFromNow(0), ...changes, revision });

  test('too few: kept, and another may be called; not passed: back to the draft', async () => {
    const { id, revision } = await inResolution(app, desks);
    const few = await record(id, revision, { present: 40, womenPresent: 10, inFavour: 40, against: 0, abstaining: 0 });
    expect(few.body).toEqual({ state: 'resolution', revision: revision + 1, outcome: 'noQuorum' });
    const half = await record(id, revision + 1, { inFavour: 30, against: 0, abstaining: 30 });
    expect(half.body).toEqual({ state: 'draft', revision: revision + 2, outcome: 'notPassed' });
    const rule = await stored(app, id);
    expect(rule.adoptedOn).toBeNull();
    expect(rule.work.meetings.map(({ outcome }) => outcome)).toEqual(['noQuorum', 'notPassed']);
  });

  test.each([
    [{ inFavour: 51 }, 'inFavour', '赞成、反对、弃权加起来是 61，到会的是 60，对不上'],
    [{ womenPresent: 61 }, 'womenPresent', '到会妇女的人数超过了到会人数'],
    [{ heldOn: dayFromNow(1) }, 'heldOn', '会议的日子还没有到'],
  ])('%j does not add up', async (changes, path, message) => {
    const { id, revision } = await inResolution(app, desks);
    const answer = await record(id, revision, changes);
    expect(seen(answer)).toEqual([422, 'rules.meetingWrong']);
    expect(answer.body.errors).toContainEqual({ path, message });
    expect((await stored(app, id)).work.revision).toBe(revision);
  });
});

test('the signed record is kept with the meeting; the same photo cannot prove another', async () => {
  const record = ({ id, revision }: { id: string; revision: number }, photoIds: string[]) =>
    desks.cadre.send('POST', `/api/rules/${id}/meetings`, { ...aMeeting, heldOn: dayFromNow(0), revision, photoIds });
  const photoId = (await sendPhoto(desks.cadre, await plainPhoto(1), 'rules.record')).body.id;
  const first = await inResolution(app, desks);
  expect((await record(first, [photoId])).body.outcome).toBe('passed');
  const { body } = await desks.adviser.get(`/api/rules/${first.id}/work`);
  expect(body.meetings[0].photos).toMatchObject([{ id: photoId, thumbnailUrl: expect.any(String) }]);
  const second = await inResolution(app, desks);
  expect(seen(await record(second, [photoId]))).toEqual([409, 'files.attachedElsewhere']);
  expect((await stored(app, second.id)).work.meetings).toEqual([]);
});

describe('filing', () => {
  test('a number is given once in a town; ten at once: one files', async () => {
    const before = await filed(app, desks, 3);
    const { id, revision } = await adopted(app, desks);
    const file = (number: string) =>
      desks.town.send('POST', `/api/rules/${id}/filing`, { revision, number, effectiveFrom: dayFromNow(0) });
    expect(seen(await file(before.number))).toEqual([409, 'rules.filingNumberTaken']);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => file(`第${i}号`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect([
        [409, 'rules.movedOn'],
        [409, 'rules.moveForbidden'],
      ]).toContainEqual(seen(answer));
  });

  test.each([[-1], [367]])('%i days from today is no day to begin', async (days) => {
    const { id, revision } = await adopted(app, desks);
    expect(
      seen(
        await desks.town.send('POST', `/api/rules/${id}/filing`, {
          revision,
          number: `早${days}`,
          effectiveFrom: dayFromNow(days),
        }),
      ),
    ).toEqual([422, 'rules.effectiveDateWrong']);
  });

  test('returned with its reason, it starts anew', async () => {
    const { id, revision } = await adopted(app, desks);
    const back = await desks.town.send('POST', `/api/rules/${id}/filing-returns`, { revision, why: '第 1 条要改' });
    expect(back.body.state).toBe('draft');
    expect((await stored(app, id)).work.history.at(-1)).toMatchObject({ move: 'refuseFiling', why: '第 1 条要改' });
  });
});

test.each([
  ['announce', { until: dayFromNow(7) }, 'cadre'],
  ['submit', {}, 'cadre'],
  ['approvals', { as: 'townOffice', words: '好' }, 'town'],
  ['returns', { as: 'legalAdviser', why: '不好' }, 'adviser'],
  ['meetings', { ...aMeeting, heldOn: dayFromNow(0) }, 'cadre'],
  ['filing', { number: '甲', effectiveFrom: dayFromNow(0) }, 'town'],
  ['filing-returns', { why: '不好' }, 'town'],
  ['reopenings', { why: '再改' }, 'cadre'],
  ['withdrawal', { why: '不办' }, 'cadre'],
] as const)('what has been filed lets nobody %s', async (step, body, desk) => {
  const { id, revision } = await filed(app, desks, 5);
  const answer = await desks[desk].send('POST', `/api/rules/${id}/${step}`, { ...body, revision });
  expect(seen(answer)).toEqual([409, 'rules.moveForbidden']);
  expect(answer.body.detail).toBe('这份村规现在是“已备案”');
});

test('before the period is over, and while comments wait, nothing is sent to review', async () => {
  const { id, revision } = await announced(desks);
  const submit = () => desks.cadre.send('POST', `/api/rules/${id}/submit`, { revision });
  expect(seen(await submit())).toEqual([409, 'rules.periodRunning']);
  const { body } = await desks.villager.send('POST', `/api/rules/${id}/comments`, {
    clauseKey: 'c1',
    text: '沟里也不能倒',
    named: false,
  });
  await passPeriod(app, id);
  expect(seen(await submit())).toEqual([409, 'rules.commentsUnanswered']);
  await desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/look`, { show: true });
  expect((await submit()).body.detail).toBe('还有 1 条，请一条一条答复');
  await desks.cadre.send('PUT', `/api/rules/${id}/comments/${body.id}/answer`, { result: 'takenUp', words: '加上了' });
  expect((await submit()).body.state).toBe('review');
});
