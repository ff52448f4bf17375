import { fireEvent, screen } from '@testing-library/react';
import { open, serve } from '../../../../../test/screen';
import SelfCheckPage from './index';

test('four situations; one answer that is enough stops at once, without anything being sent', () => {
  const request = serve({});
  open(<SelfCheckPage />);
  fireEvent.click(screen.getByText('正要转一笔钱'));
  expect(screen.getByText('还有没答的，答完给您一个说法。')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('radio', { name: '是' })[0] as HTMLElement);
  expect(screen.getByText('停下来，这很像诈骗')).toBeTruthy();
  expect(screen.getByText('没见过面的人，钱追不回来。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '打 96110 问' })).toBeTruthy();
  expect(request).not.toHaveBeenCalled();
});

test('nothing found is not called safe', () => {
  open(<SelfCheckPage />);
  fireEvent.click(screen.getByText('接到一个电话'));
  for (const no of screen.getAllByRole('radio', { name: '不是' })) fireEvent.click(no);
  expect(screen.getByText('这几样里没有看出来')).toBeTruthy();
  expect(screen.getByText('不等于安全。凡是要钱、要验证码，都先停下来问一问。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '换一种情形' }));
  expect(screen.getByText('现在是哪种情形？')).toBeTruthy();
});
