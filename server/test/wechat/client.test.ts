/** Every method against the stand-in: what succeeds, every failure by its kind, and what is or is not asked again. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { Operation } from '../../demo/wechat-stand-in/operations';
import type { Fault } from '../../demo/wechat-stand-in/stand-in';
import type { SubscribeMessage, WechatClient } from '../../src/platform/wechat/wechat-client';
import { WechatError } from '../../src/platform/wechat/wechat-error';
import { testDatabase } from '../database';
import { IMPATIENT, type OpenClient, openClient, startWorld, type World } from './harness';

const TEMPLATE = 'tpl-fraud';

let world: World;
let opened: OpenClient;
const stops: (() => unknown)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));
beforeAll(async () => {
  world = await startWorld({
    templates: { [TEMPLATE]: ['thing1', 'date2'] },
    pages: ['pages/home/index'],
    riskyWords: ['赌场'],
    reviewWords: ['兼职'],
  });
  opened = await openClient(testDatabase(), world.options);
});
afterAll(async () => {
  await opened.close();
  await world.standIn.stop();
});
beforeEach(() => world.standIn.clearFaults());

/** Signs a person in, so that the stand-in knows them. */
async function arrive(name: string): Promise<string> {
  return (await opened.client.code2Session(world.standIn.people.issueCode('login', name))).openid;
}

const message = (openid: string, changes: object = {}) => ({
  openid,
  templateId: TEMPLATE,
  page: 'pages/home/index?from=push',
  data: { thing1: '冒充客服退款', date2: '2026年11月24日' },
  ...changes,
});

const kindOf = (call: Promise<unknown>) =>
  call.then(
    () => 'success',
    (error: unknown) => (error instanceof WechatError ? error.kind : error),
  );

const received = (operation: Operation) =>
  world.standIn.requests.filter((request) => request.operation === operation).at(-1);

describe('code2Session', () => {
  test('gives who it is, and keeps the session key out of whatever is printed', async () => {
    const session = await opened.client.code2Session(world.standIn.people.issueCode('login', 'li'));
    expect(session.openid).toBe(world.standIn.people.openidOf('li'));
    expect(session.sessionKey).toMatch(/^[\w+/]{22}==$/);
    expect(JSON.stringify(session)).toBe(JSON.stringify({ openid: session.openid }));
    expect(inspect({ ...session })).not.toContain(session.sessionKey);
  });

  test('a code works once, and for five minutes', async () => {
    const { people } = world.standIn;
    const used = people.issueCode('login', 'li');
    await opened.client.code2Session(used);
    expect(await kindOf(opened.client.code2Session(used))).toBe('codeUsed');
    const late = people.issueCode('login', 'li');
    world.pass(5 * 60_000);
    expect(await kindOf(opened.client.code2Session(late))).toBe('codeInvalid');
    expect(await kindOf(opened.client.code2Session(people.issueCode('phone', '1')))).toBe('codeInvalid');
  });

  test('an account that WeChat holds for risky', async () => {
    const { people } = world.standIn;
    people.block(people.openidOf('risky'));
    expect(await kindOf(opened.client.code2Session(people.issueCode('login', 'risky')))).toBe('userBlocked');
  });

  test.each([
    ['a wrong app id', { appId: 'wx1111111111111111' }, 'credentialsInvalid'],
    ['a wrong secret', { appSecret: 'guessed' }, 'credentialsInvalid'],
    ['no app id', { appId: '' }, 'notConfigured'],
    ['no secret', { appSecret: '' }, 'notConfigured'],
  ])('%s', async (_what, changes, kind) => {
    expect(await kindOf(opened.another(changes).code2Session('any'))).toBe(kind);
  });
});

