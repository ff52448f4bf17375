/**
 * Who reaches what of a thread: every kind of person with every route. For everybody who is not in it there is no such thread,
 * never a refusal: 404.
 */
import { outcomes, seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { type SignedIn, signInAs } from '../sign-in';
import { type Around, asked, codeOf, lookIn, openAround, say, somebody, somebodyWith, step, stored } from './kit';

let app: TestApp;
let around: Around;
let friend: SignedIn;
let secondAdviser: SignedIn;
beforeAll(async () => {
  app = await startApp();
  around = await openAround(app);
  friend = await somebody(app);
  secondAdviser = await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'zhaying'], '李律师');
});
afterAll(() => app.stop());

/** Every route of a thread, in an order in which each still has something to do. */
const ROUTES: Record<string, (who: SignedIn, id: string) => Promise<Awaited<ReturnType<SignedIn['get']>>>> = {
  read: (who, id) => who.get(`/api/questions/${id}`),
  say: (who, id) => say(who, id),
  close: (who, id) => step(who, id, 'close'),
  reopen: (who, id) => step(who, id, 'reopen'),
  thank: (who, id) => step(who, id, 'thanks'),
  addPerson: async (who, id) => step(who, id, 'people', { code: await codeOf(await somebody(app)) }),
  removePerson: (who, id) => who.send('DELETE', `/api/questions/${id}/people/${friend.personId}`),
  declareConflict: (who, id) => step(who, id, 'conflict'),
};
const UNKNOWN = [404, 'questions.unknown'];
const OK = [200];
const NOWHERE = Object.fromEntries(Object.keys(ROUTES).map((route) => [route, UNKNOWN]));

/** What each part may do with an answered thread; `reopen` has its own state before it. */
const TABLE: Record<string, Record<string, unknown>> = {
  asker: { ...NOWHERE, read: OK, say: OK, close: OK, reopen: OK, thank: OK, addPerson: OK, removePerson: OK },
  adviser: { ...NOWHERE, read: OK, say: OK, close: OK, addPerson: OK, removePerson: OK, declareConflict: OK },
  friend: { ...NOWHERE, read: OK, say: OK, removePerson: OK },
  'former adviser': NOWHERE,
  'another adviser of the village': NOWHERE,
  'adviser of another village': NOWHERE,
  'town office': NOWHERE,
  'county administrator': NOWHERE,
  cadre: NOWHERE,
  'grid member': NOWHERE,
  'another villager': NOWHERE,
};

/** An answered thread of somebody new, with a friend who reads along. */
async function answeredThread(): Promise<{ asker: SignedIn; id: string }> {
  const { asker, id } = await asked(app);
  await step(asker, id, 'people', { code: await codeOf(friend) });
  await say(around.adviser, id);
  return { asker, id };
}

const PEOPLE: Record<string, (asker: SignedIn, id: string) => SignedIn | Promise<SignedIn>> = {
  asker: (asker) => asker,
  adviser: () => around.adviser,
  friend: () => friend,
  'former adviser': async (asker, id) => {
    await say(asker, id);
    await step(around.adviser, id, 'conflict');
    return around.adviser;
  },
  'another adviser of the village': () => secondAdviser,
  'adviser of another village': () => somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'shanyang']),
  'town office': () => around.town,
  'county administrator': () => around.county,
  cadre: () => signInAs(app, 'cadre'),
  'grid member': () => signInAs(app, 'grid-member'),
  'another villager': () => somebody(app),
};

test.each(Object.keys(TABLE))(
  '%s with every route of a thread',
  async (kind) => {
    const results: Record<string, unknown> = {};
    for (const [route, act] of Object.entries(ROUTES)) {
      const { asker, id } = await answeredThread();
      const who = await (PEOPLE[kind] as (typeof PEOPLE)[string])(asker, id);
      if (route === 'reopen' && kind !== 'former adviser') await step(asker, id, 'close');
      results[route] = seen(await act(who, id));
    }
    expect(results).toEqual(TABLE[kind]);
  },
  60_000,
);

test('an id that nobody has is told exactly like one of somebody else', async () => {
  const { id } = await asked(app);
  const nobodys = '01kdvdna000000000000000000';
  const villager = await somebody(app);
  for (const act of Object.values(ROUTES))
    expect((await act(villager, id)).body).toMatchObject({
      ...(await act(villager, nobodys)).body,
      requestId: expect.any(String),
    });
});

test('a question of another town does not exist for a town office', async () => {
  const { id } = await asked(app);
  await step(around.adviser, id, 'conflict');
  const elsewhere = await somebodyWith(app, 'townOffice', ['youyang', 'banxi', 'hongxi']);
  const name = { adviserId: secondAdviser.personId };
  expect(seen(await elsewhere.send('POST', `/api/regions/hongxi/questions/${id}/adviser`, name))).toEqual(UNKNOWN);
});

test('the clock and the adviser at the same moment: one of them has done it', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await asked(app);
    const [answer] = await Promise.all([say(around.adviser, id), lookIn(app, 25)]);
    const { state, owner, events } = await stored(app, id);
    const isAnswered = answer.status === 200;
    expect([state, owner?.personId, events.map(({ what }) => what)]).toEqual(
      isAnswered
        ? ['answered', around.adviser.personId, ['asked', 'answered']]
        : ['waiting', secondAdviser.personId, ['asked', 'overdue']],
    );
    if (!isAnswered) expect(seen(answer)).toEqual(UNKNOWN);
  }
});

test('twenty officers name twenty advisers at once: one is named', async () => {
  const { id } = await asked(app);
  await step(around.adviser, id, 'conflict');
  const pairs = await Promise.all(
    Array.from({ length: 20 }, async () => ({
      officer: await somebodyWith(app, 'townOffice', ['youyang', 'banxi']),
      adviser: await somebodyWith(app, 'legalAdviser', ['youyang', 'banxi', 'shanyang']),
    })),
  );
  const answers = await Promise.all(
    pairs.map(({ officer, adviser }) =>
      officer.send('POST', `/api/regions/banxi/questions/${id}/adviser`, { adviserId: adviser.personId }),
    ),
  );
  expect(outcomes(answers)).toEqual([[200], ...Array(19).fill([409, 'questions.movedOn'])]);
  const winner = pairs[answers.findIndex(({ status }) => status === 200)];
  const { owner, events } = await stored(app, id);
  expect([owner?.personId, events.filter(({ what }) => what === 'named')]).toEqual([
    winner?.adviser.personId,
    [expect.objectContaining({ to: winner?.adviser.personId })],
  ]);
});

test('two look at the clock at once: it is handed on once', async () => {
  const { id } = await asked(app);
  await Promise.all([lookIn(app, 25), lookIn(app, 25), lookIn(app, 25)]);
  const { events, owner } = await stored(app, id);
  expect(events.map(({ what }) => what)).toEqual(['asked', 'overdue']);
  expect(owner?.personId).toBe(secondAdviser.personId);
});

test('the adviser answers and declares at once: what stands is what came first, and nothing is lost', async () => {
  const { id } = await asked(app);
  const [answer, conflict] = await Promise.all([say(around.adviser, id), step(around.adviser, id, 'conflict')]);
  expect(seen(conflict)).toEqual([200]);
  const { events, state, excluded } = await stored(app, id);
  expect([state, excluded]).toEqual(['unassigned', [around.adviser.personId]]);
  expect(events.map(({ what }) => what)).toEqual(
    answer.status === 200 ? ['asked', 'answered', 'conflict'] : ['asked', 'conflict'],
  );
});
