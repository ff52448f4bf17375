/** Back-off and periods as tables with exact results. */
import { afterFailure, backOffMs, nextPeriodStartMs } from '../../src/platform/jobs/jobs.rules';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
const backOff = { baseMs: 5_000, capMs: HOUR_MS };

test.each([
  // attempt, the shortest, the middle and (nearly) the longest wait
  [1, 2_500, 5_000, 7_500],
  [2, 5_000, 10_000, 15_000],
  [3, 10_000, 20_000, 30_000],
  [4, 20_000, 40_000, 60_000],
  [9, 640_000, 1_280_000, 1_920_000],
  [10, 1_280_000, 2_560_000, 3_840_000],
  [11, 1_800_000, 3_600_000, 5_400_000],
  [12, 1_800_000, 3_600_000, 5_400_000],
  [5_000, 1_800_000, 3_600_000, 5_400_000],
])('after attempt %i the next waits %i, %i or %i ms', (attempt, shortest, middle, longest) => {
  expect([0, 0.5, 1 - Number.EPSILON].map((random) => backOffMs(attempt, random, backOff))).toEqual([
    shortest,
    middle,
    longest,
  ]);
});

test.each([
  [1, 1, { state: 'dead' }],
  [1, 2, { state: 'waiting', waitMs: 5_000 }],
  [2, 2, { state: 'dead' }],
  [9, 10, { state: 'waiting', waitMs: 1_280_000 }],
  [10, 10, { state: 'dead' }],
  [11, 10, { state: 'dead' }],
])('attempt %i of %i', (attempt, maxAttempts, expected) => {
  expect(afterFailure(attempt, maxAttempts, 0.5, backOff)).toEqual(expected);
});

test('ten attempts, the default, keep trying for three quarters of an hour', () => {
  const waits = Array.from({ length: 9 }, (_, i) => backOffMs(i + 1, 0.5, backOff));
  expect(waits.reduce((sum, wait) => sum + wait)).toBe(2_555_000);
});

test.each([
  // now, period, offset, the next start; all in Asia/Shanghai
  ['2026-03-01T00:00:00.000+08:00', DAY_MS, 0, '2026-03-02T00:00:00.000+08:00'],
  ['2026-03-01T23:59:59.999+08:00', DAY_MS, 0, '2026-03-02T00:00:00.000+08:00'],
  ['2026-03-01T01:59:59.999+08:00', DAY_MS, 2 * HOUR_MS, '2026-03-01T02:00:00.000+08:00'],
  ['2026-03-01T02:00:00.000+08:00', DAY_MS, 2 * HOUR_MS, '2026-03-02T02:00:00.000+08:00'],
  ['2028-02-28T12:00:00.000+08:00', DAY_MS, 0, '2028-02-29T00:00:00.000+08:00'],
  ['2026-03-01T10:20:30.400+08:00', 60_000, 0, '2026-03-01T10:21:00.000+08:00'],
  ['2026-03-01T10:20:30.400+08:00', 60_000, 45_000, '2026-03-01T10:20:45.000+08:00'],
  ['2026-03-01T10:20:30.400+08:00', 1_000, 0, '2026-03-01T10:20:31.000+08:00'],
])('after %s, every %i ms from %i, comes the next', (now, periodMs, offsetMs, next) => {
  expect(new Date(nextPeriodStartMs(Date.parse(now), periodMs, offsetMs))).toEqual(new Date(next));
});
