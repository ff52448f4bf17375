import { fireEvent, screen } from '@testing-library/react';
import { open, serve } from '../../../../../test/screen';
import { document } from '../../../../../test/village-texts';
import ComparePage from './index';

test('changed words are marked; what did not change is folded away', async () => {
  const newer = {
    ...document,
    id: 'n',
    version: 3,
    clauses: document.clauses.map((clause) =>
      clause.number === 1 ? { ...clause, text: '办事提前三天告诉组长。' } : clause,
    ),
  };
  serve({ '/rules/o': { ...document, id: 'o' }, '/rules/n': newer });
  open(<ComparePage />, { fromId: 'o', toId: 'n' });
  expect(await screen.findByText('第 2 版 → 第 3 版：改字 1 条')).toBeTruthy();
  expect(screen.getByText('五').className).toContain('--removed');
  expect(screen.getByText('三').className).toContain('--added');
  expect(screen.queryByText('垃圾分类')).toBeNull();
  fireEvent.click(screen.getByRole('switch'));
  expect(screen.getByText('垃圾分类')).toBeTruthy();
});
