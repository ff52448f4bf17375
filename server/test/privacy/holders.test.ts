/** What single parts keep about a person: shown under "my data", and gone or nameless after "delete me". */
import { PersonCodesStore } from '../../src/features/identity/person-codes.store';
import { MessagesService } from '../../src/features/messages/messages.service';
import { collectionOf, startApp, type TestApp } from '../app';
import { newcomer, type SignedIn } from '../sign-in';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const partOf = async (person: SignedIn, key: string) =>
  (await person.get('/api/me/data')).body.parts.find((part: { key: string }) => part.key === key)?.records;
const erase = (person: SignedIn) => person.send('DELETE', '/api/me', { word: '注销' });
const count = (collection: string, filter: object) => collectionOf(app, collection).countDocuments(filter);

test('messages go', async () => {
  const person = await newcomer(app, 'reader');
  const message = {
    key: 'grant/1',
    personId: person.personId,
    kind: 'identity.officeGiven',
    text: '您担任扎营村网格员。',
  } as const;
  await app.service.use(MessagesService).send(message, new Date());
  expect(await partOf(person, 'messages')).toEqual([
    { 标题: '您有了新的职务', 内容: '您担任扎营村网格员。', 收到: expect.any(String), 看过: null },
  ]);
  await erase(person);
  expect(await count('messages', { personId: person.personId })).toBe(0);
});

test('the code that a person shows goes', async () => {
  const person = await newcomer(app, 'shows-code');
  const now = new Date();
  await app.service.use(PersonCodesStore).put(person.personId, 'KX7M2QPA', new Date(now.getTime() + 60_000));
  await erase(person);
  expect(await app.service.use(PersonCodesStore).findPersonId('KX7M2QPA', now)).toBeNull();
});
