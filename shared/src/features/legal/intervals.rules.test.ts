import { covers, type Interval, subtract, union } from './intervals.rules';

const at = (...pairs: [number, number][]): Interval[] => pairs.map(([from, to]) => ({ from, to }));

test.each<[string, Interval[], Interval[]]>([
  ['nothing', [], []],
  ['in order', at([5, 7], [1, 3]), at([1, 3], [5, 7])],
  ['touching are one', at([1, 3], [3, 5]), at([1, 5])],
  ['overlapping are one', at([1, 4], [2, 6], [6, 7]), at([1, 7])],
  ['one inside another', at([1, 9], [2, 3]), at([1, 9])],
  ['empty and turned round are none', at([4, 4], [6, 5]), []],
])('union: %s', (_name, given, joined) => {
  expect(union(given)).toEqual(joined);
});

test.each<[string, Interval[], Interval[], Interval[]]>([
  ['nothing taken', at([1, 5]), [], at([1, 5])],
  ['all taken', at([1, 5]), at([0, 9]), []],
  ['the middle: two are left', at([1, 9]), at([4, 6]), at([1, 4], [6, 9])],
  ['the beginning', at([1, 9]), at([0, 4]), at([4, 9])],
  ['the end', at([1, 9]), at([7, 12]), at([1, 7])],
  ['exactly it', at([1, 9]), at([1, 9]), []],
  ['touching takes nothing', at([3, 5]), at([1, 3], [5, 7]), at([3, 5])],
  [
    'several holes over several stretches',
    at([1, 5], [7, 12]),
    at([2, 3], [4, 8], [10, 11]),
    at([1, 2], [3, 4], [8, 10], [11, 12]),
  ],
])('subtract: %s', (_name, given, taken, left) => {
  expect(subtract(given, taken)).toEqual(left);
});

test.each([
  [at([1, 5]), { from: 1, to: 5 }, true],
  [at([1, 5]), { from: 4, to: 6 }, false],
  [at([1, 3], [4, 6]), { from: 2, to: 5 }, false],
])('%j covers %j: %s', (joined, one, is) => {
  expect(covers(joined, one)).toBe(is);
});
