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
