/** "Is this a scam?" over HTTP: who is asked, who may read, who answers, what each is told. */
import { seedId } from '../../seeds/seed-id';
import { FraudQuestionsService } from '../../src/features/antifraud/fraud-questions.service';
import { outcomes, seen } from '../answer';
import { collectionOf, holderOf, startApp, type TestApp } from '../app';
import { plainPhoto } from '../files/pictures';
import { sendPhoto } from '../forms';
import { newcomer, type SignedIn, signInAs } from '../sign-in';

const ASK = '/api/villages/zhaying/fraud-questions';
const DESK = '/api/regions/zhaying/fraud-questions';

let app: TestApp;
let officer: SignedIn;
let peaceStaff: SignedIn;
beforeAll(async () => {
  app = await startApp();
  [officer, peaceStaff] = await Promise.all([signInAs(app, 'officer'), signInAs(app, 'peace-staff')]);
});
afterAll(() => app.stop());

const aQuestion = { text: '自称民警，说我涉嫌洗钱，要转到安全账户', hasPaid: false };
const ask = async (who: SignedIn, body: object = aQuestion) => (await who.send('POST', ASK, body)).body.id as string;
const messagesOf = async (who: SignedIn) =>
  (await who.get('/api/me/messages')).body.messages as { title: string; text: string; about: string }[];

test('asked: a first answer from the words, a named officer, a time; answered: the asker is told', async () => {
  const villager = await newcomer(app);
  const id = await ask(villager);
  const { body } = await villager.get(`/api/me/fraud-questions/${id}`);
  expect(body).toMatchObject({ state: 'open', ownerName: '向阳', firstAid: { level: 'likely', type: 'officials' } });
  expect(Date.parse(body.dueAt) - Date.parse(body.askedAt)).toBe(24 * 3600_000);
  expect((await messagesOf(officer))[0]).toMatchObject({ title: '有人问是不是诈骗', about: `zhaying/${id}` });

  const answer = { text: '公家没有安全账户，这是诈骗。', opinion: 'scam' };
  expect(seen(await officer.send('POST', `${DESK}/${id}/entries`, answer))).toEqual([200]);
  const answered = await villager.get(`/api/me/fraud-questions/${id}`);
  expect(answered.body).toMatchObject({
    state: 'answered',
    opinion: 'scam',
    entries: [{ by: 'officer', byName: '向阳' }],
  });
  expect(await messagesOf(villager)).toEqual([
    expect.objectContaining({ title: '民警回答了您问的事', text: '是诈骗。公家没有安全账户，这是诈骗。', about: id }),
  ]);
  // Telling again, as after a crash, tells nobody twice.
  await app.service.use(FraudQuestionsService).tell(id, new Date());
  expect(await messagesOf(villager)).toHaveLength(1);
});

test('whoever has paid is answered within the hour, whether they say so or their words do', async () => {
  const villager = await newcomer(app);
  for (const body of [
    { text: '怎么办', hasPaid: true },
    { text: '刷单，我已经转了三千', hasPaid: false },
  ]) {
    const { body: question } = await villager.get(`/api/me/fraud-questions/${await ask(villager, body)}`);
    expect([question.hasPaid, Date.parse(question.dueAt) - Date.parse(question.askedAt)]).toEqual([true, 3600_000]);
  }
  expect((await messagesOf(officer))[0]?.title).toBe('急：有人问，钱已经转了');
});

test('nobody else reads it: neither another villager nor an office elsewhere; the asker sees who of the desk has looked', async () => {
  const villager = await signInAs(app, 'villager');
  const id = await ask(villager);
  const stranger = await newcomer(app);
  expect(seen(await stranger.get(`/api/me/fraud-questions/${id}`))).toEqual([404, 'antifraud.questionUnknown']);
  expect(seen(await stranger.send('POST', `/api/me/fraud-questions/${id}/entries`, { text: '我' }))).toEqual([
    404,
    'antifraud.questionUnknown',
  ]);
  const cadre = await signInAs(app, 'cadre');
  expect(seen(await cadre.get(`${DESK}/${id}`))).toEqual([403, 'access.outOfScope']);
  const town = await signInAs(app, 'town-office');
  expect(seen(await town.get(`/api/regions/hongxi/fraud-questions/${id}`))).toEqual([404, 'antifraud.questionUnknown']);
  expect(seen(await officer.get(`${DESK}/${id}`))).toEqual([200]);
  const { body } = await villager.get('/api/me/looks');
  expect(JSON.stringify(body)).toContain('打开了您问的“是不是诈骗”');
});

