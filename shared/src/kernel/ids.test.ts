import { makeId } from './ids';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(255);

test.each([
  [0, zeros, '00000000000000000000000000'],
  [0, ones, '0000000000zzzzzzzzzzzzzzzz'],
  [1, zeros, '00000000010000000000000000'],
  // the specification's own largest time
  [281_474_976_710_655, ones, '7zzzzzzzzzzzzzzzzzzzzzzzzz'],
  // the specification's own example of a time
  [1_469_918_176_385, zeros, '01aryz6s410000000000000000'],
])('makeId(%d, …)', (nowMs, random, id) => expect(makeId(nowMs, random)).toBe(id));

test('later times sort later', () => {
  const times = [0, 31, 32, 1023, 1024, 1_700_000_000_000, 1_700_000_000_001];
  const ids = times.map((time) => makeId(time, ones));
  expect([...ids].sort()).toEqual(ids);
});

test('random bytes of another number are refused', () => {
  expect(() => makeId(0, new Uint8Array(9))).toThrow(RangeError);
});
