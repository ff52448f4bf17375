import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Looks from './index';

const at = new Date().toISOString();
const look = {
  id: 'a',
  name: '冉光明',
  offices: ['扎营村 村干部'],
  what: '打开了户籍资料',
  scope: 'person',
  firstAt: at,
  lastAt: at,
  times: 1,
};

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('nobody has looked: said plainly', async () => {
  serve({ '/me/looks': { looks: [], next: null } });
  open(<Looks />);
  expect(await screen.findByText('还没有工作人员看过您的资料')).toBeTruthy();
});

test('who, in which office, what and how often; the earlier ones on demand', async () => {
  serve({
    '/me/looks': { looks: [{ ...look, times: 3 }], next: '1-a' },
    '/me/looks?after=1-a': {
      looks: [{ ...look, id: 'b', name: '谭志平', scope: 'group', what: '导出了花名册' }],
      next: null,
    },
  });
  open(<Looks />);
  expect(await screen.findByText('冉光明打开了户籍资料')).toBeTruthy();
  expect(screen.getByText(/扎营村 村干部，今天 .*共 3 次/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '看更早的' }));
  expect(await screen.findByText('谭志平导出了花名册')).toBeTruthy();
  expect(screen.getByText('名单里有您')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull();
});

test('a session that has ended leads to signing in', async () => {
  serve({ '/me/looks': refuse(401, 'session.ended', '登录已过期') });
  open(<Looks />);
  expect(await screen.findByText('登录以后，才看得到谁看过您的资料。')).toBeTruthy();
});
