import { CONSENT_AGE, FULL_AGE, isUnder, lastDayUnder } from './age.rules';

test.each([
  ['2012-05-06', 14, '2026-05-06'],
  ['2012-12-31', 14, '2026-12-31'],
  ['2012-01-01', 14, '2026-01-01'],
  ['2012-02-29', 14, '2026-02-28'],
  ['2012-02-29', 16, '2028-02-29'],
  ['2012-02-28', 14, '2026-02-28'],
  ['2012-03-01', 14, '2026-03-01'],
  ['1886-02-29', 14, '1900-02-28'],
  ['1986-02-29', 14, '2000-02-29'],
])('born on %s, under %i until %s', (birthDate, years, lastDay) => {
  expect(lastDayUnder(birthDate, years)).toBe(lastDay);
});

test.each([
  ['2012-05-06', CONSENT_AGE, '2026-05-05', true],
  ['2012-05-06', CONSENT_AGE, '2026-05-06', true],
  ['2012-05-06', CONSENT_AGE, '2026-05-07', false],
  ['2012-02-29', CONSENT_AGE, '2026-02-28', true],
  ['2012-02-29', CONSENT_AGE, '2026-03-01', false],
  ['2008-02-29', FULL_AGE, '2026-02-28', true],
  ['2008-02-29', FULL_AGE, '2026-03-01', false],
  ['2030-01-01', CONSENT_AGE, '2026-01-01', true],
])('born on %s, under %i on %s: %s', (birthDate, years, today, expected) => {
  expect(isUnder(birthDate, years, today)).toBe(expected);
});
