import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { cutNetwork, open, serve } from '../../../test/screen';
import { DOCUMENT_ID, inForce, wholeService, zhaying } from '../../../test/village-texts';
import Rules from './index';

test('without a village: choose one, or search', () => {
  serve({});
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<Rules />);
  expect(screen.getByText('先选您的村')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /在村规里找/ }));
  expect(navigate).toHaveBeenCalledWith({ url: '/features/rules/pages/search/index' });
});

test('every clause of the compact is one tap away', async () => {
  usePreferences.setState({ village: zhaying });
  serve(wholeService);
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<Rules />);
  fireEvent.click(await screen.findByRole('button', { name: /垃圾分类/ }));
  expect(navigate).toHaveBeenCalledWith({
    url: `/features/rules/pages/clause/index?documentId=${DOCUMENT_ID}&number=2`,
  });
  expect(screen.getByText('示例文本')).toBeTruthy();
  expect(screen.getByText('以上村规为演示而写，村里并未真正公布。')).toBeTruthy();
});

test('special agreements stand below, each with its size and date', async () => {
  usePreferences.setState({ village: zhaying });
  const [main] = inForce.documents;
  const water = { ...main, id: 'water', title: '水源保护约定', clauseCount: 4, illustrative: false };
  serve({ ...wholeService, '/villages/zhaying/rules': { documents: [main, water] } });
  open(<Rules />);
  expect((await screen.findByRole('button', { name: /水源保护约定/ })).textContent).toBe(
    '水源保护约定4 条，2024年4月1日起实行',
  );
});

test('a village without rules, an adopted text without the mark of an example', async () => {
  usePreferences.setState({ village: zhaying });
  serve({ ...wholeService, '/villages/zhaying/rules': { documents: [] } });
  open(<Rules />);
  expect(await screen.findByText('扎营村还没有公布村规民约')).toBeTruthy();
  expect(screen.queryByText('示例文本')).toBeNull();
});

test('no network and nothing kept: says so, and that nothing is lost by trying again', async () => {
  usePreferences.setState({ village: zhaying });
  cutNetwork();
  open(<Rules />);
  expect(await screen.findByText('连不上网络')).toBeTruthy();
  expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
});

test('what the village is asked about stands above what holds', async () => {
  usePreferences.setState({ village: zhaying });
  const draft = { id: 'r1', title: '用水公约', version: 1, state: 'comments', until: '2099-12-20', clauseCount: 3 };
  serve({ ...wholeService, '/villages/zhaying/rules/announced': { documents: [draft] } });
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<Rules />);
  fireEvent.click(await screen.findByRole('button', { name: /用水公约/ }));
  expect(screen.getByText('意见收到 2099年12月20日为止')).toBeTruthy();
  expect(navigate).toHaveBeenCalledWith({ url: '/features/rules/pages/consultation/index?documentId=r1' });
});
