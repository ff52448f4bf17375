/** Photos as a part of the whole service: who may send one, and that its links open on the same address. */
import { readConfig } from '../../src/platform/config/config';
import { startApp, type TestApp } from '../app';
import { environmentOf } from '../environment';
import { signInAs } from '../sign-in';
import { phonePhoto } from './pictures';

let app: TestApp;
let photo: FormData;
beforeAll(async () => {
  app = await startApp();
  photo = new FormData();
  photo.append('purpose', 'points.evidence');
  photo.append('file', new Blob([new Uint8Array(await phonePhoto())], { type: 'image/jpeg' }), '照片.jpg');
});
afterAll(() => app.stop());

test('only a signed-in person sends a photo; its links then open as pictures', async () => {
  const key = { 'idempotency-key': 'a'.repeat(32) };
  const stranger = await app.send('POST', '/api/files', photo, key);
  expect([stranger.status, stranger.body.code]).toEqual([401, 'session.missing']);

  const { token } = await signInAs(app, 'villager');
  const sent = await app.send('POST', '/api/files', photo, { ...key, authorization: `Bearer ${token}` });
  expect([sent.status, sent.body.width, sent.body.height]).toEqual([200, 640, 480]);
  const opened = await app.get(sent.body.thumbnailUrl);
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const forged = await app.get(sent.body.thumbnailUrl.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')));
  expect([forged.status, forged.body.code]).toEqual([403, 'files.linkInvalid']);
});

test.each([
  ['without a key for photos', { FILES_KEY: undefined }, 'FILES_KEY'],
  ['with WeChat’s address in clear', { WECHAT_BASE_URL: 'http://api.example.org' }, 'WECHAT_BASE_URL'],
])('production refuses to run %s, a demo does not', (_what, change, name) => {
  const env = { ...environmentOf({ uri: 'mongodb://127.0.0.1', name: 'x' }), ...change };
  expect(() => readConfig({ ...env, XIANGYUE_MODE: 'production' })).toThrow(name);
  expect(() => readConfig({ ...env, XIANGYUE_MODE: 'demo' })).not.toThrow();
});
