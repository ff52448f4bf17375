import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { cutNetwork, neverAnswer, open, refuse, serve } from '../../../test/screen';
import { townships, wholeService, zhaying } from '../../../test/village-texts';
import Home from './index';

test('the first time: one question, and the facts of the only township', async () => {
  serve({ '/townships': townships });
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<Home />);
  expect(screen.getByText('您是哪个村的？')).toBeTruthy();
  expect(await screen.findByText('68 名')).toBeTruthy();
  expect(screen.getByText('来源：2022 年报告')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '选我的村' }));
  expect(navigate).toHaveBeenCalledWith({ url: '/features/regions/pages/choose-village/index' });
});

test('in my village: how many clauses hold, since when, and that the text is an example', async () => {
  usePreferences.setState({ village: zhaying });
  serve(wholeService);
  open(<Home />);
  expect(screen.getByRole('heading', { name: '扎营村' })).toBeTruthy();
  expect((await screen.findByText('现行村规民约')).parentElement?.textContent).toContain('示例文本');
  expect(screen.getByText('3').textContent).toBe('3条');
  expect(screen.getByText('2024年4月1日起实行')).toBeTruthy();
  expect(await screen.findByText(/^今天读一条：第 [123] 条$/)).toBeTruthy();
});

test('a village without rules is told what to do', async () => {
  usePreferences.setState({ village: { ...zhaying, id: 'hongxi', name: '红溪村' } });
  serve({ '/townships': townships, '/villages/hongxi/rules': { documents: [] } });
  open(<Home />);
  expect(await screen.findByText('红溪村还没有公布村规民约')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '看村规' })).toBeNull();
});

test('while it loads there is a skeleton, read out as such', () => {
  usePreferences.setState({ village: zhaying });
  neverAnswer();
  open(<Home />);
  expect(screen.getAllByRole('status', { name: '正在取内容' }).length).toBeGreaterThan(0);
});

test('a failing service: the sentence, a way to try again, the number; and trying again works', async () => {
  usePreferences.setState({ village: zhaying });
  serve({ ...wholeService, '/villages/zhaying/rules': refuse(500, 'service.failed', '系统繁忙，请稍后再试') });
  open(<Home />);
  expect(await screen.findByText('系统繁忙，请稍后再试')).toBeTruthy();
  expect(screen.getByText('编号 k3v9x2')).toBeTruthy();
  serve(wholeService);
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('现行村规民约')).toBeTruthy();
});

test('after a restart without a network everything that was read is there, with its age', async () => {
  usePreferences.setState({ village: zhaying });
  serve(wholeService);
  const firstRun = open(<Home />);
  await screen.findByText(/今天读一条/);
  firstRun.unmount();

  cutNetwork();
  open(<Home />);
  expect(screen.getByText('没有网络，这是刚刚保存的内容')).toBeTruthy();
  expect(screen.getByText('现行村规民约')).toBeTruthy();
  expect(screen.getByText(/今天读一条/)).toBeTruthy();
});
