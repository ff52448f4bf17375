import { document } from '../../../test/village-texts';
import { clauseAloud, documentAloud, sayBasis } from './clause-words';
import { findClause } from './use-clause';

const [first] = document.clauses;

test('a clause is read aloud with what follows from it and what it rests on', () => {
  expect(first && clauseAloud(first)).toBe(
    '第 1 条，红白喜事从简办。\n办事提前五天告诉组长。\n没做到怎么办：红白理事会上门帮着出主意。\n依据是《乡村振兴促进法》第三十条：改掉大操大办的旧习惯。',
  );
});

test('a document is read aloud from its title to its last clause', () => {
  const aloud = documentAloud(document);
  expect(aloud.startsWith('扎营村村规民约。\n第 1 条，红白喜事从简办。')).toBe(true);
  expect(aloud.endsWith('第 3 条，护林防火。\n进山不带火种。')).toBe(true);
});

test('a basis names the law and the article', () => {
  expect(sayBasis({ law: '民法典', article: '第十条', gist: '' })).toBe('《民法典》第十条');
});

test.each([
  [1, { title: '红白喜事从简办', previous: undefined, next: 2 }],
  [2, { title: '垃圾分类', previous: 1, next: 3 }],
  [3, { title: '护林防火', previous: 2, next: undefined }],
])('clause %i and its neighbours', (number, { title, previous, next }) => {
  expect(findClause(document, number)).toMatchObject({ clause: { title }, previous, next });
});

test.each([0, 4, Number.NaN])('there is no clause %p', (number) => {
  expect(findClause(document, number)).toBeUndefined();
});
