import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Overview from './index';

const notice = { version: 2, effectiveOn: '2026-11-24', sections: [] };
const base = { purpose: 'base', kind: 'notice', version: 2, state: 'given', said: null };
const mine = { consents: [base], isChild: false, children: [] };
const signIn = () => useSession.setState({ session: { token: 'token-1', personId: 'p1' } });

test('signed out: the notice can be read, and nothing of a person is asked for', async () => {
  const request = serve({ '/privacy/notice': notice });
  open(<Overview />);
  expect(await screen.findByText('第 2 版，2026年11月24日起')).toBeTruthy();
  expect(screen.getByText(/没有登录过，这里没有您的账号/)).toBeTruthy();
  expect(request).toHaveBeenCalledTimes(1);
});

test('signed in: the ways to everything; a child of the household has a row', async () => {
  signIn();
  serve({ '/privacy/notice': notice, '/me/consents': { ...mine, children: [{ personId: 'c1', name: '冉小满' }] } });
  const to = jest.spyOn(Taro, 'navigateTo');
  open(<Overview />);
  fireEvent.click(await screen.findByRole('button', { name: /替冉小满决定/ }));
  expect(to).toHaveBeenCalledWith({ url: '/features/privacy/pages/child/index?childId=c1' });
  for (const name of [/^我的同意/, /^我的资料/, /^谁看过我的资料/, /^注销账号/])
    expect(screen.getByRole('button', { name })).toBeTruthy();
  expect(screen.queryByText('看说明')).toBeNull();
});

test.each([
  ['outdated', '隐私说明更新了'],
  ['none', '请看一看隐私说明'],
])('the notice is shown to whoever has not seen it: %s', async (state, title) => {
  signIn();
  serve({ '/privacy/notice': notice, '/me/consents': { ...mine, consents: [{ ...base, state }] } });
  open(<Overview />);
  expect(await screen.findByText(title)).toBeTruthy();
});

test('what went wrong can be tried again', async () => {
  signIn();
  serve({ '/privacy/notice': notice, '/me/consents': refuse(503, 'service.failed', '系统繁忙，请稍后再试') });
  open(<Overview />);
  expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy();
});
