/** Messages: each once, the newest first, read by whom they are for. */
import { MESSAGE_PAGE_LIMIT } from '@xiangyue/shared/features/messages/messages.contract';
import { MessagesService, type NewMessage } from '../../src/features/messages/messages.service';
import { Sweeper } from '../../src/platform/jobs/sweeper';
import { seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { actorOf } from '../factories';
import { newcomer, type SignedIn } from '../sign-in';

const DAY_MS = 24 * 3600_000;

let app: TestApp;
let person: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await newcomer(app);
  other = await newcomer(app);
});

const send = (key: string, now = new Date(), more: Partial<NewMessage> = {}) =>
  app.service
    .use(MessagesService)
    .send({ key, personId: person.personId, kind: 'identity.officeGiven', text: `正文 ${key}`, ...more }, now);
const mine = async (before?: string) =>
  (await person.get(`/api/me/messages${before === undefined ? '' : `?before=${before}`}`)).body;
const unread = async () => (await person.get('/api/me/messages/unread')).body.unread;

test('20 sends at once with one key are one message', async () => {
  const sent = await Promise.all(Array.from({ length: 20 }, () => send('same')));
  expect(sent.filter((isNew) => isNew)).toHaveLength(1);
  expect((await mine()).messages).toEqual([
    {
      id: expect.any(String),
      kind: 'identity.officeGiven',
      title: '您有了新的职务',
      text: '正文 same',
      about: null,
      createdAt: expect.any(String),
      readAt: null,
    },
  ]);
  expect((await other.get('/api/me/messages')).body).toEqual({ messages: [], next: null });
});

test('pages, the newest first, without a gap when a message comes in between', async () => {
  const count = MESSAGE_PAGE_LIMIT + 2;
  for (let i = 0; i < count; i++) await send(`m${i}`, new Date(Date.now() + i * 1000));
  const first = await mine();
  await send('late', new Date(Date.now() + count * 1000));
  const second = await mine(first.next);
  const texts = [...first.messages, ...second.messages].map(({ text }: { text: string }) => text);
  expect(texts).toEqual(Array.from({ length: count }, (_, i) => `正文 m${count - 1 - i}`));
  expect(second.next).toBeNull();
});

test('read one, then all up to what was seen', async () => {
  for (let i = 0; i < 3; i++) await send(`r${i}`, new Date(Date.now() + i * 1000));
  const { messages } = await mine();
  expect(await unread()).toBe(3);
  expect((await person.send('PUT', `/api/me/messages/${messages[2].id}/read`)).status).toBe(200);
  const { readAt } = (await mine()).messages[2];
  expect((await person.send('PUT', `/api/me/messages/${messages[2].id}/read`)).status).toBe(200);
  expect((await mine()).messages[2].readAt).toBe(readAt);
  expect(await unread()).toBe(2);
  expect((await person.send('PUT', '/api/me/messages/read', { upTo: messages[1].id })).status).toBe(200);
  expect(await unread()).toBe(1);
  expect((await mine()).messages[0].readAt).toBeNull();
});

test('another person’s message is none', async () => {
  await send('theirs');
  const [{ id }] = (await mine()).messages;
  const answer = await other.send('PUT', `/api/me/messages/${id}/read`);
  expect(seen(answer)).toEqual([404, 'messages.unknown']);
  await other.send('PUT', '/api/me/messages/read', { upTo: id });
  expect(await unread()).toBe(1);
});

test('the badge counts no further than it shows', async () => {
  await Promise.all(Array.from({ length: 105 }, (_, i) => send(`b${i}`)));
  expect(await unread()).toBe(100);
});

test('a year later it is gone', async () => {
  const now = new Date();
  await send('old', now);
  const sweep = (at: number) =>
    app.service
      .use(Sweeper)
      .sweep({ now: new Date(at), signal: new AbortController().signal, heartbeat: async () => undefined });
  const messages = () => app.service.use(MessagesService).mine(actorOf(person.personId), undefined);
  await sweep(now.getTime() + 365 * DAY_MS - 1);
  expect((await messages()).messages).toHaveLength(1);
  await sweep(now.getTime() + 365 * DAY_MS);
  expect((await messages()).messages).toHaveLength(0);
});

test('a text longer than a message may be is a mistake of the sender', async () => {
  await expect(send('long', new Date(), { text: '长'.repeat(301) })).rejects.toThrow(RangeError);
});
