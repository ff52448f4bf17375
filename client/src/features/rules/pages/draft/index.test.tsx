import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { asCadre, aWork } from '../../../../../test/rule-texts';
import { open, refuse, serve } from '../../../../../test/screen';
import DraftPage from './index';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['Date'] });
  useSession.setState({ session: { token: 'token-1', personId: 'p1' } });
});
afterEach(() => jest.useRealTimers());

const PATH = '/rules/r1/work';
const pause = () => act(async () => void (await jest.advanceTimersByTimeAsync(1_500)));

async function openClause() {
  open(<DraftPage />, { documentId: 'r1' });
  return (await screen.findByLabelText('内容：要怎样做')) as HTMLTextAreaElement;
}

test('a fine is refused as it is typed; the proposal takes the sentence’s place, and it saves itself', async () => {
  const request = serve({ ...asCadre, [PATH]: aWork, '/rules/r1/draft': { revision: 4 } });
  const text = await openClause();
  fireEvent.change(text, { target: { value: '天旱时轮流放水。乱放水的，罚款50元。' } });
  expect(screen.getByText('“罚款”：村规民约不能罚款')).toBeTruthy();
  expect(screen.getByText('要改')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '用这句话' }));
  expect(screen.queryByText('“罚款”：村规民约不能罚款')).toBeNull();
  expect(text.value).toMatch(/^天旱时轮流放水。由院落长当面提醒/);
  await pause();
  expect(screen.getByText('已保存')).toBeTruthy();
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({
      method: 'PUT',
      url: '/api/rules/r1/draft',
      data: expect.objectContaining({ revision: 3, title: '用水公约' }),
    }),
  );
});

test('somebody else wrote too: nothing is lost, and one chooses', async () => {
  serve({ ...asCadre, [PATH]: aWork, '/rules/r1/draft': refuse(409, 'rules.movedOn', '别人刚刚动过这份村规') });
  const text = await openClause();
  fireEvent.change(text, { target: { value: '我写的。' } });
  await pause();
  expect(screen.getByText('别人也在改这份草案')).toBeTruthy();
  expect(text.value).toBe('我写的。');
  const theirs = { ...aWork, revision: 9, clauses: [{ ...aWork.clauses[0], text: '他写的。' }] };
  const request = serve({ ...asCadre, [PATH]: theirs, '/rules/r1/draft': { revision: 10 } });
  fireEvent.click(screen.getByRole('button', { name: '用我的，盖过他的' }));
  await waitFor(() =>
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({ method: 'PUT', data: expect.objectContaining({ revision: 9 }) }),
    ),
  );
  expect(text.value).toBe('我写的。');
});

test('or takes what the other wrote', async () => {
  serve({ ...asCadre, [PATH]: aWork, '/rules/r1/draft': refuse(409, 'rules.movedOn', '别人刚刚动过这份村规') });
  const text = await openClause();
  fireEvent.change(text, { target: { value: '我写的。' } });
  await pause();
  const theirs = { ...aWork, revision: 9, clauses: [{ ...aWork.clauses[0], text: '他写的。' }] };
  serve({ ...asCadre, [PATH]: theirs });
  fireEvent.click(screen.getByRole('button', { name: '看他改的，放下我的' }));
  await waitFor(() => expect(text.value).toBe('他写的。'));
  expect(screen.queryByText('别人也在改这份草案')).toBeNull();
});

test('what has been announced is not written on', async () => {
  serve({ ...asCadre, [PATH]: { ...aWork, state: 'comments' } });
  const navigate = jest.spyOn(Taro, 'navigateTo');
  open(<DraftPage />, { documentId: 'r1' });
  fireEvent.click(await screen.findByRole('button', { name: '看它办到哪一步' }));
  expect(navigate).toHaveBeenCalledWith({ url: '/features/rules/pages/desk/index?documentId=r1' });
});
