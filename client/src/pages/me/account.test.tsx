import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { openAnswerCache } from '@/platform/answer-cache';
import { useSession } from '@/platform/session';
import { cutNetwork, neverAnswer, open, refuse, serve } from '../../../test/screen';
import { Account } from './account';
import { scanDesktopCode } from './scan-desktop-row';

const signIn = () => useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
const cadre = {
  role: 'cadre',
  roleName: '村干部',
  regionId: 'zhaying',
  regionName: '扎营村',
  endsOn: '2028-03-31',
};
const me = { id: 'p1', name: '田秀英', roles: [cadre] };

test('signed out: one button, and nothing is asked of the service', () => {
  const request = neverAnswer();
  const to = jest.spyOn(Taro, 'navigateTo');
  open(<Account />);
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(to).toHaveBeenCalledWith({ url: '/features/identity/pages/sign-in/index' });
  expect(request).not.toHaveBeenCalled();
});

test('signed in: the name, and each office with its place and term', async () => {
  signIn();
  serve({ '/me': me });
  open(<Account />);
  expect(await screen.findByRole('heading', { name: '田秀英' })).toBeTruthy();
  expect(screen.getByText('扎营村 村干部')).toBeTruthy();
  expect(screen.getByText('任期到2028年3月31日')).toBeTruthy();
});

test('whoever has no name yet writes it, and is told what the service does not take', async () => {
  signIn();
  serve({
    '/me': { ...me, name: null, roles: [] },
    '/me/name': refuse(422, 'request.invalid', '姓名只能是汉字、字母和间隔号'),
  });
  open(<Account />);
  fireEvent.click(await screen.findByRole('button', { name: '填写姓名' }));
  fireEvent.change(screen.getByRole('textbox', { name: '您的姓名' }), { target: { value: '田1' } });
  fireEvent.click(screen.getByRole('button', { name: '保存姓名' }));
  expect(await screen.findByText('姓名只能是汉字、字母和间隔号')).toBeTruthy();
  const request = serve({ '/me': me, '/me/name': {} });
  fireEvent.change(screen.getByRole('textbox', { name: '您的姓名' }), { target: { value: '田秀英' } });
  fireEvent.click(screen.getByRole('button', { name: '保存姓名' }));
  expect(await screen.findByRole('heading', { name: '田秀英' })).toBeTruthy();
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'PUT', data: { name: '田秀英' } }));
});

test('leaving is asked first, and leaves nothing of the person on the phone', async () => {
  signIn();
  serve({ '/me': me, '/sessions/current': {} });
  open(<Account />);
  await screen.findByRole('heading', { name: '田秀英' });
  expect(openAnswerCache().kept().count).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  expect(await screen.findByText('还没有登录')).toBeTruthy();
  expect(openAnswerCache().kept().count).toBe(0);
});

test('without a network one can leave all the same', async () => {
  signIn();
  cutNetwork();
  open(<Account />);
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }));
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  await waitFor(() => expect(useSession.getState().session).toBeNull());
});

test.each([
  ['ours leads to consent', 'xiangyue://desktop/01jd/scan', 'navigateTo'],
  ['another is named as such', 'https://example.com', 'showToast'],
] as const)('a scanned code: %s', async (_, result, then) => {
  jest.spyOn(Taro, 'scanCode').mockResolvedValue({ result } as never);
  const called = jest.spyOn(Taro, then);
  await scanDesktopCode();
  expect(called).toHaveBeenCalledTimes(1);
});
