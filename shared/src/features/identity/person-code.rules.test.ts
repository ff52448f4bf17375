import { makePersonCode, readPersonCode, sayPersonCode, writePersonCode } from './person-code.rules';

test.each([
  [[0, 1, 9, 10, 31, 32, 63, 255], '019az0zz'],
  [[0, 0, 0, 0, 0, 0, 0, 0], '00000000'],
])('makePersonCode %j', (bytes, code) => expect(makePersonCode(Uint8Array.from(bytes))).toBe(code));

test('another number of random bytes is refused', () => {
  expect(() => makePersonCode(new Uint8Array(7))).toThrow(RangeError);
});

test('a code is shown in two halves', () => expect(sayPersonCode('7k3m9xq2')).toBe('7K3M 9XQ2'));

describe('readPersonCode', () => {
  test.each([
    [writePersonCode('7k3m9xq2'), '7k3m9xq2'],
    [' 7K3M 9XQ2 ', '7k3m9xq2'],
    ['7k3m-9xq2', '7k3m9xq2'],
    ['OIL39XQ2', '01139xq2'],
    ['7k3m9xq', undefined],
    ['7k3m9xq2a', undefined],
    ['7k3m9xqu', undefined],
    ['https://example.com', undefined],
    ['xiangyue://desktop/01jd/scan', undefined],
    ['', undefined],
  ])('%j', (given, code) => expect(readPersonCode(given)).toBe(code));
});
