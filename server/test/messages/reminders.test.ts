/** Leave for one reminder each: counted once for each answer, used once. */
import { ConsentsService } from '../../src/features/messages/consents.service';
import { startApp, type TestApp } from '../app';
import { actorOf } from '../factories';
import { newcomer, type SignedIn } from '../sign-in';

const TEMPLATE = 'tmpl_office_changes_0001';
const OTHER = 'tmpl_other_matters_00002';

let app: TestApp;
let person: SignedIn;
beforeAll(async () => {
  app = await startApp({ WECHAT_TEMPLATES: `${TEMPLATE}, ${OTHER}` });
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await newcomer(app);
});

const answer = (template: string, said: string, key?: string) =>
  person.send('POST', '/api/me/reminders', { answers: [{ template, answer: said }] }, key);
const mine = async () => (await person.get('/api/me/reminders')).body.templates;
const none = { accepted: 0, refusedForever: false };

test('each answer counts, another person’s does not', async () => {
  expect(await mine()).toEqual([
    { template: TEMPLATE, ...none },
    { template: OTHER, ...none },
  ]);
  await answer(TEMPLATE, 'accepted');
  await answer(TEMPLATE, 'accepted');
  await answer(OTHER, 'refusedForever');
  expect(await mine()).toEqual([
    { template: TEMPLATE, accepted: 2, refusedForever: false },
    { template: OTHER, accepted: 0, refusedForever: true },
  ]);
  // Who allows it after all is not asked in vain.
  await answer(OTHER, 'accepted');
  expect((await mine())[1]).toEqual({ template: OTHER, accepted: 1, refusedForever: false });
  const stranger = await newcomer(app, 'reminder-stranger');
  expect((await stranger.get('/api/me/reminders')).body.templates[0]).toEqual({ template: TEMPLATE, ...none });
});

test('an answer that is sent again counts once, whatever happened to the reply', async () => {
  const service = app.service.use(ConsentsService);
  const actor = actorOf(person.personId);
  const answers = [{ template: TEMPLATE, answer: 'accepted' as const }];
  await Promise.all(Array.from({ length: 20 }, () => service.note(actor, answers, 'same-key-0000000001')));
  expect((await mine())[0]).toEqual({ template: TEMPLATE, accepted: 1, refusedForever: false });
});

test('20 first answers at once with their own keys all count', async () => {
  await Promise.all(Array.from({ length: 20 }, () => answer(TEMPLATE, 'accepted')));
  expect((await mine())[0]).toEqual({ template: TEMPLATE, accepted: 20, refusedForever: false });
});

test('20 reminders at once and leave for three: three are sent', async () => {
  for (let i = 0; i < 3; i++) await answer(TEMPLATE, 'accepted');
  const service = app.service.use(ConsentsService);
  const taken = await Promise.all(Array.from({ length: 20 }, () => service.take(person.personId, TEMPLATE)));
  expect(taken.filter((isTaken) => isTaken)).toHaveLength(3);
  expect((await mine())[0]).toEqual({ template: TEMPLATE, accepted: 0, refusedForever: false });
});

test('a template that is not ours is nobody’s', async () => {
  expect((await answer('tmpl_of_somebody_else_03', 'accepted')).status).toBe(200);
  expect(await mine()).toEqual([
    { template: TEMPLATE, ...none },
    { template: OTHER, ...none },
  ]);
});
