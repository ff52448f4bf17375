import { ruleLineages } from '../../src/migrations/0001-rule-lineages';
import { Database } from '../../src/platform/database/database';
import { collectionOf, startApp, type TestApp } from '../app';
import { anId } from '../factories';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

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
