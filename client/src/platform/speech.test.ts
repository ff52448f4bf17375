import { piecesOf } from './speech';

test.each([
  ['sentence by sentence', '进山不带火种。见到火情马上报告！', ['进山不带火种。', '见到火情马上报告！']],
  ['line by line', '第 1 条\n红白喜事', ['第 1 条', '红白喜事']],
  ['without its end mark', '不乱倒', ['不乱倒']],
  ['nothing for marks alone', '。。\n ，', []],
  ['nothing for nothing', '', []],
])('a text is said %s', (_, text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});

test('a long sentence is cut at its commas, and nothing of it is lost', () => {
  const sentence = `${'办红白喜事提前五天告诉组长和理事会，'.repeat(8)}不放高音喇叭过夜。`;
  const pieces = piecesOf(sentence);
  expect(pieces.join('')).toBe(sentence);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(60);
});
