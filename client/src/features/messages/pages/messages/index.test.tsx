import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { cutNetwork, open, refuse, serve } from '../../../../../test/screen';
import Messages from './index';

const message = (id: string, readAt: string | null) => ({
  id,
  kind: 'identity.officeGiven',
  title: '您有了新的职务',
  text: `正文 ${id}`,
  about: null,
  createdAt: '2026-03-05T02:00:00.000Z',
  readAt,
});
const NOW = '2026-03-06T02:00:00.000Z';

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('a message that is opened has been read, and leads to what it is about', async () => {
  serve({ '/me/messages': { messages: [message('b', null), message('a', NOW)], next: null } });
  const to = jest.spyOn(Taro, 'switchTab');
  open(<Messages />);
  expect(await screen.findByText('没看')).toBeTruthy();
  const request = serve({
    '/me/messages': { messages: [message('b', NOW), message('a', NOW)], next: null },
    '/me/messages/b/read': {},
    '/me/messages/unread': { unread: 0 },
  });
  fireEvent.click(screen.getByRole('button', { name: /正文 b/ }));
  expect(to).toHaveBeenCalledWith({ url: '/pages/me/index' });
  await waitFor(() => expect(screen.queryByText('没看')).toBeNull());
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ method: 'PUT', url: '/api/me/messages/b/read' }));
});

test('all of them at once, and without a signal: it counts at once and waits', async () => {
  serve({ '/me/messages': { messages: [message('b', null), message('a', null)], next: null } });
  open(<Messages />);
  expect(await screen.findAllByText('没看')).toHaveLength(2);
  cutNetwork();
  fireEvent.click(screen.getByRole('button', { name: '都看过了' }));
  await waitFor(() => expect(screen.queryAllByText('没看')).toHaveLength(0));
  expect(screen.getByText('1 项待上传')).toBeTruthy();
});

test.each([
  ['none yet', { messages: [], next: null }, '还没有消息'],
  ['a problem', refuse(500, 'service.failed', '系统繁忙，请稍后再试'), '系统繁忙，请稍后再试'],
])('%s', async (_what, answer, words) => {
  serve({ '/me/messages': answer });
  open(<Messages />);
  expect(await screen.findByText(words)).toBeTruthy();
});