describe('sendSubscribeMessage', () => {
  const outcomeOf = async (sent: SubscribeMessage, client = opened.client) => {
    const result = await client.sendSubscribeMessage(sent);
    return result.outcome === 'sent' ? ['sent'] : [result.outcome, result.error.kind];
  };

  test('one consent is one message', async () => {
    const openid = await arrive('wang');
    world.standIn.people.grantConsent(openid, TEMPLATE);
    expect(await outcomeOf(message(openid))).toEqual(['sent']);
    expect(world.standIn.messages.at(-1)).toEqual(message(openid));
    expect(received('sendSubscribeMessage')?.body).toMatchObject({ miniprogram_state: 'formal', lang: 'zh_CN' });
    expect(await outcomeOf(message(openid))).toEqual(['notSent', 'notSubscribed']);
  });

  test.each([
    ['somebody unknown', { openid: 'oNobody' }, 'openidInvalid'],
    ['a template that is not ours', { templateId: 'other' }, 'templateInvalid'],
    ['a page that is not published', { page: 'pages/none' }, 'pageInvalid'],
    ['a sensitive word', { data: { thing1: '网上赌场', date2: '2026年' } }, 'sensitive'],
    ['a missing field', { data: { thing1: '有' } }, 'fieldInvalid'],
    ['a thing of 21 characters', { data: { thing1: 'x'.repeat(21), date2: '2026年' } }, 'fieldInvalid'],
  ])('%s: nothing is sent, and no consent used', async (_what, changes, kind) => {
    const openid = await arrive('zhao');
    const before = world.standIn.people.consentsLeft(openid, TEMPLATE);
    world.standIn.people.grantConsent(openid, TEMPLATE);
    expect(await outcomeOf(message(openid, changes))).toEqual(['notSent', kind]);
    expect(world.standIn.people.consentsLeft(openid, TEMPLATE)).toBe(before + 1);
  });

  test('a wrong field is named, whether we or WeChat found it', async () => {
    const openid = await arrive('zhao');
    for (const data of [{ thing1: '' }, { thing1: '有' }]) {
      const result = await opened.client.sendSubscribeMessage(message(openid, { data }));
      expect(result).toMatchObject({ outcome: 'notSent', error: { field: data.thing1 ? 'date2' : 'thing1' } });
    }
  });

  test('two at once to one person: one is told so', async () => {
    const slow = await startWorld({ latencyMs: 100, trusting: true });
    stops.push(slow.standIn.stop);
    const { client, close } = await openClient(testDatabase(), slow.options);
    stops.push(close);
    await client.msgSecCheck(slow.standIn.people.openidOf('a'), 1, '先取令牌');
    const both = message(slow.standIn.people.openidOf('a'));
    const results = await Promise.all([client.sendSubscribeMessage(both), client.sendSubscribeMessage(both)]);
    expect(results.map((result) => (result.outcome === 'sent' ? 'sent' : result.error.kind)).sort()).toEqual([
      'concurrent',
      'sent',
    ]);
    expect(slow.standIn.messages).toEqual([both]);
  });

  test.each<[string, Fault, string, string, boolean]>([
    ['no answer in time', { kind: 'hang' }, 'unknown', 'timeout', true],
    ['a broken connection', { kind: 'drop' }, 'unknown', 'connectionLost', true],
    ['a gateway that fails', { kind: 'status', status: 502 }, 'unknown', 'busy', true],
    ['WeChat busy', { kind: 'errcode', errcode: -1 }, 'unknown', 'busy', true],
    ['a page instead of an answer', { kind: 'text', text: '<html>' }, 'unknown', 'unreadable', true],
    ['JSON without a number', { kind: 'text', text: '{}' }, 'unknown', 'unreadable', true],
    ['an ability that is banned', { kind: 'errcode', errcode: 43107 }, 'notSent', 'capabilityBanned', false],
    ['too many in a minute', { kind: 'errcode', errcode: 45011 }, 'notSent', 'rateLimited', false],
    ['too many on a day', { kind: 'errcode', errcode: 45009 }, 'notSent', 'rateLimited', false],
    ['a number not in our table', { kind: 'errcode', errcode: 99999 }, 'notSent', 'unlisted', false],
    ['a redirect', { kind: 'status', status: 302 }, 'notSent', 'unlisted', false],
  ])('%s: asked once, never again', async (_what, fault, outcome, kind, mayHaveArrived) => {
    const openid = await arrive('qian');
    world.standIn.people.grantConsent(openid, TEMPLATE);
    const asked = world.standIn.count('sendSubscribeMessage');
    const delivered = world.standIn.messages.length;
    world.standIn.inject('sendSubscribeMessage', fault, { processed: mayHaveArrived });
    const client = opened.another(fault.kind === 'hang' ? IMPATIENT : {});
    expect(await outcomeOf(message(openid), client)).toEqual([outcome, kind]);
    expect(world.standIn.count('sendSubscribeMessage')).toBe(asked + 1);
    // The stand-in had done the work before it failed: 'unknown' is not pessimism.
    expect(world.standIn.messages.length).toBe(delivered + (mayHaveArrived ? 1 : 0));
  });

  test('no connection: certainly not sent', async () => {
    const port = await unusedPort();
    const client = opened.another({ baseUrl: `http://127.0.0.1:${port}` });
    const openid = await arrive('sun');
    expect(await client.sendSubscribeMessage(message(openid))).toMatchObject({
      outcome: 'notSent',
      error: { kind: 'unreachable', networkCode: 'ECONNREFUSED' },
    });
  });

  test('no token: certainly not sent, although that failure is unclear in itself', async () => {
    const { client, close } = await openClient(testDatabase(), { ...world.options, ...IMPATIENT });
    stops.push(close);
    world.standIn.inject('stableToken', { kind: 'hang' }, { times: 3 });
    const result = await client.sendSubscribeMessage(message(await arrive('sun')));
    expect(result).toMatchObject({ outcome: 'notSent', error: { operation: 'accessToken', kind: 'timeout' } });
  });
});

