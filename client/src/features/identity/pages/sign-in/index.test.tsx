import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import SignIn from './index';

const asked = { id: '01jd', scanCode: 'scan', secret: 'secret', expiresAt: '2026-11-24T06:00:00.000Z' };
const session = { token: 'token-1', personId: 'p1', expiresAt: '2026-12-24T06:00:00.000Z' };
const identities = { identities: [{ key: 'cadre', name: '田秀英', what: '扎营村村干部' }] };
const notice = { version: 3, effectiveOn: '2026-11-24', sections: [] };
const told = { '/privacy/notice': notice, '/me/consents/base': {} };
const noDemo = refuse(404, 'request.pathUnknown', '没有这个地址');

/** So many milliseconds go by; what they change is drawn at their end. */
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

afterEach(() => jest.useRealTimers());

test('says what is kept, and that rules are read without signing in', async () => {
  serve({ ...told, '/demo/identities': noDemo, '/desktop-sign-ins': asked });
  open(<SignIn />);
  expect(screen.getByText(/不登录也能看村规/)).toBeTruthy();
  expect(screen.getByText(/不要手机号、头像和位置/)).toBeTruthy();
  expect(await screen.findByRole('img', { name: '登录二维码' })).toBeTruthy();
  expect(screen.queryByText('演示身份')).toBeNull();
});

test('one tap on a demo identity signs in and goes back', async () => {
  serve({ ...told, '/demo/identities': identities, '/desktop-sign-ins': asked, '/sessions/demo': session });
  const home = jest.spyOn(Taro, 'switchTab');
  open(<SignIn />);
  fireEvent.click(await screen.findByRole('button', { name: /田秀英/ }));
  await act(async () => undefined);
  expect(useSession.getState().session).toEqual({ token: 'token-1', personId: 'p1' });
  expect(home).toHaveBeenCalledWith({ url: '/pages/me/index' });
});

test('signing in tells the service which version of the notice was there to read', async () => {
  const service = { ...told, '/demo/identities': identities, '/desktop-sign-ins': asked, '/sessions/demo': session };
  const request = serve(service);
  open(<SignIn />);
  expect(await screen.findByText('第 3 版，登录前请看一看')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: /田秀英/ }));
  await act(async () => undefined);
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({
      method: 'PUT',
      url: '/api/me/consents/base',
      data: { version: 3, isGiven: true },
      header: expect.objectContaining({ Authorization: 'Bearer token-1' }),
    }),
  );
});

test('a sign-in that is refused says why, with its number', async () => {
  serve({
    ...told,
    '/demo/identities': identities,
    '/desktop-sign-ins': asked,
    '/sessions/demo': refuse(404, 'identity.demoUnknown', '没有这个演示身份'),
  });
  open(<SignIn />);
  fireEvent.click(await screen.findByRole('button', { name: /田秀英/ }));
  expect(await screen.findByText('没有这个演示身份')).toBeTruthy();
  expect(screen.getByText('编号 k3v9x2')).toBeTruthy();
  expect(useSession.getState().session).toBeNull();
});

test('no code to scan is a problem that can be tried again', async () => {
  serve({
    ...told,
    '/demo/identities': noDemo,
    '/desktop-sign-ins': refuse(503, 'service.failed', '系统繁忙，请稍后再试'),
  });
  open(<SignIn />);
  const retry = await screen.findByRole('button', { name: '重试' });
  serve({ ...told, '/desktop-sign-ins': asked });
  fireEvent.click(retry);
  expect(await screen.findByRole('img', { name: '登录二维码' })).toBeTruthy();
});

test('the desktop signs in as soon as the phone has agreed', async () => {
  jest.useFakeTimers();
  const collect = '/desktop-sign-ins/01jd/collect';
  const service = { ...told, '/demo/identities': noDemo, '/desktop-sign-ins': asked };
  const request = serve({ ...service, [collect]: { state: 'waiting', session: null } });
  open(<SignIn />);
  await pass(10);
  await pass(2_100);
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ url: `/api${collect}`, data: { secret: 'secret' } }));
  expect(useSession.getState().session).toBeNull();
  serve({ ...service, [collect]: { state: 'confirmed', session } });
  await pass(2_100);
  expect(useSession.getState().session).toEqual({ token: 'token-1', personId: 'p1' });
});

test('after two minutes the code is gone, nothing is asked any more, and a new one can be had', async () => {
  jest.useFakeTimers();
  serve({
    ...told,
    '/demo/identities': noDemo,
    '/desktop-sign-ins': asked,
    '/desktop-sign-ins/01jd/collect': { state: 'waiting', session: null },
  });
  open(<SignIn />);
  await pass(10);
  await pass(125_000);
  expect(screen.queryByRole('img', { name: '登录二维码' })).toBeNull();
  const silent = serve({});
  await pass(10_000);
  expect(silent).not.toHaveBeenCalled();
  serve({ ...told, '/desktop-sign-ins': asked });
  fireEvent.click(screen.getByRole('button', { name: '刷新二维码' }));
  await pass(10);
  expect(screen.getByRole('img', { name: '登录二维码' })).toBeTruthy();
});
