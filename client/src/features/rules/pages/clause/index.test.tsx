import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { cutNetwork, open, refuse, serve } from '../../../../../test/screen';
import { DOCUMENT_ID, wholeService, zhaying } from '../../../../../test/village-texts';
import ClausePage from './index';

const second = { documentId: DOCUMENT_ID, number: '2' };

beforeEach(() => usePreferences.setState({ village: zhaying }));

test('one clause: what it says, what follows, what it rests on', async () => {
  serve(wholeService);
  open(<ClausePage />, second);
  expect(await screen.findByRole('heading', { level: 1, name: '垃圾分类' })).toBeTruthy();
  expect(screen.getByText('第 2 条')).toBeTruthy();
  expect(screen.getByText('院落长当面提醒。')).toBeTruthy();
  expect(screen.getByText('《固体废物污染环境防治法》第四十九条')).toBeTruthy();
});

test('on to the next and back to the first; the ends are ends, and the address follows', async () => {
  serve(wholeService);
  open(<ClausePage />, second);
  fireEvent.click(await screen.findByRole('button', { name: '下一条' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('护林防火');
  expect(window.location.hash).toBe(`#/features/rules/pages/clause/index?documentId=${DOCUMENT_ID}&number=3`);
  expect(screen.getByRole('button', { name: '下一条' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '上一条' }));
  fireEvent.click(screen.getByRole('button', { name: '上一条' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('红白喜事从简办');
  expect(screen.getByRole('button', { name: '上一条' }).hasAttribute('disabled')).toBe(true);
});

test('opened by a link on a phone that knows no village: it works, and offers this village', async () => {
  usePreferences.setState({ village: null });
  serve(wholeService);
  open(<ClausePage />, second);
  fireEvent.click(await screen.findByRole('button', { name: '是，我是扎营村的' }));
  expect(usePreferences.getState().village).toEqual(zhaying);
  expect(screen.queryByText('您也是扎营村的吗？')).toBeNull();
});

test('where there is no share sheet the link is copied', async () => {
  serve(wholeService);
  const copy = jest.spyOn(Taro, 'setClipboardData');
  open(<ClausePage />, second);
  const share = await screen.findByRole('button', { name: '转给别人' });
  await act(async () => void fireEvent.click(share));
  expect(copy).toHaveBeenCalledWith({
    data: `扎营村村规第 2 条：垃圾分类\nhttp://localhost/#/features/rules/pages/clause/index?documentId=${DOCUMENT_ID}&number=2`,
  });
});

test('a number that the document does not have', async () => {
  serve(wholeService);
  open(<ClausePage />, { documentId: DOCUMENT_ID, number: '77' });
  expect(await screen.findByText('没有这一条')).toBeTruthy();
  expect(screen.getByText('扎营村村规民约一共 3 条。')).toBeTruthy();
});

test('once read it is there without a network, after a restart', async () => {
  serve(wholeService);
  const firstRun = open(<ClausePage />, second);
  await screen.findByRole('heading', { level: 1 });
  firstRun.unmount();
  cutNetwork();
  open(<ClausePage />, second);
  expect(screen.getByText('没有网络，这是刚刚保存的内容')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('垃圾分类');
});

test('a document that was replaced is no longer shown, although it is kept', async () => {
  serve(wholeService);
  const firstRun = open(<ClausePage />, second);
  await screen.findByRole('heading', { level: 1 });
  firstRun.unmount();
  const gone = refuse(404, 'rules.documentUnknown', '没有找到这份村规民约', '它可能已被新的版本代替');
  serve({ ...wholeService, [`/rules/${DOCUMENT_ID}`]: gone });
  open(<ClausePage />, second);
  expect(await screen.findByText('它可能已被新的版本代替')).toBeTruthy();
  expect(screen.queryByText('垃圾分类')).toBeNull();
  expect(screen.getByRole('button', { name: '回首页' })).toBeTruthy();
});
