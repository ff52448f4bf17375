import { type DraftClause, moveClause, newClauseKey } from './use-draft';

const clauses = ['a', 'b', 'c'].map((key): DraftClause => ({ key, title: '', text: '', basis: [], consequence: '' }));

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
  [1, 0, 'abc'],
  [5, 1, 'abc'],
])('clause %i moved by %i', (index, by, order) =>
  expect(
    moveClause(clauses, index, by)
      .map(({ key }) => key)
      .join(''),
  ).toBe(order),
);

test('a new clause gets a name that is free', () => {
  expect(newClauseKey(36, [])).toBe('k10');
  expect(newClauseKey(36, [{ key: 'k10' }, { key: 'k11' }])).toBe('k12');
});
