/** One access token for all: got once, renewed once, whoever asks, whatever breaks, whoever dies meanwhile. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeLog } from '../../src/platform/log/log';
import { WechatError } from '../../src/platform/wechat/wechat-error';
import { testDatabase } from '../database';
import { until } from '../until';
import { IMPATIENT, type OpenClient, openClient, startWorld, type Where, type World } from './harness';
import type { Orders, Report } from './other-process';

// Two of them start processes, which takes seconds on a busy machine.
jest.setTimeout(30_000);

const MINUTE = 60_000;
const TWO_HOURS = 120 * MINUTE;

let world: World;
let where: Where;
let opened: OpenClient;
const children: ChildProcess[] = [];

beforeEach(async () => {
  world = await startWorld({ trusting: true });
  where = testDatabase();
  opened = await openClient(where, world.options);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await opened.close();
  await world.standIn.stop();
});

const someone = () => world.standIn.people.openidOf('li');
const check = (client = opened.client) => client.msgSecCheck(someone(), 2, '好');
const asked = () => world.standIn.count('stableToken');
const untilAsked = () => until(asked);
const kept = async () => (await opened.store.find(world.options.appId))?.token;
const kindOf = (call: Promise<unknown>) => call.catch((error: WechatError) => `${error.operation} ${error.kind}`);
const modes = () =>
  world.standIn.requests
    .filter(({ operation }) => operation === 'stableToken')
    .map(({ body }) => ((body as { force_refresh: boolean }).force_refresh ? 'force' : 'normal'));

/** Another process with a client of its own on the same database, waiting for its number. */
async function anotherProcess(changes: Partial<Orders['options']> = {}): Promise<ChildProcess> {
  const hook = join(__dirname, 'typescript-hook.cjs');
  const child = fork(join(__dirname, 'other-process.ts'), { execArgv: ['--conditions=source', '-r', hook] });
  children.push(child);
  const { now: _ownClock, ...options } = { ...world.options, ...changes };
  child.send({ where, options, openid: someone() } satisfies Orders);
  await once(child, 'message');
  return child;
}

async function checkIn(child: ChildProcess, times: number): Promise<Report> {
  child.send(times);
  const [report] = (await once(child, 'message')) as [Report];
  return report;
}

test('twenty callers of two clients who come at once: WeChat is asked once', async () => {
  const other = opened.another();
  const verdicts = await Promise.all(Array.from({ length: 20 }, (_, i) => check(i % 2 ? other : opened.client)));
  expect(verdicts).toEqual(Array(20).fill('pass'));
  expect(asked()).toBe(1);
  expect(await kept()).toMatch(/^stand-in-/);
});

test('thirty callers of three processes who come at once: WeChat is asked once', async () => {
  const [first, second] = await Promise.all([anotherProcess(), anotherProcess()]);
  // The other processes have the real clock; leases are for clocks that agree.
  const here = opened.another({ now: Date.now });
  const mine = Array.from({ length: 10 }, () => check(here));
  const reports = await Promise.all([checkIn(first, 10), checkIn(second, 10), Promise.all(mine)]);
  expect(reports.flat()).toEqual(Array(30).fill('pass'));
  expect(asked()).toBe(1);
});

test('a client that comes later takes what is kept', async () => {
  await check();
  await check(opened.another());
  expect(asked()).toBe(1);
});

test('it is renewed once, four minutes before its end, and the old one is used by nobody after that', async () => {
  await check();
  const first = await kept();
  world.pass(TWO_HOURS - 4 * MINUTE - 1);
  await check();
  expect(asked()).toBe(1);
  world.pass(1);
  const clients = Array.from({ length: 5 }, () => opened.another());
  await Promise.all([...clients, ...clients].map((client) => check(client)));
  expect(asked()).toBe(2);
  expect(await kept()).not.toBe(first);
  world.pass(10 * MINUTE);
  await Promise.all(clients.map((client) => check(client)));
  expect(asked()).toBe(2);
});

test('after its end it is renewed once, and all wait for it', async () => {
  await check();
  world.pass(TWO_HOURS + MINUTE);
  const clients = Array.from({ length: 10 }, () => opened.another());
  await Promise.all(clients.map((client) => check(client)));
  expect(asked()).toBe(2);
  expect(modes()).toEqual(['normal', 'normal']);
});

