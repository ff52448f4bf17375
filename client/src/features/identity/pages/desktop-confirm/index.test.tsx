import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import DesktopConfirm from './index';

const params = { signInId: '01jd', scanCode: 'scan' };

test('consent is given once it is clear what it means', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  const request = serve({ '/desktop-sign-ins/01jd/confirm': {} });
  open(<DesktopConfirm />, params);
  expect(screen.getByText(/都算您本人的/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '同意登录' }));
  expect(await screen.findByText('电脑已经登录')).toBeTruthy();
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ data: { scanCode: 'scan' } }));
});

test('a code that is used or old says what to do', async () => {
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
  serve({
    '/desktop-sign-ins/01jd/confirm': refuse(410, 'identity.desktopEnded', '这个二维码已经用过或过期', '请刷新再扫'),
  });
  open(<DesktopConfirm />, params);
  fireEvent.click(screen.getByRole('button', { name: '同意登录' }));
  expect(await screen.findByText('这个二维码已经用过或过期')).toBeTruthy();
  expect(screen.getByText('请刷新再扫')).toBeTruthy();
});

test('somebody who has not signed in is asked to first', () => {
  open(<DesktopConfirm />, params);
  expect(screen.getByText('先在手机上登录')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '同意登录' })).toBeNull();
});
