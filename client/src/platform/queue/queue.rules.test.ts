import { afterFailure, isTooOld, nextToSend, type QueuedWrite, TOO_OLD, triedAgain } from './queue.rules';

const NOW = 1_000_000;
const DAY_MS = 24 * 3600_000;
const write = (key: string, more: Partial<QueuedWrite> = {}): QueuedWrite => ({
  key,
  personId: 'lan',
  what: '改姓名',
  request: { method: 'PUT', url: '/me/name', body: { name: '田秀英' } },
  createdAtMs: NOW,
  attempts: 0,
  notBeforeMs: 0,
  isToldToWait: false,
  ...more,
});
const refusal = { code: 'a.b', title: '不行' };

describe('nextToSend', () => {
  const [a, b] = [write('a'), write('b')];
  test.each([
    ['nothing', [], undefined],
    ['the first', [a, b], { write: a }],
    ['another person’s is passed over', [write('x', { personId: 'ming' }), b], { write: b }],
    ['a refused one holds nothing back', [write('x', { refusal }), b], { write: b }],
    ['one that must wait holds the others back', [write('x', { notBeforeMs: NOW + 1 }), b], { atMs: NOW + 1 }],
    ['due on the millisecond', [write('x', { notBeforeMs: NOW })], { write: write('x', { notBeforeMs: NOW }) }],
  ])('%s', (_what, writes, next) => expect(nextToSend(writes, 'lan', NOW)).toEqual(next));
});

describe('afterFailure', () => {
  const failure = (status: number, code = 'a.b', retryAfterMs?: number) => ({
    code,
    title: '不行',
    status,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  const later = (ms: number, isToldToWait = false) => ({ attempts: 1, notBeforeMs: NOW + ms, isToldToWait });
  test.each([
    ['no signal', failure(0, 'network.offline'), later(5_000)],
    ['a busy service', failure(500), later(5_000)],
    ['a service that says when', failure(503, 'service.notReady', 90_000), later(90_000, true)],
    ['too many', failure(429, 'request.tooMany', 7_000), later(7_000, true)],
    ['the same key under way', failure(409, 'request.inProgress', 1_000), later(1_000, true)],
    ['nobody signed in', failure(401, 'session.ended'), {}],
    ['a conflict', failure(409), { refusal }],
    ['not allowed', failure(403), { refusal }],
    ['wrong input', failure(422), { refusal }],
  ])('%s', (_what, failed, changed) =>
    expect(afterFailure(write('a'), failed, NOW, 0.5)).toEqual({ ...write('a'), ...changed }),
  );

  test.each([
    [0, 0, 2_500],
    [1, 0.5, 10_000],
    [3, 0.5, 40_000],
    [7, 0.5, 600_000],
    [1_000, 0.999, 899_400],
  ])('after %d failures with %d of chance: %d ms', (attempts, random, waitMs) =>
    expect(afterFailure(write('a', { attempts }), failure(500), NOW, random).notBeforeMs).toBe(NOW + waitMs),
  );
});

test.each([
  ['never sent, a month old', 0, 30 * DAY_MS, false],
  ['sent, six days old', 1, 6 * DAY_MS, false],
  ['sent, a millisecond older', 1, 6 * DAY_MS + 1, true],
])('isTooOld: %s', (_what, attempts, ageMs, old) => expect(isTooOld(write('a', { attempts }), NOW + ageMs)).toBe(old));

describe('triedAgain', () => {
  test.each([
    ['refused', { refusal }, {}],
    ['backing off', { attempts: 3, notBeforeMs: NOW + 9 }, { attempts: 3 }],
    ['told to wait', { notBeforeMs: NOW + 9, isToldToWait: true }, { notBeforeMs: NOW + 9, isToldToWait: true }],
    ['too old', { createdAtMs: 1, refusal: TOO_OLD }, { createdAtMs: NOW }],
  ])('%s', (_what, before, after) => expect(triedAgain(write('a', before), NOW)).toEqual(write('a', after)));
});
