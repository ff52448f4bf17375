import { consequenceOf, pauseAfterMs } from '../../src/features/antifraud/delivery.rules';
import { kindOfErrcode } from '../../src/platform/wechat/wechat-error';

const SEND = 'sendSubscribeMessage';

describe('what WeChat refuses with a number', () => {
  test.each([
    [43101, { kind: 'refused', reason: 'notSubscribed', consentIsGone: true }],
    [40003, { kind: 'refused', reason: 'openidInvalid', consentIsGone: false }],
    [43108, { kind: 'retry', slows: false }],
    [45011, { kind: 'retry', slows: true }],
    [45009, { kind: 'retry', slows: true }],
    [45168, { kind: 'stop', why: '微信认为提醒里有敏感的词，请改案例的标题和回他的话' }],
    [47003, { kind: 'stop', why: '微信不收提醒里的一项内容，请检查模板的字段' }],
    [40037, { kind: 'stop', why: '微信没有这个提醒模板，请检查配置' }],
    [43107, { kind: 'stop', why: '微信停了这个小程序的提醒' }],
    [99999, { kind: 'refused', reason: 'other', consentIsGone: false }],
  ])('%d', (errcode, consequence) =>
    expect(consequenceOf('notSent', kindOfErrcode(SEND, errcode))).toEqual(consequence),
  );
});

test.each([
  ['sent', undefined, 'sent'],
  ['unknown', 'timeout', 'unknown'],
  ['unknown', 'busy', 'unknown'],
  ['notSent', 'unreachable', 'retry'],
  // The token did not come in time; the message was never sent.
  ['notSent', 'timeout', 'retry'],
] as const)('%s, %s: %s', (outcome, error, kind) => expect(consequenceOf(outcome, error).kind).toBe(kind));

test.each([
  [1, 2_000],
  [2, 4_000],
  [4, 16_000],
  [5, 30_000],
  [50, 30_000],
])('after %d failures: %d ms', (failures, pause) => expect(pauseAfterMs(failures)).toBe(pause));
