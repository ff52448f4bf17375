import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { open } from '../../test/screen';
import { Page } from './page';

test('a tab has the way to the other tabs, and none back', () => {
  const switchTab = jest.spyOn(Taro, 'switchTab');
  open(
    <Page title="乡约" tab="home">
      …
    </Page>,
  );
  fireEvent.click(screen.getByRole('button', { name: '村规' }));
  expect(switchTab).toHaveBeenCalledWith({ url: '/pages/rules/index' });
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
  expect(screen.getByRole('button', { name: '首页' }).getAttribute('aria-current')).toBe('page');
});

test('a page above goes back where one came from, or home when it was opened by a link', () => {
  const back = jest.spyOn(Taro, 'navigateBack');
  const home = jest.spyOn(Taro, 'switchTab');
  const stack = jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{}, {}]);
  open(<Page title="找村规">…</Page>);
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(back).toHaveBeenCalledTimes(1);
  stack.mockReturnValue([{}]);
  fireEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(home).toHaveBeenCalledWith({ url: '/pages/home/index' });
});

test('the title is the document’s, as text', () => {
  open(<Page title="<b>村规</b>">…</Page>);
  expect(document.title).toBe('<b>村规</b>');
  expect(screen.getByText('<b>村规</b>').innerHTML).toBe('&lt;b&gt;村规&lt;/b&gt;');
});

test('large text and high contrast reach the page and the ground behind it', () => {
  usePreferences.setState({ largeText: true, highContrast: true });
  const { container } = open(
    <Page title="乡约" tab="home">
      …
    </Page>,
  );
  expect(container.querySelector('.page.page--large.page--contrast')).not.toBeNull();
  expect(document.documentElement.className).toBe('page page--large page--contrast');
});
