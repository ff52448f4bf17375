/** Fraud cases over HTTP: nothing personal comes in, a second person publishes, the day that comes ends them. */
import { personalIn } from '@xiangyue/shared/features/antifraud/case.rules';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { demoFraudCases } from '../../seeds/banxi/fraud-cases';
import { seedId } from '../../seeds/seed-id';
import { CasesService } from '../../src/features/antifraud/cases.service';
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';

const DESK = '/api/regions/zhaying/fraud-cases';
const today = localDateOf(Date.now());

let app: TestApp;
let officer: SignedIn;
let peaceStaff: SignedIn;
beforeAll(async () => {
  app = await startApp();
  [officer, peaceStaff] = await Promise.all([signInAs(app, 'officer'), signInAs(app, 'peace-staff')]);
});
afterAll(() => app.stop());

const aCase = (change: object = {}) => ({
  type: 'loan',
  title: '先交保证金的贷款',
  steps: ['接到电话说能贷款。', '放款前要先交保证金。'],
  sayNo: '没放款先收钱的，我不贷。',
  amountYuan: 9_000,
  targets: ['traders'],
  doNow: ['到银行柜台问。'],
  source: '县公安局通报',
  ownerId: officer.personId,
  expiresOn: daysAfter(today, 30),
  ...change,
});

/** Written by 综治, to be looked at. */
async function submitted(change: object = {}): Promise<string> {
  const { body } = await peaceStaff.send('POST', DESK, aCase(change));
  const moved = await peaceStaff.send('POST', `${DESK}/${body.id}/moves`, { revision: 0, move: 'submit' });
  expect(seen(moved)).toEqual([200]);
  return body.id;
}

test('from a draft to everybody: the writer cannot publish, another can, and the village reads it without signing in', async () => {
  const id = await submitted();
  const publish = { revision: 1, move: 'publish' };
  expect(seen(await peaceStaff.send('POST', `${DESK}/${id}/moves`, publish))).toEqual([403, 'antifraud.secondPerson']);
  expect(seen(await app.get(`/api/fraud-cases/${id}`))).toEqual([404, 'antifraud.caseUnknown']);
  expect(seen(await officer.send('POST', `${DESK}/${id}/moves`, publish))).toEqual([200]);

  const { body } = await app.get('/api/villages/zhaying/fraud-cases');
  expect(body.cases[0]).toMatchObject({
    id,
    publishedOn: today,
    ownerName: '向阳',
    regionName: '扎营村',
    amountYuan: 9_000,
  });
  // The town's own are there as well, another village's are not.
  expect(body.cases.some(({ regionName }: { regionName: string }) => regionName === '板溪镇')).toBe(true);
  const beside = await app.get('/api/villages/hongxi/fraud-cases');
  expect(beside.body.cases.map(({ id: other }: { id: string }) => other)).not.toContain(id);

  const desk = await officer.get(`${DESK}/${id}`);
  expect(desk.body.history.map(({ what, byName }: Record<string, string>) => `${what} ${byName}`)).toEqual([
    '开始写 覃丽',
    '写好了，请另一个人看 覃丽',
    '没有问题，公布 向阳',
  ]);
});

test('of two who publish at once one does', async () => {
  const id = await submitted();
  const town = await signInAs(app, 'town-office');
  const answers = await Promise.all(
    [officer, town, officer, town].map((who) =>
      who.send('POST', `${DESK}/${id}/moves`, { revision: 1, move: 'publish' }),
    ),
  );
  expect(outcomes(answers)).toEqual([
    [200],
    [409, 'antifraud.movedOn'],
    [409, 'antifraud.movedOn'],
    [409, 'antifraud.movedOn'],
  ]);
});

test('sent back with a reason, written anew by the other, who then cannot publish either', async () => {
  const id = await submitted();
  const path = `${DESK}/${id}`;
  expect(seen(await officer.send('POST', `${path}/moves`, { revision: 1, move: 'sendBack' }))).toEqual([
    422,
    'antifraud.reasonMissing',
  ]);
  await officer.send('POST', `${path}/moves`, { revision: 1, move: 'sendBack', why: '写清楚是什么银行' });
  expect(seen(await officer.send('PUT', path, { ...aCase({ title: '改过的' }), revision: 2 }))).toEqual([200]);
  expect(seen(await officer.send('PUT', path, { ...aCase(), revision: 2 }))).toEqual([409, 'antifraud.movedOn']);
  await officer.send('POST', `${path}/moves`, { revision: 3, move: 'submit' });
  for (const who of [officer, peaceStaff])
    expect(seen(await who.send('POST', `${path}/moves`, { revision: 4, move: 'publish' }))).toEqual([
      403,
      'antifraud.secondPerson',
    ]);
});