test('only its owner answers; of those who take it over at once one has it', async () => {
  const id = await ask(await newcomer(app));
  const answer = { text: '先别转。', opinion: 'unclear' };
  expect(seen(await peaceStaff.send('POST', `${DESK}/${id}/entries`, answer))).toEqual([403, 'antifraud.notYours']);
  const town = await signInAs(app, 'town-office');
  const takes = await Promise.all(
    [peaceStaff, town].map((who) => who.send('PUT', `${DESK}/${id}/owner`, { insteadOf: officer.personId })),
  );
  expect(outcomes(takes)).toEqual([[200], [409, 'antifraud.takenByOther']]);
  expect(seen(await officer.send('POST', `${DESK}/${id}/entries`, answer))).toEqual([403, 'antifraud.notYours']);
});

test('the same key says it once; a word more opens it again; forty are enough', async () => {
  const villager = await newcomer(app);
  const id = await ask(villager);
  const path = `/api/me/fraud-questions/${id}`;
  await officer.send('POST', `${DESK}/${id}/entries`, { text: '是诈骗', opinion: 'scam' });
  for (let i = 0; i < 2; i++)
    await villager.send('POST', `${path}/entries`, { text: '他又打来了' }, 'the-same-key-of-entry');
  const { body } = await villager.get(path);
  expect([body.state, body.entries.length]).toEqual(['open', 2]);
  await collectionOf(app, 'fraudQuestions').updateOne({ _id: id }, [
    {
      $set: {
        entries: { $map: { input: { $range: [0, 40] }, as: 'n', in: { key: { $toString: '$$n' }, by: 'asker' } } },
      },
    },
  ]);
  expect(seen(await villager.send('POST', `${path}/entries`, { text: '再说' }))).toEqual([
    409,
    'antifraud.questionFull',
  ]);
});

test('five open ones are enough, whatever arrives together; an answered one makes room', async () => {
  const villager = await newcomer(app);
  const answers = await Promise.all(Array.from({ length: 8 }, () => villager.send('POST', ASK, aQuestion)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.filter(({ body }) => body.code === 'antifraud.questionsTooMany')).toHaveLength(3);
  const id = answers.find(({ status }) => status === 200)?.body.id;
  await officer.send('POST', `${DESK}/${id}/entries`, { text: '是', opinion: 'scam' });
  expect(seen(await villager.send('POST', ASK, aQuestion))).toEqual([200]);
});

test('pictures go with it, and to nobody else', async () => {
  const villager = await newcomer(app);
  const photo = await sendPhoto(villager, await plainPhoto(1), 'antifraud.question');
  const id = await ask(villager, { ...aQuestion, photoIds: [photo.body.id] });
  const { body } = await officer.get(`${DESK}/${id}`);
  expect(body.photos.map((one: { id: string }) => one.id)).toEqual([photo.body.id]);
  expect(seen(await (await newcomer(app)).send('POST', ASK, { ...aQuestion, photoIds: [photo.body.id] }))).toEqual([
    404,
    'files.unknown',
  ]);
});

test('the time has come: the owner and 综治 are told once', async () => {
  const id = await ask(await newcomer(app));
  const service = app.service.use(FraudQuestionsService);
  await service.remind(id, new Date());
  const before = (await messagesOf(peaceStaff)).length;
  const later = new Date(Date.now() + 25 * 3600_000);
  for (let i = 0; i < 2; i++) await service.remind(id, later);
  expect((await messagesOf(peaceStaff)).length).toBe(before + 1);
  expect((await messagesOf(peaceStaff))[0]?.title).toBe('有一件到时间还没回答');
});

test.each([
  ['nothing written', { ...aQuestion, text: '  ' }, 'text'],
  ['an oversized text', { ...aQuestion, text: '长'.repeat(1_001) }, 'text'],
  ['four pictures', { ...aQuestion, photoIds: ['a', 'b', 'c', 'd'].map((name) => seedId(name)) }, 'photoIds'],
  ['no word about money', { text: '问' }, 'hasPaid'],
])('%s is refused', async (_what, body, path) => {
  const answer = await officer.send('POST', ASK, body);
  expect(seen(answer)).toEqual([422, 'request.invalid']);
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
});

test('given out and deleted with everything else', async () => {
  const villager = await newcomer(app);
  await ask(villager);
  const holder = holderOf(app, 'fraudQuestions');
  expect(await holder.gather(villager.personId)).toHaveLength(1);
  await holder.erase(villager.personId, new Date());
  expect(await holder.gather(villager.personId)).toEqual([]);
});
