/** What is asked of WeChat: sign-in, text check, mini-program code, phone number; and what is asked again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { Operation } from '../../demo/wechat-stand-in/operations';
import type { Fault } from '../../demo/wechat-stand-in/stand-in';
import type { WechatClient } from '../../src/platform/wechat/wechat-client';
import { IMPATIENT, kindOf, WechatFixture } from './harness';

const wechat = new WechatFixture();

describe('code2Session', () => {
  test('gives who it is, and keeps the session key out of whatever is printed', async () => {
    const session = await wechat.client.code2Session(wechat.standIn.people.issueCode('login', 'li'));
    expect(session.openid).toBe(wechat.standIn.people.openidOf('li'));
    expect(session.sessionKey).toMatch(/^[\w+/]{22}==$/);
    expect(JSON.stringify(session)).toBe(JSON.stringify({ openid: session.openid }));
    expect(inspect({ ...session })).not.toContain(session.sessionKey);
  });

  test('a code works once, and for five minutes', async () => {
    const { people } = wechat.standIn;
    const used = people.issueCode('login', 'li');
    await wechat.client.code2Session(used);
    expect(await kindOf(wechat.client.code2Session(used))).toBe('codeUsed');
    const late = people.issueCode('login', 'li');
    wechat.world.pass(5 * 60_000);
    expect(await kindOf(wechat.client.code2Session(late))).toBe('codeInvalid');
    expect(await kindOf(wechat.client.code2Session(people.issueCode('phone', '1')))).toBe('codeInvalid');
  });

  test('an account that WeChat holds for risky', async () => {
    const { people } = wechat.standIn;
    people.block(people.openidOf('risky'));
    expect(await kindOf(wechat.client.code2Session(people.issueCode('login', 'risky')))).toBe('userBlocked');
  });

  test.each([
    ['a wrong app id', { appId: 'wx1111111111111111' }, 'credentialsInvalid'],
    ['a wrong secret', { appSecret: 'guessed' }, 'credentialsInvalid'],
    ['no app id', { appId: '' }, 'notConfigured'],
    ['no secret', { appSecret: '' }, 'notConfigured'],
  ])('%s', async (_what, changes, kind) => {
    expect(await kindOf(wechat.opened.another(changes).code2Session('any'))).toBe(kind);
  });
});

describe('msgSecCheck', () => {
  test.each([
    ['明天开院坝会', 'pass'],
    ['村里有人招兼职', 'review'],
    ['去赌场发财', 'risky'],
    ['好'.repeat(2_500), 'pass'],
  ])('%.8s', async (text, verdict) => {
    expect(await wechat.client.msgSecCheck(await wechat.arrive('li'), 2, text)).toBe(verdict);
  });

  test.each([
    ['nothing', ''],
    ['2,501 characters', '好'.repeat(2_501)],
  ])('%s is not sent at all', async (_what, text) => {
    const asked = wechat.standIn.count('msgSecCheck');
    expect(await kindOf(wechat.client.msgSecCheck(await wechat.arrive('li'), 2, text))).toBe('requestInvalid');
    expect(wechat.standIn.count('msgSecCheck')).toBe(asked);
  });

  test('of somebody unknown, and of somebody who was not here for two hours', async () => {
    expect(await kindOf(wechat.client.msgSecCheck('oNobody', 2, '好'))).toBe('openidInvalid');
    const openid = await wechat.arrive('li');
    wechat.world.pass(2 * 3600_000);
    expect(await kindOf(wechat.client.msgSecCheck(openid, 2, '好'))).toBe('userNotRecent');
  });
});

describe('getUnlimitedQRCode', () => {
  test('is a picture, the same for the same scene', async () => {
    const first = await wechat.client.getUnlimitedQRCode('h=1', 'pages/home/index', 280);
    expect(first.mediaType).toBe('image/png');
    expect(first.bytes.readUInt32BE(16)).toBe(280);
    expect(wechat.received('getUnlimitedQRCode')).toEqual({
      scene: 'h=1',
      page: 'pages/home/index',
      width: 280,
      check_path: true,
      env_version: 'release',
    });
    expect(await wechat.client.getUnlimitedQRCode('h=1', 'pages/home/index', 280)).toEqual(first);
    expect((await wechat.client.getUnlimitedQRCode('h=2', 'pages/home/index', 280)).bytes).not.toEqual(first.bytes);
  });

  test('of the trial version, the page need not be published', async () => {
    await wechat.opened.another({ appState: 'trial' }).getUnlimitedQRCode('h=1', 'pages/new/index', 430);
    expect(wechat.received('getUnlimitedQRCode')).toMatchObject({ check_path: false, env_version: 'trial' });
  });

  test.each([
    ['h 1', 'pages/home/index', 280, 'requestInvalid'],
    ['h', '/pages/home/index', 280, 'requestInvalid'],
    ['h', 'pages/home/index?a=1', 280, 'requestInvalid'],
    ['h', 'pages/home/index', 279, 'requestInvalid'],
    ['h', 'pages/home/index', 1281, 'requestInvalid'],
    ['h', 'pages/home/index', 300.5, 'requestInvalid'],
    ['h', 'pages/none', 280, 'pageInvalid'],
  ])('scene %s, page %s, width %d: %s', async (scene, page, width, kind) => {
    expect(await kindOf(wechat.client.getUnlimitedQRCode(scene, page, width))).toBe(kind);
  });

  test('a picture of WeChat’s other kind, something else, and something without end', async () => {
    const draw = () => wechat.client.getUnlimitedQRCode('h', 'pages/home/index', 280);
    const { baseUrl, answer } = await fixedServer();
    const client = wechat.opened.another({ baseUrl });
    answer(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]));
    expect((await client.getUnlimitedQRCode('h', 'p', 280)).mediaType).toBe('image/jpeg');
    // Begins like a picture, and would be one to whoever read it all.
    answer(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(3 * 1024 * 1024)]));
    expect(await kindOf(client.getUnlimitedQRCode('h', 'p', 280))).toBe('unreadable');
    for (const text of ['', '{}', '{"errcode":0}', 'GIF89a']) {
      wechat.standIn.inject('getUnlimitedQRCode', { kind: 'text', text });
      expect(await kindOf(draw())).toBe('unreadable');
    }
  });
});

describe('getPhoneNumber', () => {
  test('a code is one number, once', async () => {
    const code = wechat.standIn.people.issueCode('phone', '17000001234');
    expect(await wechat.client.getPhoneNumber(code)).toEqual({ number: '17000001234', countryCode: '86' });
    expect(await kindOf(wechat.client.getPhoneNumber(code))).toBe('codeUsed');
    expect(await kindOf(wechat.client.getPhoneNumber('made-up'))).toBe('codeInvalid');
  });

  test('a number that was given to another app is not taken', async () => {
    const phone_info = { purePhoneNumber: '1', countryCode: 86, watermark: { appid: 'wx1111111111111111' } };
    wechat.standIn.inject('getPhoneNumber', { kind: 'text', text: JSON.stringify({ errcode: 0, phone_info }) });
    expect(await kindOf(wechat.client.getPhoneNumber('any'))).toBe('unreadable');
  });
});

describe('a question is asked again after a passing failure, three times in all', () => {
  const QUESTIONS: [Operation, (client: WechatClient) => Promise<unknown>][] = [
    ['code2Session', (client) => client.code2Session(wechat.standIn.people.issueCode('login', 'li'))],
    ['msgSecCheck', (client) => client.msgSecCheck(wechat.standIn.people.openidOf('li'), 2, '好')],
    ['getUnlimitedQRCode', (client) => client.getUnlimitedQRCode('h', 'pages/home/index', 280)],
    ['getPhoneNumber', (client) => client.getPhoneNumber(wechat.standIn.people.issueCode('phone', '1'))],
  ];
  const PASSING: [Fault, string][] = [
    [{ kind: 'status', status: 503 }, 'busy'],
    [{ kind: 'errcode', errcode: -1 }, 'busy'],
    [{ kind: 'drop' }, 'connectionLost'],
    [{ kind: 'hang' }, 'timeout'],
  ];
  test.each(QUESTIONS.flatMap((question) => PASSING.map((passing) => [...question, ...passing] as const)))(
    '%s %#',
    async (operation, ask, fault, kind) => {
      await wechat.arrive('li');
      const client = wechat.opened.another(fault.kind === 'hang' ? IMPATIENT : {});
      const before = wechat.standIn.count(operation);
      wechat.standIn.inject(operation, fault, { times: 2 });
      expect(await kindOf(ask(client))).toBe('success');
      expect(wechat.standIn.count(operation)).toBe(before + 3);
      wechat.standIn.inject(operation, fault, { times: 9 });
      expect(await kindOf(ask(client))).toBe(kind);
      expect(wechat.standIn.count(operation)).toBe(before + 6);
    },
  );

  test('and not after a refusal or nonsense', async () => {
    const before = wechat.standIn.count('getPhoneNumber');
    wechat.standIn.inject('getPhoneNumber', { kind: 'errcode', errcode: 45011 });
    expect(await kindOf(wechat.client.getPhoneNumber('a'))).toBe('rateLimited');
    wechat.standIn.inject('getPhoneNumber', { kind: 'text', text: 'nonsense' });
    expect(await kindOf(wechat.client.getPhoneNumber('a'))).toBe('unreadable');
    expect(wechat.standIn.count('getPhoneNumber')).toBe(before + 2);
  });
});

test('a redirect is not followed: the secret is for one address only', async () => {
  const { baseUrl, answer } = await fixedServer();
  answer(Buffer.from('{"openid":"o1","session_key":"k"}'));
  expect(await kindOf(wechat.opened.another({ baseUrl }).code2Session('a'))).toBe('success');
  const query = '/sns/jscode2session?redirected';
  const away = createServer((_request, response) => response.writeHead(302, { Location: baseUrl + query }).end());
  await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
  wechat.stopAtEnd(() => away.close());
  const { port } = away.address() as AddressInfo;
  const client = wechat.opened.another({ baseUrl: `http://127.0.0.1:${port}` });
  expect(await kindOf(client.code2Session('a'))).toBe('unlisted');
});

test('the time limit holds for an answer that only trickles', async () => {
  const { baseUrl, trickle } = await fixedServer();
  trickle();
  const began = performance.now();
  expect(await kindOf(wechat.opened.another({ ...IMPATIENT, baseUrl, attempts: 1 }).code2Session('a'))).toBe('timeout');
  expect(performance.now() - began).toBeLessThan(IMPATIENT.timeoutMs * 5);
});

/** Answers a token, and to everything else what the test wants. */
async function fixedServer() {
  let bytes: Buffer | undefined;
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.startsWith('/cgi-bin/stable_token')) response.end('{"access_token":"t","expires_in":7200}');
    else if (bytes) response.end(bytes);
    else {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  wechat.stopAtEnd(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (next: Buffer) => {
      bytes = next;
    },
    trickle: () => {
      bytes = undefined;
    },
  };
}
