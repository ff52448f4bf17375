/** A villager reads: townships, a village, its rules, one document, a search. The demo township is the data. */
import { RulesStore } from '../../src/features/rules/rules.store';
import { ruleLineages } from '../../src/migrations/0001-rule-lineages';
import { Database } from '../../src/platform/database/database';
import { collectionOf, startApp, type TestApp } from '../app';
import { anId, ruleDocument } from '../factories';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const idsOf = (rows: Array<{ id: string }>) => rows.map(({ id }) => id);

test('板溪镇 with its six villages, in the township’s order', async () => {
  const { status, body } = await app.get('/api/townships');
  expect(status).toBe(200);
  expect(body.townships).toHaveLength(1);
  const [banxi] = body.townships;
  expect(banxi).toMatchObject({ id: 'banxi', name: '板溪镇', countyName: '酉阳土家族苗族自治县' });
  expect(banxi.villages).toEqual([
    { id: 'sanjiao', name: '三角村' },
    { id: 'hongxi', name: '红溪村' },
    { id: 'zhaying', name: '扎营村' },
    { id: 'yaoling', name: '摇铃村' },
    { id: 'shanshuwan', name: '杉树湾村' },
    { id: 'shanyang', name: '山羊村' },
  ]);
  expect(banxi.facts.every((fact: { source: string }) => fact.source.length > 0)).toBe(true);
});

test('a village with its groups and courtyards', async () => {
  const { body } = await app.get('/api/villages/zhaying');
  expect(body).toMatchObject({
    id: 'zhaying',
    name: '扎营村',
    township: { id: 'banxi', name: '板溪镇' },
    illustrative: true,
  });
  expect(idsOf(body.groups)).toEqual(Array.from({ length: 10 }, (_, i) => `zhaying-${i + 1}`));
  expect(body.groups.map((group: { courtyards: unknown[] }) => group.courtyards.length)).toEqual([
    4, 4, 4, 4, 3, 3, 3, 3, 3, 3,
  ]);
  const names = body.groups.flatMap((group: { courtyards: Array<{ name: string }> }) =>
    group.courtyards.map(({ name }) => name),
  );
  expect(new Set(names).size).toBe(34);
  // what the store keeps beside it is not told
  expect(Object.keys(body).sort()).toEqual(['countyName', 'facts', 'groups', 'id', 'illustrative', 'name', 'township']);
});

test('from the village’s list to its document and clauses', async () => {
  const list = await app.get('/api/villages/zhaying/rules');
  expect(list.body.documents).toEqual([
    {
      id: '01kdvdna00tvnk8xja67qa94wn',
      villageId: 'zhaying',
      villageName: '扎营村',
      title: '扎营村村规民约“铁十条”',
      version: 1,
      adoptedOn: '2022-03-12',
      effectiveFrom: '2022-04-01',
      clauseCount: 10,
      illustrative: true,
    },
  ]);
  const { body } = await app.get(`/api/rules/${list.body.documents[0].id}`);
  expect(body.clauses.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(body.clauses[8]).toMatchObject({
    title: '不赌不毒，不卖不租两卡',
    basis: [
      { law: '反电信网络诈骗法', article: '第三十一条' },
      { law: '禁毒法', article: '第三条' },
    ],
  });
  expect(
    body.clauses.every(
      (clause: { basis: unknown[]; consequence: string }) => clause.basis.length > 0 && clause.consequence,
    ),
  ).toBe(true);
  expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['grams', 'regionPath', 'state']));
});

test('a village without rules has an empty list, not a problem', async () => {
  const { status, body } = await app.get('/api/villages/hongxi/rules');
  expect({ status, body }).toEqual({ status: 200, body: { documents: [] } });
});

test('a rule from before there were drafts is read as it was, and is version one of itself', async () => {
  const id = anId();
  const old = {
    _id: id,
    villageId: 'yaoling',
    regionPath: ['youyang', 'banxi', 'yaoling'],
    title: '摇铃村村规民约',
    version: 1,
    state: 'inForce',
    adoptedOn: '2024-01-05',
    effectiveFrom: '2024-02-01',
    clauses: [{ number: 1, title: '护林防火', text: '不在野外用火。', basis: [], consequence: '当面提醒。' }],
    illustrative: false,
    grams: ['护林'],
  };
  const database = app.service.use(Database);
  const documents = collectionOf(app, 'ruleDocuments');
  await documents.insertOne(old);
  await ruleLineages.up(database);
  const once = await documents.findOne({ _id: id });
  await ruleLineages.up(database);
  expect(await documents.findOne({ _id: id })).toEqual(once);
  expect(once?.slot).toBe(`${id}/1`);
  expect((await app.get('/api/villages/yaoling/rules')).body.documents).toMatchObject([{ id, title: old.title }]);
  expect((await app.get(`/api/rules/${id}`)).body).toMatchObject({
    shown: 'inForce',
    supersededOn: null,
    filingNumber: null,
    clauses: [{ key: 'c1', number: 1, title: '护林防火' }],
  });
  expect((await app.get(`/api/rules/${id}/versions`)).body.versions).toMatchObject([{ id, version: 1 }]);
});

describe('search', () => {
  const search = (words: string, villageId?: string) =>
    app.get(
      `/api/townships/banxi/rules/search?words=${encodeURIComponent(words)}${villageId ? `&villageId=${villageId}` : ''}`,
    );
  const placesOf = (body: { matches: Array<{ villageId: string; clauseNumber: number }> }) =>
    body.matches.map(({ villageId, clauseNumber }) => `${villageId} ${clauseNumber}`);

  test.each([
    ['垃圾', undefined, ['shanyang 3', 'shanshuwan 3', 'zhaying 3']],
    ['垃圾', 'zhaying', ['zhaying 3']],
    ['两卡', 'zhaying', ['zhaying 9']],
    // two words in one clause
    ['农药 垃圾', undefined, ['shanshuwan 3']],
    // each word is in the document, both in no clause
    ['农药 赡养', undefined, []],
    // all pairs are somewhere in the document, the word itself is not
    ['垃圾卖', undefined, []],
    // one character, full-width digits
    ['牛', undefined, ['shanyang 3', 'shanyang 8']],
    ['９６１１０', 'shanyang', ['shanyang 9']],
    ['没有这样的话', undefined, []],
    ['垃圾', 'hongxi', []],
    // characters that mean something to a regular expression or a query mean nothing here
    ['.*垃圾', 'zhaying', ['zhaying 3']],
    ['$where垃', 'zhaying', []],
  ])('%s in %s', async (words, villageId, places) => {
    const { status, body } = await search(words, villageId);
    expect(status).toBe(200);
    expect(placesOf(body)).toEqual(places);
    expect(body.more).toBe(false);
  });

  test('what was found is marked where it stands', async () => {
    const { body } = await search('垃圾', 'zhaying');
    const [match] = body.matches;
    expect(match.titleMarks.map(([start, end]: [number, number]) => match.clauseTitle.slice(start, end))).toEqual([
      '垃圾',
    ]);
    expect(match.textMarks.map(([start, end]: [number, number]) => match.text.slice(start, end))).toEqual([
      '垃圾',
      '垃圾',
    ]);
  });

  test('a search that finds too much gives the first thirty and says so', async () => {
    await app.service.use(RulesStore).put([ruleDocument({ villageId: 'yaoling', clauses: 31, text: '鹅卵石' })]);
    const { body } = await search('鹅卵石');
    expect(body.matches.map(({ clauseNumber }: { clauseNumber: number }) => clauseNumber)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
    expect(body.more).toBe(true);
  });
});
