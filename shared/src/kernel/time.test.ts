import {
  daysAfter,
  daysBetween,
  endOfLocalDate,
  localDateOf,
  sayAge,
  sayAppointment,
  sayDate,
  sayDay,
  sayMoment,
  startOfLocalDate,
  weekdayOf,
} from './time';

describe('localDateOf: a day begins at 16:00 UTC of the day before', () => {
  test.each([
    ['2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s', (instant, day) => expect(localDateOf(Date.parse(instant))).toBe(day));
});

test('a day ends a millisecond before the next begins', () => {
  const end = endOfLocalDate('2026-11-24');
  expect(new Date(end).toISOString()).toBe('2026-11-24T15:59:59.999Z');
  expect([localDateOf(end), localDateOf(end + 1)]).toEqual(['2026-11-24', '2026-11-25']);
});

test.each([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-24', '2026-11-25', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-01-01', '2025-12-31', -1],
  ['2026-01-05', '2031-01-04', 1825],
])('daysBetween %s and %s', (from, to, days) => expect(daysBetween(from, to)).toBe(days));

test.each([
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-24', 7, '2026-12-01'],
  ['2024-02-28', 2, '2024-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
])('daysAfter %s: %d', (date, days, day) => expect(daysAfter(date, days)).toBe(day));

test.each([
  ['2022-04-01', '2022年4月1日'],
  ['2026-12-31', '2026年12月31日'],
])('sayDate %s', (date, said) => expect(sayDate(date)).toBe(said));

test.each([
  ['2026-11-23T15:59:59.999Z', '2026年11月23日'],
  ['2026-11-23T16:00:00.000Z', '2026年11月24日'],
])('sayDay %s', (instant, said) => expect(sayDay(Date.parse(instant))).toBe(said));

describe('sayAge', () => {
  const minute = 60_000;
  test.each([
    [-5 * minute, '刚刚'],
    [59_999, '刚刚'],
    [minute, '1 分钟前'],
    [59 * minute, '59 分钟前'],
    [60 * minute, '1 小时前'],
    [24 * 60 * minute - 1, '23 小时前'],
    [24 * 60 * minute, '1 天前'],
    [40 * 24 * 60 * minute, '40 天前'],
  ])('%d ms', (ageMs, said) => expect(sayAge(1_000_000_000, 1_000_000_000 + ageMs)).toBe(said));
});

describe('sayMoment, seen on 2026-01-02 at 08:00', () => {
  const now = Date.parse('2026-01-02T08:00:00+08:00');
  test.each([
    ['2026-01-02T00:00:00+08:00', '今天 00:00'],
    ['2026-01-01T23:59:59+08:00', '昨天 23:59'],
    ['2025-12-31T09:05:00+08:00', '2025年12月31日'],
    ['2026-03-05T09:05:00+08:00', '3月5日 09:05'],
  ])('%s', (instant, said) => expect(sayMoment(Date.parse(instant), now)).toBe(said));

  test('on New Year’s Day yesterday is yesterday', () => {
    const newYear = Date.parse('2026-01-01T08:00:00+08:00');
    expect(sayMoment(Date.parse('2025-12-31T09:05:00+08:00'), newYear)).toBe('昨天 09:05');
  });
});

test('a day begins a millisecond after the one before has ended', () => {
  expect(startOfLocalDate('2026-11-25')).toBe(endOfLocalDate('2026-11-24') + 1);
});

test.each([
  ['2026-11-23', 1],
  ['2026-11-29', 7],
  ['2024-02-29', 4],
])('%s is day %d of its week', (date, weekday) => expect(weekdayOf(date)).toBe(weekday));

test.each([
  ['2026-11-29T15:59:00Z', '11月29日 周日 23:59'],
  ['2026-11-29T16:00:00Z', '11月30日 周一 00:00'],
])('sayAppointment %s', (instant, said) => expect(sayAppointment(Date.parse(instant))).toBe(said));
