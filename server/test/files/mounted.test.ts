/** Photos as a part of the whole service: who may send one, and that its links open on the same address. */
import { readConfig } from '../../src/platform/config/config';
import { seen } from '../answer';
import { startApp, type TestApp } from '../app';
import { environmentOf } from '../environment';
import { photoForm, sendPhoto } from '../forms';
import { signInAs } from '../sign-in';
import { phonePhoto } from './pictures';

let app: TestApp;
let photo: Buffer;
beforeAll(async () => {
  app = await startApp();
  photo = await phonePhoto();
});
afterAll(() => app.stop());

test('only a signed-in person sends a photo; its links then open as pictures', async () => {
  const stranger = await app.send('POST', '/api/files', photoForm(photo), { 'idempotency-key': 'a'.repeat(32) });
  expect(seen(stranger)).toEqual([401, 'session.missing']);

  const sent = await sendPhoto(await signInAs(app, 'villager'), photo);
  expect([sent.status, sent.body.width, sent.body.height]).toEqual([200, 640, 480]);
  const opened = await app.get(sent.body.thumbnailUrl);
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const forged = await app.get(sent.body.thumbnailUrl.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')));
  expect(seen(forged)).toEqual([403, 'files.linkInvalid']);
});

test.each([
  ['without a key for photos', { FILES_KEY: undefined }, 'FILES_KEY'],
  ['with WeChat’s address in clear', { WECHAT_BASE_URL: 'http://api.example.org' }, 'WECHAT_BASE_URL'],
])('production refuses to run %s, a demo does not', (_what, change, name) => {
  const env = { ...environmentOf({ uri: 'mongodb://127.0.0.1', name: 'x' }), ...change };
  expect(() => readConfig({ ...env, XIANGYUE_MODE: 'production' })).toThrow(name);
  expect(() => readConfig({ ...env, XIANGYUE_MODE: 'demo' })).not.toThrow();
});