describe('msgSecCheck', () => {
  test.each([
    ['明天开院坝会', 'pass'],
    ['村里有人招兼职', 'review'],
    ['去赌场发财', 'risky'],
    ['好'.repeat(2_500), 'pass'],
  ])('%.8s', async (text, verdict) => {
    expect(await opened.client.msgSecCheck(await arrive('li'), 2, text)).toBe(verdict);
  });

  test.each([
    ['nothing', ''],
    ['2,501 characters', '好'.repeat(2_501)],
  ])('%s is not sent at all', async (_what, text) => {
    const asked = world.standIn.count('msgSecCheck');
    expect(await kindOf(opened.client.msgSecCheck(await arrive('li'), 2, text))).toBe('requestInvalid');
    expect(world.standIn.count('msgSecCheck')).toBe(asked);
  });

  test('of somebody unknown, and of somebody who was not here for two hours', async () => {
    expect(await kindOf(opened.client.msgSecCheck('oNobody', 2, '好'))).toBe('openidInvalid');
    const openid = await arrive('li');
    world.pass(2 * 3600_000);
    expect(await kindOf(opened.client.msgSecCheck(openid, 2, '好'))).toBe('userNotRecent');
  });
});

describe('getUnlimitedQRCode', () => {
  test('is a picture, the same for the same scene', async () => {
    const first = await opened.client.getUnlimitedQRCode('h=1', 'pages/home/index', 280);
    expect(first.mediaType).toBe('image/png');
    expect(first.bytes.readUInt32BE(16)).toBe(280);
    expect(received('getUnlimitedQRCode')?.body).toEqual({
      scene: 'h=1',
      page: 'pages/home/index',
      width: 280,
      check_path: true,
      env_version: 'release',
    });
    expect(await opened.client.getUnlimitedQRCode('h=1', 'pages/home/index', 280)).toEqual(first);
    expect((await opened.client.getUnlimitedQRCode('h=2', 'pages/home/index', 280)).bytes).not.toEqual(first.bytes);
  });

  test('of the trial version, the page need not be published', async () => {
    await opened.another({ appState: 'trial' }).getUnlimitedQRCode('h=1', 'pages/new/index', 430);
    expect(received('getUnlimitedQRCode')?.body).toMatchObject({ check_path: false, env_version: 'trial' });
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
    expect(await kindOf(opened.client.getUnlimitedQRCode(scene, page, width))).toBe(kind);
  });

  test('a picture of WeChat’s other kind, something else, and something without end', async () => {
    const draw = () => opened.client.getUnlimitedQRCode('h', 'pages/home/index', 280);
    const { baseUrl, answer } = await fixedServer();
    const client = opened.another({ baseUrl });
    answer(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]));
    expect((await client.getUnlimitedQRCode('h', 'p', 280)).mediaType).toBe('image/jpeg');
    answer(Buffer.alloc(3 * 1024 * 1024));
    expect(await kindOf(client.getUnlimitedQRCode('h', 'p', 280))).toBe('unreadable');
    for (const text of ['', '{}', '{"errcode":0}', 'GIF89a']) {
      world.standIn.inject('getUnlimitedQRCode', { kind: 'text', text });
      expect(await kindOf(draw())).toBe('unreadable');
    }
  });
});

describe('getPhoneNumber', () => {
  test('a code is one number, once', async () => {
    const code = world.standIn.people.issueCode('phone', '17000001234');
    expect(await opened.client.getPhoneNumber(code)).toEqual({ number: '17000001234', countryCode: '86' });
    expect(await kindOf(opened.client.getPhoneNumber(code))).toBe('codeUsed');
    expect(await kindOf(opened.client.getPhoneNumber('made-up'))).toBe('codeInvalid');
  });

  test('a number that was given to another app is not taken', async () => {
    const phone_info = { purePhoneNumber: '1', countryCode: 86, watermark: { appid: 'wx1111111111111111' } };
    world.standIn.inject('getPhoneNumber', { kind: 'text', text: JSON.stringify({ errcode: 0, phone_info }) });
    expect(await kindOf(opened.client.getPhoneNumber('any'))).toBe('unreadable');
  });
});

