import { saySize } from './say-size';

test.each([
  [0, '不到 1 KB'],
  [999, '不到 1 KB'],
  [1000, '1 KB'],
  [36_400, '36 KB'],
  [1_249_000, '1.2 MB'],
])('%i bytes are %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said);
});