test.each<[string, object, number, string, string | undefined]>([
  ['a phone number', { steps: ['打 138 1234 5678'] }, 422, 'antifraud.personalWords', 'steps.0'],
  ['a card', { sayNo: '卡号6222021234567890' }, 422, 'antifraud.personalWords', 'sayNo'],
  ['an identity number', { doNow: ['11010519491231002X'] }, 422, 'antifraud.personalWords', 'doNow.0'],
  ['a full name', { title: '村民田秀英被骗' }, 422, 'antifraud.personalWords', 'title'],
  ['an owner who is nobody here', { ownerId: '01kdvdna000000000000000000' }, 422, 'antifraud.ownerWrong', undefined],
  ['no owner', { ownerId: null }, 422, 'request.invalid', 'ownerId'],
  ['a day that is over', { expiresOn: '2026-01-01' }, 422, 'antifraud.expiryWrong', undefined],
  ['no day', { expiresOn: '2026-02-30' }, 422, 'request.invalid', 'expiresOn'],
  ['an oversized title', { title: '长'.repeat(31) }, 422, 'request.invalid', 'title'],
  ['an oversized line', { steps: ['长'.repeat(121)] }, 422, 'request.invalid', 'steps.0'],
  ['too many lines', { steps: Array(9).fill('一步') }, 422, 'request.invalid', 'steps'],
  ['no kind of fraud', { type: 'magic' }, 422, 'request.invalid', 'type'],
  ['half a yuan', { amountYuan: 0.5 }, 422, 'request.invalid', 'amountYuan'],
])('%s is refused', async (_what, change, status, code, path) => {
  const answer = await officer.send('POST', DESK, aCase(change));
  expect(seen(answer)).toEqual([status, code]);
  if (path) expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
});

test('an unfinished case is not sent to the other, and says what is missing', async () => {
  const { body } = await officer.send('POST', DESK, aCase({ steps: [], sayNo: '' }));
  const answer = await officer.send('POST', `${DESK}/${body.id}/moves`, { revision: 0, move: 'submit' });
  expect(seen(answer)).toEqual([422, 'antifraud.caseIncomplete']);
  expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(['steps', 'sayNo']);
});

test('the same key makes one case; a region beside does not reach it', async () => {
  const [one, again] = [
    await officer.send('POST', DESK, aCase(), 'the-same-key-of-this-case'),
    await officer.send('POST', DESK, aCase(), 'the-same-key-of-this-case'),
  ];
  expect(again.body).toEqual(one.body);
  const town = await signInAs(app, 'town-office');
  expect(seen(await town.get(`/api/regions/hongxi/fraud-cases/${one.body.id}`))).toEqual([
    404,
    'antifraud.caseUnknown',
  ]);
});

test('the day after its last a case is gone from view, and the clock writes it down once', async () => {
  const id = await submitted();
  await officer.send('POST', `${DESK}/${id}/moves`, { revision: 1, move: 'publish' });
  await collectionOf(app, 'fraudCases').updateOne({ _id: id }, { $set: { expiresOn: daysAfter(today, -1) } });
  expect(seen(await app.get(`/api/fraud-cases/${id}`))).toEqual([404, 'antifraud.caseUnknown']);
  await app.service.use(CasesService).expire(new Date());
  await app.service.use(CasesService).expire(new Date());
  const { body } = await officer.get(`${DESK}/${id}`);
  expect(body.state).toBe('expired');
  expect(body.history.filter(({ byName }: { byName: string }) => byName === '到了日子')).toHaveLength(1);
});

test('what the demo tells names nobody, and says that it is an example', () => {
  const cases = demoFraudCases(new Date());
  expect(cases.flatMap((one) => personalIn(one))).toEqual([]);
  expect(cases.every(({ illustrative }) => illustrative)).toBe(true);
  expect(cases.map(({ id }) => id)).toContain(seedId('fraud-cases/grandson'));
});