describe('a question is asked again after a passing failure, three times in all', () => {
  const QUESTIONS: [Operation, (client: WechatClient) => Promise<unknown>][] = [
    ['code2Session', (client) => client.code2Session(world.standIn.people.issueCode('login', 'li'))],
    ['msgSecCheck', (client) => client.msgSecCheck(world.standIn.people.openidOf('li'), 2, '好')],
    ['getUnlimitedQRCode', (client) => client.getUnlimitedQRCode('h', 'pages/home/index', 280)],
    ['getPhoneNumber', (client) => client.getPhoneNumber(world.standIn.people.issueCode('phone', '1'))],
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
      await arrive('li');
      const client = opened.another(fault.kind === 'hang' ? IMPATIENT : {});
      const before = world.standIn.count(operation);
      world.standIn.inject(operation, fault, { times: 2 });
      expect(await kindOf(ask(client))).toBe('success');
      expect(world.standIn.count(operation)).toBe(before + 3);
      world.standIn.inject(operation, fault, { times: 9 });
      expect(await kindOf(ask(client))).toBe(kind);
      expect(world.standIn.count(operation)).toBe(before + 6);
    },
  );

  test('and not after a refusal or nonsense', async () => {
    const before = world.standIn.count('getPhoneNumber');
    world.standIn.inject('getPhoneNumber', { kind: 'errcode', errcode: 45011 });
    expect(await kindOf(opened.client.getPhoneNumber('a'))).toBe('rateLimited');
    world.standIn.inject('getPhoneNumber', { kind: 'text', text: 'nonsense' });
    expect(await kindOf(opened.client.getPhoneNumber('a'))).toBe('unreadable');
    expect(world.standIn.count('getPhoneNumber')).toBe(before + 2);
  });
});

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
  world.standIn.inject('msgSecCheck', { kind: 'errcode', errcode }, { times: 3 });
  world.standIn.inject('stableToken', { kind: 'errcode', errcode: 45009 }, { times: 3 });
  const call = opened.client.msgSecCheck(await arrive('li'), 2, '好');
  expect(await kindOf(call)).toBe(kind === 'tokenInvalid' ? 'rateLimited' : kind);
});

test('40001 where the secret itself was shown means the secret', async () => {
  world.standIn.inject('code2Session', { kind: 'errcode', errcode: 40001 });
  expect(await kindOf(opened.client.code2Session('a'))).toBe('credentialsInvalid');
});

test('an error has the number of WeChat’s request, and no secret, token, person or text', async () => {
  const openid = await arrive('zhou');
  const { client } = opened;
  world.standIn.people.grantConsent(openid, TEMPLATE, 2);
  const secretCode = 'code-that-nobody-may-see';
  const errors: unknown[] = [];
  const collect = (call: Promise<unknown>) =>
    call.then(
      (result) => errors.push((result as { error?: unknown }).error ?? 'success'),
      (error) => errors.push(error),
    );
  await collect(client.code2Session(secretCode));
  await collect(client.sendSubscribeMessage(message('oNobody-secret')));
  await collect(client.sendSubscribeMessage(message(openid, { data: { thing1: '网上赌场', date2: '2026年' } })));
  for (const fault of [{ kind: 'hang' }, { kind: 'drop' }, { kind: 'text', text: `<p>${openid}` }] as const) {
    world.standIn.inject('getPhoneNumber', fault, { times: 3 });
    await collect(opened.another(IMPATIENT).getPhoneNumber(secretCode));
    world.standIn.clearFaults();
  }
  const port = await unusedPort();
  await collect(opened.another({ baseUrl: `http://127.0.0.1:${port}` }).code2Session(secretCode));
  await collect(opened.another({ baseUrl: 'not an address' }).code2Session(secretCode));
  await collect(opened.another({ appSecret: 'a-wrong-secret' }).code2Session(secretCode));
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
  const token = (await opened.store.find(world.options.appId))?.token as string;
  const printed = errors.map((error) => inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).join();
  for (const secret of [
    world.options.appSecret,
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

test('the time limit holds for an answer that only trickles', async () => {
  const { baseUrl, trickle } = await fixedServer();
  trickle();
  const began = performance.now();
  expect(await kindOf(opened.another({ ...IMPATIENT, baseUrl, attempts: 1 }).code2Session('a'))).toBe('timeout');
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
  stops.push(() => {
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

/** A port on which nobody listens. */
async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
