/** Every number of WeChat's becomes a word, and no error tells more than it may. */
import { inspect } from 'node:util';
import type { WechatError } from '../../src/platform/wechat/wechat-error';
import { aMessage, IMPATIENT, kindOf, TEMPLATE, unusedPort, WechatFixture } from './harness';

const wechat = new WechatFixture();

test.each([
  [-1, 'busy'],
  [40001, 'tokenInvalid'],
  [40003, 'openidInvalid'],
  [40014, 'tokenInvalid'],
  [40029, 'codeInvalid'],
  [40037, 'templateInvalid'],
  [40163, 'codeUsed'],
  [40164, 'credentialsInvalid'],
  [40226, 'userBlocked'],
  [41030, 'pageInvalid'],
  [42001, 'tokenInvalid'],
  [43101, 'notSubscribed'],
  [43107, 'capabilityBanned'],
  [43108, 'concurrent'],
  [45009, 'rateLimited'],
  [45011, 'rateLimited'],
  [45168, 'sensitive'],
  [47003, 'fieldInvalid'],
  [48001, 'capabilityBanned'],
  [61010, 'userNotRecent'],
  [50002, 'unlisted'],
])('errcode %d is %s', async (errcode, kind) => {
  // Often enough for the repetitions of -1 and for the second token of 40001.
  wechat.standIn.inject('msgSecCheck', { kind: 'errcode', errcode }, { times: 3 });
  expect(await kindOf(wechat.client.msgSecCheck(await wechat.arrive('li'), 2, '好'))).toBe(kind);
});

test('40001 where the secret itself was shown means the secret', async () => {
  wechat.standIn.inject('code2Session', { kind: 'errcode', errcode: 40001 });
  expect(await kindOf(wechat.client.code2Session('a'))).toBe('credentialsInvalid');
});

test('an error has the number of WeChat’s request, and no secret, token, person or text', async () => {
  const openid = await wechat.arrive('zhou');
  const { client } = wechat;
  wechat.standIn.people.grantConsent(openid, TEMPLATE, 2);
  const secretCode = 'code-that-nobody-may-see';
  const errors: unknown[] = [];
  const collect = (call: Promise<unknown>) =>
    call.then(
      (result) => errors.push((result as { error?: unknown }).error ?? 'success'),
      (error) => errors.push(error),
    );
  await collect(client.code2Session(secretCode));
  await collect(client.sendSubscribeMessage(aMessage('oNobody-secret')));
  await collect(client.sendSubscribeMessage(aMessage(openid, { data: { thing1: '网上赌场', date2: '2026年' } })));
  for (const fault of [{ kind: 'hang' }, { kind: 'drop' }, { kind: 'text', text: `<p>${openid}` }] as const) {
    wechat.standIn.inject('getPhoneNumber', fault, { times: 3 });
    await collect(wechat.opened.another(IMPATIENT).getPhoneNumber(secretCode));
    wechat.standIn.clearFaults();
  }
  const port = await unusedPort();
  await collect(wechat.opened.another({ baseUrl: `http://127.0.0.1:${port}` }).code2Session(secretCode));
  await collect(wechat.opened.another({ baseUrl: 'not an address' }).code2Session(secretCode));
  await collect(wechat.opened.another({ appSecret: 'a-wrong-secret' }).code2Session(secretCode));
  expect(errors.map((error) => (error as WechatError).kind)).toEqual([
    'codeInvalid',
    'openidInvalid',
    'sensitive',
    'timeout',
    'connectionLost',
    'unreadable',
    'unreachable',
    'connectionLost',
    'credentialsInvalid',
  ]);
  expect((errors[0] as WechatError).message).toBe(
    'WeChat code2Session: codeInvalid, errcode 40029, rid 6566a1b2-0c3d4e5f-1a2b3c4d',
  );
  const token = (await wechat.opened.store.find(wechat.world.options.appId))?.token as string;
  const printed = errors.map((error) => inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).join();
  for (const secret of [
    wechat.world.options.appSecret,
    'a-wrong-secret',
    token,
    secretCode,
    openid,
    'oNobody-secret',
    '赌场',
    'access_token=',
  ])
    expect(printed).not.toContain(secret);
});
