import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Workbench from './index';

const cadre = { role: 'cadre', roleName: '村干部', regionId: 'zhaying', regionName: '扎营村', endsOn: '2031-01-04' };
const me = { id: 'p1', name: '冉光明', roles: [cadre] };

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('what the office may do, and the way there', async () => {
  serve({ '/me': me });
  const to = jest.spyOn(Taro, 'navigateTo');
  open(<Workbench />);
  expect(await screen.findByRole('heading', { name: '扎营村' })).toBeTruthy();
  expect(screen.getByText('您是村干部')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /看谁担任什么/ }));
  expect(to).toHaveBeenCalledWith({ url: '/features/identity/pages/offices/index?regionId=zhaying' });
});

test('a villager is told that there is nothing to do', async () => {
  serve({ '/me': { ...me, roles: [] } });
  open(<Workbench />);
  expect(await screen.findByText('您现在没有要在这里办的事')).toBeTruthy();
});

test.each([
  ['nobody is signed in', null, '还没有登录'],
  ['the session has ended', { token: 'token-1', personId: 'p1' }, '还没有登录'],
])('%s', async (_what, session, words) => {
  useSession.setState({ session });
  serve({ '/me': refuse(401, 'session.ended', '登录已过期') });
  open(<Workbench />);
  expect(await screen.findByText(words)).toBeTruthy();
});
