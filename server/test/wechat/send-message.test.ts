/** Subscribe messages: sent at most once each, and whatever happens it is known what may be done next. */
import type { Fault } from '../../demo/wechat-stand-in/stand-in';
import type { SubscribeMessage } from '../../src/platform/wechat/wechat-client';
import { aMessage, IMPATIENT, startWorld, TEMPLATE, unusedPort, WechatFixture } from './harness';

const wechat = new WechatFixture();

describe('sendSubscribeMessage', () => {
  const outcomeOf = async (sent: SubscribeMessage, client = wechat.client) => {
    const result = await client.sendSubscribeMessage(sent);
    return result.outcome === 'sent' ? ['sent'] : [result.outcome, result.error.kind];
  };

  test('one consent is one message', async () => {
    const openid = await wechat.arrive('wang');
    wechat.standIn.people.grantConsent(openid, TEMPLATE);
    expect(await outcomeOf(aMessage(openid))).toEqual(['sent']);
    expect(wechat.standIn.messages.at(-1)).toEqual(aMessage(openid));
    expect(wechat.received('sendSubscribeMessage')).toMatchObject({ miniprogram_state: 'formal', lang: 'zh_CN' });
    expect(await outcomeOf(aMessage(openid))).toEqual(['notSent', 'notSubscribed']);
  });

  test.each([
    ['somebody unknown', { openid: 'oNobody' }, 'openidInvalid'],
    ['a template that is not ours', { templateId: 'other' }, 'templateInvalid'],
    ['a page that is not published', { page: 'pages/none' }, 'pageInvalid'],
    ['a sensitive word', { data: { thing1: '网上赌场', date2: '2026年' } }, 'sensitive'],
    ['a missing field', { data: { thing1: '有' } }, 'fieldInvalid'],
    ['a thing of 21 characters', { data: { thing1: 'x'.repeat(21), date2: '2026年' } }, 'fieldInvalid'],
  ])('%s: nothing is sent, and no consent used', async (_what, changes, kind) => {
    const openid = await wechat.arrive('zhao');
    const before = wechat.standIn.people.consentsLeft(openid, TEMPLATE);
    wechat.standIn.people.grantConsent(openid, TEMPLATE);
    expect(await outcomeOf(aMessage(openid, changes))).toEqual(['notSent', kind]);
    expect(wechat.standIn.people.consentsLeft(openid, TEMPLATE)).toBe(before + 1);
  });

  test('a wrong field is named, whether we or WeChat found it', async () => {
    const openid = await wechat.arrive('zhao');
    for (const data of [{ thing1: '' }, { thing1: '有' }]) {
      const result = await wechat.client.sendSubscribeMessage(aMessage(openid, { data }));
      expect(result).toMatchObject({ outcome: 'notSent', error: { field: data.thing1 ? 'date2' : 'thing1' } });
    }
  });

  test('two at once to one person: one is told so', async () => {
    const slow = await startWorld({ latencyMs: 100, trusting: true });
    wechat.stopAtEnd(slow.standIn.stop);
    const { client } = await wechat.open(slow.options);
    await client.msgSecCheck(slow.standIn.people.openidOf('a'), 1, '先取令牌');
    const both = aMessage(slow.standIn.people.openidOf('a'));
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
    const openid = await wechat.arrive('qian');
    wechat.standIn.people.grantConsent(openid, TEMPLATE);
    const asked = wechat.standIn.count('sendSubscribeMessage');
    const delivered = wechat.standIn.messages.length;
    wechat.standIn.inject('sendSubscribeMessage', fault, { processed: mayHaveArrived });
    const client = wechat.opened.another(fault.kind === 'hang' ? IMPATIENT : {});
    expect(await outcomeOf(aMessage(openid), client)).toEqual([outcome, kind]);
    expect(wechat.standIn.count('sendSubscribeMessage')).toBe(asked + 1);
    // The stand-in had done the work before it failed: 'unknown' is not pessimism.
    expect(wechat.standIn.messages.length).toBe(delivered + (mayHaveArrived ? 1 : 0));
  });

  test('no connection: certainly not sent', async () => {
    const port = await unusedPort();
    const client = wechat.opened.another({ baseUrl: `http://127.0.0.1:${port}` });
    const openid = await wechat.arrive('sun');
    expect(await client.sendSubscribeMessage(aMessage(openid))).toMatchObject({
      outcome: 'notSent',
      error: { kind: 'unreachable', networkCode: 'ECONNREFUSED' },
    });
  });

  test('no token: certainly not sent, although that failure is unclear in itself', async () => {
    const { client } = await wechat.open({ ...wechat.world.options, ...IMPATIENT });
    wechat.standIn.inject('stableToken', { kind: 'hang' }, { times: 3 });
    const result = await client.sendSubscribeMessage(aMessage(await wechat.arrive('sun')));
    expect(result).toMatchObject({ outcome: 'notSent', error: { operation: 'accessToken', kind: 'timeout' } });
  });
});
