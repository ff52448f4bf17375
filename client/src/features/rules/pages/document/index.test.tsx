import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { open, serve } from '../../../../../test/screen';
import { DOCUMENT_ID, wholeService, zhaying } from '../../../../../test/village-texts';
import DocumentPage from './index';

beforeEach(() => {
  usePreferences.setState({ village: zhaying });
  serve(wholeService);
});

test('says what it is, since when it holds, and that it is an example', async () => {
  open(<DocumentPage />, { documentId: DOCUMENT_ID });
  expect(await screen.findByRole('heading', { level: 1, name: '扎营村村规民约' })).toBeTruthy();
  expect(screen.getByText('2024年3月5日通过，2024年4月1日起实行')).toBeTruthy();
  expect(screen.getByText('第 2 版')).toBeTruthy();
  expect(screen.getByText('示例文本')).toBeTruthy();
});

test('every clause is there with its text; what follows is unfolded one by one', async () => {
  open(<DocumentPage />, { documentId: DOCUMENT_ID });
  expect(await screen.findByText('办事提前五天告诉组长。')).toBeTruthy();
  expect(screen.getByText('垃圾分四样放，不往河里倒。')).toBeTruthy();
  expect(screen.queryByText('院落长当面提醒。')).toBeNull();
  const fold = screen.getAllByRole('button', { name: '没做到怎么办，依据是什么' })[1];
  if (fold) fireEvent.click(fold);
  expect(screen.getByText('院落长当面提醒。')).toBeTruthy();
  expect(screen.getByText('《固体废物污染环境防治法》第四十九条')).toBeTruthy();
  expect(screen.queryByText('红白理事会上门帮着出主意。')).toBeNull();
  expect(screen.getByRole('button', { name: '收起' }).getAttribute('aria-expanded')).toBe('true');
});

test('a clause opens on a page of its own', async () => {
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<DocumentPage />, { documentId: DOCUMENT_ID });
  fireEvent.click(await screen.findByRole('button', { name: /护林防火/ }));
  expect(navigate).toHaveBeenCalledWith({
    url: `/features/rules/pages/clause/index?documentId=${DOCUMENT_ID}&number=3`,
  });
});
