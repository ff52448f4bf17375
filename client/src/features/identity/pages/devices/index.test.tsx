import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Devices from './index';

const now = new Date().toISOString();
const phone = { id: 'a', device: 'wechat', startedAt: now, lastSeenAt: now, current: true };
const desktop = { id: 'b', device: 'desktop', startedAt: now, lastSeenAt: now, current: false };

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('another device can be made to leave; this one cannot here', async () => {
  serve({ '/me/sessions': { sessions: [phone, desktop] }, '/me/sessions/b': {} });
  open(<Devices />);
  expect(await screen.findByText('正在用的这台')).toBeTruthy();
  const leave = screen.getAllByRole('button', { name: '退出这台设备' });
  expect(leave).toHaveLength(1);
  const request = serve({ '/me/sessions': { sessions: [phone] }, '/me/sessions/b': {} });
  fireEvent.click(leave[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByText('电脑')).toBeNull());
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'DELETE', url: '/api/me/sessions/b' }));
});

test('a session that has ended leads to signing in', async () => {
  serve({ '/me/sessions': refuse(401, 'session.ended', '登录已过期') });
  open(<Devices />);
  expect(await screen.findByText('登录以后才看得到您的设备。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '登录' })).toBeTruthy();
});
