import { fireEvent, screen } from '@testing-library/react';
import { openAnswerCache } from '@/platform/answer-cache';
import { usePreferences } from '@/platform/preferences';
import { open } from '../../../test/screen';
import Me from './index';

test('large text and high contrast are switches that say their state', () => {
  open(<Me />);
  const large = screen.getByRole('switch', { name: /大字模式/ });
  expect(large.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(large);
  expect(large.getAttribute('aria-checked')).toBe('true');
  expect(usePreferences.getState()).toMatchObject({ largeText: true, highContrast: false });
});

test('where nothing can be read aloud there is no button for it', () => {
  open(<Me />);
  expect(screen.queryByRole('button', { name: '念给我听' })).toBeNull();
});

test('what is kept is cleared only after asking', () => {
  openAnswerCache().set('k', { data: { answer: 'x'.repeat(5_000), savedAtMs: 1, keep: true } });
  open(<Me />);
  expect(screen.getByText('存了 1 份，共 5 KB，没有网络也能看。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '清空存的内容' }));
  fireEvent.click(screen.getByRole('button', { name: '留着' }));
  expect(openAnswerCache().kept().count).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: '清空存的内容' }));
  fireEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(screen.getByText('还没有存。看过的村规会自动存下，没有网络也能看。')).toBeTruthy();
  expect(openAnswerCache().kept().count).toBe(0);
});

test('says what it is, and which version', () => {
  open(<Me />);
  expect(screen.getByText('版本 1.2.3')).toBeTruthy();
});
