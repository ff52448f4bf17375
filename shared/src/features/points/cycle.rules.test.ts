import { closingEntry, mayCloseOn } from './cycle.rules';

test.each([
  ['2026-11-30', false],
  ['2026-12-01', true],
  ['2027-01-10', true],
  ['2027-05-23', true],
  ['2027-05-24', false],
])('announced on 2026-11-24, ends on %s: %s', (closesOn, may) => expect(mayCloseOn(closesOn, '2026-11-24')).toBe(may));

test.each([
  [12, false, { kind: 'closing', points: -12 }],
  [12, true, { kind: 'carriedOut', points: -12 }],
  [-3, false, { kind: 'closing', points: 3 }],
  [-3, true, { kind: 'carriedOut', points: 3 }],
  [0, true, null],
])('%d points, carried %s', (balance, carries, entry) => expect(closingEntry(balance, carries)).toEqual(entry));