test('when renewing fails, the old one is used as long as it works, and renewing is tried every half minute', async () => {
  await check();
  world.pass(TWO_HOURS - 3 * MINUTE);
  world.standIn.inject('stableToken', { kind: 'status', status: 503 }, { times: 99 });
  for (let i = 0; i < 3; i++) expect(await check()).toBe('pass');
  expect(await check(opened.another())).toBe('pass');
  expect(asked()).toBe(1 + 3);
  world.pass(31_000);
  expect(await check()).toBe('pass');
  expect(asked()).toBe(1 + 6);
  world.pass(3 * MINUTE);
  expect(await kindOf(check())).toBe('accessToken busy');
  world.standIn.clearFaults();
  expect(await check()).toBe('pass');
});

describe('a token that WeChat refuses', () => {
  test('because another system got a new one: that one is taken over, not forced away', async () => {
    const clients = [opened.client, opened.another(), opened.another()];
    await Promise.all(clients.map((client) => check(client)));
    world.standIn.tokens.replaceElsewhere();
    await Promise.all([...clients, ...clients].map((client) => check(client)));
    expect(modes()).toEqual(['normal', 'normal']);
    expect(world.standIn.tokens.issued).toBe(2);
  });

  test('for good: one process forces one new token for all', async () => {
    const clients = [opened.client, opened.another(), opened.another()];
    await Promise.all(clients.map((client) => check(client)));
    world.standIn.tokens.refuseCurrent();
    expect(await Promise.all([...clients, ...clients].map((client) => check(client)))).toEqual(Array(6).fill('pass'));
    expect(modes()).toEqual(['normal', 'normal', 'force']);
  });

  test('42001 likewise', async () => {
    await check();
    world.standIn.inject('msgSecCheck', { kind: 'errcode', errcode: 42001 });
    expect(await check()).toBe('pass');
    expect(modes()).toEqual(['normal', 'normal', 'force']);
  });

  test('and a message is sent with the new one: the refused try had reached nobody', async () => {
    await check();
    world.standIn.tokens.refuseCurrent();
    const data = { thing1: '好' };
    const message = { openid: someone(), templateId: 'any', data };
    expect(await opened.client.sendSubscribeMessage(message)).toEqual({ outcome: 'sent' });
    expect(world.standIn.messages).toEqual([{ ...message, page: undefined }]);
  });

  test('again at once: not forced within 30 s, and a message is then certainly not sent', async () => {
    await check();
    world.standIn.tokens.refuseCurrent();
    await check();
    world.standIn.tokens.refuseCurrent();
    const data = { thing1: '好' };
    expect(await opened.client.sendSubscribeMessage({ openid: someone(), templateId: 'any', data })).toMatchObject({
      outcome: 'notSent',
      error: { kind: 'tokenInvalid' },
    });
    expect(await kindOf(check(opened.another()))).toBe('accessToken tokenInvalid');
    expect(modes().filter((mode) => mode === 'force')).toHaveLength(1);
    world.pass(30_000);
    expect(await check()).toBe('pass');
    expect(modes().filter((mode) => mode === 'force')).toHaveLength(2);
  });

  test('twenty times in a day: not a 21st time before the day is over', async () => {
    await check();
    for (let i = 0; i < 20; i++) {
      world.standIn.tokens.refuseCurrent();
      expect(await check()).toBe('pass');
      world.pass(MINUTE);
    }
    world.standIn.tokens.refuseCurrent();
    const before = asked();
    expect(await kindOf(check())).toBe('accessToken tokenInvalid');
    expect(modes().slice(before)).toEqual(['normal']);
    world.pass(24 * 60 * MINUTE);
    world.standIn.tokens.refuseCurrent();
    expect(await check()).toBe('pass');
  });

  test('with the answer to the forced request lost: what it did is asked for, not done again', async () => {
    const client = opened.another(IMPATIENT);
    await check(client);
    world.standIn.tokens.refuseCurrent();
    world.standIn.inject('stableToken', {
      kind: 'text',
      text: JSON.stringify({ access_token: await kept(), expires_in: 7000 }),
    });
    world.standIn.inject('stableToken', { kind: 'hang' }, { processed: true });
    expect(await check(client)).toBe('pass');
    expect(modes()).toEqual(['normal', 'normal', 'force', 'normal']);
  });

  test('always: tried twice in all, then said', async () => {
    await check();
    world.standIn.inject('msgSecCheck', { kind: 'errcode', errcode: 40001 }, { times: 99 });
    const before = world.standIn.count('msgSecCheck');
    expect(await kindOf(check())).toBe('msgSecCheck tokenInvalid');
    expect(world.standIn.count('msgSecCheck')).toBe(before + 2);
  });
});

