/** A version of the rules as a PDF, for anybody. */
import { RulesStore } from '../../src/features/rules/rules.store';
import { seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { anId, ruleDocument } from '../factories';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('anybody gets a published version as a PDF under its own name, a hundred clauses too', async () => {
  const document = ruleDocument({ villageId: 'shanyang', clauses: 100, text: '不攀比，礼金有度。'.repeat(40) });
  await app.service.use(RulesStore).put([document]);

  const response = await fetch(`${app.service.address}/api/rules/${document.id}/pdf`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toBe(
    "attachment; filename*=UTF-8''山羊村村规民约 第 1 版.pdf",
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const again = await fetch(`${app.service.address}/api/rules/${document.id}/pdf`);
  expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
});

test('there is none of what is not published', async () => {
  expect(seen(await app.get(`/api/rules/${anId()}/pdf`))).toEqual([404, 'rules.documentUnknown']);
});
