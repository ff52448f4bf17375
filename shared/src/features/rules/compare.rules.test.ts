import { compareVersions, diffTexts, type Piece } from './compare.rules';

/** Written for reading: -removed-, +added+, the rest is the same. */
const say = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('');

test.each([
  ['', '', ''],
  ['垃圾分四样放。', '垃圾分四样放。', '垃圾分四样放。'],
  ['', '新的一条。', '+新的一条。+'],
  ['旧的一条。', '', '-旧的一条。-'],
  ['提前五天告诉组长。', '提前三天告诉组长。', '提前-五-+三+天告诉组长。'],
  ['提前五天告诉组长。', '提前五天告诉组长和理事会。', '提前五天告诉组长+和理事会+。'],
  ['不往沟里、河里倒垃圾。', '不往河里倒垃圾。', '不往-沟里、-河里倒垃圾。'],
  // a lone character in common is read as part of the change
  ['由院落长上门。', '请组长来讲。', '-由院落长上门-+请组长来讲+。'],
  ['𠮷家的地。', '𠮷家的田。', '𠮷家的-地-+田+。'],
])('%s → %s', (before, after, said) => expect(say(diffTexts(before, after))).toBe(said));

const clause = (key: string, number: number, text: string) => ({
  key,
  number,
  title: '条',
  text,
  consequence: '当面提醒。',
});

test.each([
  ['nothing', ['a:一', 'b:二'], ['a:一', 'b:二'], ['a same', 'b same']],
  ['a word', ['a:一样'], ['a:两样'], ['a changed']],
  ['one more', ['a:一'], ['a:一', 'b:二'], ['a same', 'b added']],
  ['one less, shown where it stood', ['a:一', 'b:二', 'c:三'], ['a:一', 'c:三'], ['a same', 'b removed', 'c same']],
  ['the first one less', ['a:一', 'b:二'], ['b:二'], ['a removed', 'b same']],
  ['two in a row less', ['a:一', 'b:二', 'c:三'], ['c:三'], ['a removed', 'b removed', 'c same']],
  [
    'one moved, the others kept their order',
    ['a:一', 'b:二', 'c:三'],
    ['b:二', 'c:三', 'a:一'],
    ['b same', 'c same', 'a moved'],
  ],
  ['moved and reworded is reworded', ['a:一', 'b:二'], ['b:二', 'a:三'], ['b same', 'a changed']],
  ['all new', ['a:一'], ['b:一'], ['a removed', 'b added']],
  ['from nothing', [], ['a:一'], ['a added']],
])('%s', (_what, before, after, changes) => {
  const parse = (lines: readonly string[]) =>
    lines.map((line, i) => clause(line.split(':')[0] ?? '', i + 1, line.split(':')[1] ?? ''));
  expect(compareVersions(parse(before), parse(after)).map(({ key, kind }) => `${key} ${kind}`)).toEqual(changes);
});

test('a change carries both clauses and the marked words of each part', () => {
  const [change] = compareVersions([clause('a', 1, '提前五天。')], [clause('a', 2, '提前三天。')]);
  expect(change).toMatchObject({ before: { number: 1 }, after: { number: 2 } });
  expect(say(change?.text ?? [])).toBe('提前-五-+三+天。');
  expect(say(change?.title ?? [])).toBe('条');
});

test('whatever changed, both texts can be read from the pieces', () => {
  // Few letters, so that there are many ways; every pair of texts of up to four.
  const texts = [
    '',
    ...['甲', '乙'].flatMap((a) => [
      a,
      ...['甲', '乙'].flatMap((b) => [a + b, ...['甲', '丙'].flatMap((c) => [a + b + c, `${a}${b}${c}乙`])]),
    ]),
  ];
  for (const before of texts)
    for (const after of texts) {
      const pieces = diffTexts(before, after);
      const read = (left: string) =>
        pieces
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join('');
      expect([before, after, read('added'), read('removed')]).toEqual([before, after, before, after]);
    }
});

test('as few clauses as possible are said to have moved: every order of five', () => {
  const orders = (left: string): string[] =>
    left === '' ? [''] : [...left].flatMap((key) => orders(left.replace(key, '')).map((rest) => key + rest));
  const longestRun = (order: string): number =>
    Math.max(
      0,
      ...[...order].map((key, i) => 1 + longestRun([...order.slice(i + 1)].filter((next) => next > key).join(''))),
    );
  const version = (order: string) => [...order].map((key, i) => clause(key, i + 1, key));
  for (const order of orders('abcde')) {
    const moved = compareVersions(version('abcde'), version(order)).filter(({ kind }) => kind === 'moved');
    expect([order, moved.length]).toEqual([order, 5 - longestRun(order)]);
  }
});