describe('a process that is killed while it renews', () => {
  test('without any token: the others wait until its lease is over, then one of them does it', async () => {
    const child = await anotherProcess({ tokenLeaseMs: 60_000, timeoutMs: 60_000 });
    world.standIn.inject('stableToken', { kind: 'hang' });
    child.send(1);
    await untilAsked();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await kindOf(check(opened.another({ tokenWaitMs: 200 })))).toBe('accessToken timeout');
    expect(asked()).toBe(1);
    // Its clock is the real one, ours stands still: well past both.
    world.pass(10 * MINUTE);
    const clients = Array.from({ length: 5 }, () => opened.another());
    expect(await Promise.all(clients.map((client) => check(client)))).toEqual(Array(5).fill('pass'));
    expect(asked()).toBe(2);
  });

  test('while the old token works: nobody waits', async () => {
    await check();
    world.pass(TWO_HOURS - 3 * MINUTE);
    await opened.store.takeLease(world.options.appId, 'dead', new Date((world.options.now as () => number)()), 60_000);
    const began = performance.now();
    expect(await check()).toBe('pass');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(asked()).toBe(1);
  });
});

test('a process that was only slow and lost its lease keeps nothing, and can still use what it got', async () => {
  world.standIn.inject('stableToken', { kind: 'hang' });
  const late = check(opened.another({ ...IMPATIENT, tokenLeaseMs: 0 }));
  await untilAsked();
  expect(await check()).toBe('pass');
  expect(await late).toBe('pass');
  expect(world.standIn.tokens.issued).toBe(1);
});

describe('the lease in the document', () => {
  const now = new Date('2026-11-24T02:00:00Z');
  const later = (ms: number) => new Date(now.getTime() + ms);
  const grant = { token: 't1', expiresAt: later(TWO_HOURS), refreshAt: later(TWO_HOURS - 4 * MINUTE) };

  test('is won by one of fifty, for its time', async () => {
    const { store } = opened;
    const takes = Array.from({ length: 50 }, (_, i) => store.takeLease('wx1', `p${i}`, now, 1_000));
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
    expect(await store.takeLease('wx1', 'late', later(999), 1_000)).toBe(false);
    expect(await store.takeLease('wx1', 'late', later(1_000), 1_000)).toBe(true);
    expect(await store.takeLease('wx2', 'other app', now, 1_000)).toBe(true);
  });

  test('is given only for a reason that still holds', async () => {
    const { store } = opened;
    await store.takeLease('wx1', 'a', now, 1_000);
    expect(await store.keep('wx1', 'a', grant)).toBe(true);
    expect(await store.takeLease('wx1', 'b', later(MINUTE), 1_000)).toBe(false);
    expect(await store.takeLease('wx1', 'b', later(MINUTE), 1_000, 't0')).toBe(false);
    expect(await store.takeLease('wx1', 'b', later(MINUTE), 1_000, 't1')).toBe(true);
    expect(await store.find('wx1')).toEqual(grant);
  });

  test('of another lets nothing be written', async () => {
    const { store } = opened;
    await store.takeLease('wx1', 'a', now, 1_000);
    await store.takeLease('wx1', 'b', later(1_000), 1_000);
    expect(await store.keep('wx1', 'a', grant)).toBe(false);
    expect(await store.countForced('wx1', 'a', now)).toBe(false);
    await store.release('wx1', 'a');
    expect(await store.takeLease('wx1', 'c', later(1_001), 1_000)).toBe(false);
    expect(await store.find('wx1')).toBeNull();
  });
});

test('the log tells of renewals, and neither token nor secret', async () => {
  const lines: string[] = [];
  const log = makeLog('silent');
  log.info = ((...args: unknown[]) => lines.push(JSON.stringify(args))) as typeof log.info;
  const { client, close } = await openClient(testDatabase(), world.options, log);
  await check(client);
  await close();
  expect(lines).toEqual(['[{"expiresInS":7200,"replaced":false,"kept":true},"wechat token renewed"]']);
});
