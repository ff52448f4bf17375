import Taro from '@tarojs/taro';
import { act, fireEvent, screen } from '@testing-library/react';
import { PERSON_CODE_MS } from '@xiangyue/shared/features/identity/person-code.rules';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import MyCode from './index';

const shown = { code: '7k3m9xq2', name: '冉桂兰', expiresAt: new Date().toISOString() };

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('the code, in two halves and as a picture, for ten minutes', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
  try {
    serve({ '/me/code': shown });
    open(<MyCode />);
    await act(async () => jest.advanceTimersByTimeAsync(10));
    expect(screen.getByText('7K3M 9XQ2')).toBeTruthy();
    expect(screen.getByRole('img', { name: '我的编号的二维码' })).toBeTruthy();
    await act(async () => jest.advanceTimersByTimeAsync(PERSON_CODE_MS));
    expect(screen.queryByText('7K3M 9XQ2')).toBeNull();
    serve({ '/me/code': { ...shown, code: 'aaaabbbb' } });
    fireEvent.click(screen.getByRole('button', { name: '换一个编号' }));
    await act(async () => jest.advanceTimersByTimeAsync(10));
    expect(screen.getByText('AAAA BBBB')).toBeTruthy();
  } finally {
    jest.useRealTimers();
  }
});

test('whoever has no name yet is led to write it', async () => {
  serve({ '/me/code': refuse(409, 'identity.nameMissing', '请先填写您的姓名', '别人要先看到您的姓名') });
  const to = jest.spyOn(Taro, 'switchTab');
  open(<MyCode />);
  fireEvent.click(await screen.findByRole('button', { name: '去填姓名' }));
  expect(to).toHaveBeenCalledWith({ url: '/pages/me/index' });
});
