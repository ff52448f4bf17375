import Taro from '@tarojs/taro';
import { act, renderHook, waitFor } from '@testing-library/react';
import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import { AnswersProvider } from './answers-provider';
import { useSession } from './session';
import { useApi } from './use-api';
import { usePages } from './use-pages';

const message = (id: string, readAt: string | null) => ({ id, readAt });
let read: string | null;
/** Three pages of one message each. */
const pageOf = (url: string) => {
  const before = new URLSearchParams(url.split('?')[1]).get('before');
  if (before === 'm3') return { messages: [message('m2', read)], next: 'm2' };
  if (before === 'm2') return { messages: [message('m1', read)], next: null };
  return { messages: [message('m3', read)], next: 'm3' };
};

function openPages() {
  return renderHook(
    () => {
      const first = useApi(messagesContract.mine, {});
      return { first, list: usePages(messagesContract.mine, first, ({ next }) => (next ? { before: next } : null)) };
    },
    { wrapper: AnswersProvider },
  );
}

beforeEach(() => {
  read = null;
  useSession.setState({ session: { token: 't', personId: 'p1' } });
  jest
    .spyOn(Taro, 'request')
    .mockImplementation((async ({ url }: { url: string }) => ({ statusCode: 200, data: pageOf(url) })) as never);
});

test('a fresh first page keeps the reader where they are, and has the others asked for again', async () => {
  const { result } = openPages();
  await waitFor(() => expect(result.current.list.pages).toHaveLength(1));
  await act(async () => result.current.list.more?.());
  await act(async () => result.current.list.more?.());
  const seen = () =>
    result.current.list.pages.flatMap(({ messages }) => messages.map(({ id, readAt }) => [id, readAt]));
  expect(seen()).toEqual([
    ['m3', null],
    ['m2', null],
    ['m1', null],
  ]);
  expect(result.current.list.more).toBeUndefined();

  read = '2026-11-24T06:00:00Z';
  await act(async () => result.current.first.retry());
  expect(result.current.list.pages).toHaveLength(3);
  await waitFor(() =>
    expect(seen()).toEqual([
      ['m3', read],
      ['m2', read],
      ['m1', read],
    ]),
  );
});

test('another person has other pages', async () => {
  const { result } = openPages();
  await waitFor(() => expect(result.current.list.pages).toHaveLength(1));
  await act(async () => result.current.list.more?.());
  expect(result.current.list.pages).toHaveLength(2);
  act(() => useSession.setState({ session: { token: 't2', personId: 'p2' } }));
  await waitFor(() => expect(result.current.list.pages).toHaveLength(1));
});
