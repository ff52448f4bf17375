import Taro from '@tarojs/taro';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useSession } from './session';
import { usePhotos } from './use-photos';

const PHOTO = {
  id: '01jd',
  width: 640,
  height: 480,
  originalUrl: '/files/01jd/original',
  thumbnailUrl: '/files/01jd/t',
};

beforeEach(() => {
  useSession.getState().begin({ token: 't'.repeat(43), personId: '01ja' });
  const tempFiles = [{ tempFilePath: 'blob:1' }, { tempFilePath: 'blob:2' }];
  jest.spyOn(Taro, 'chooseMedia').mockResolvedValue({ tempFiles } as never);
});

/** Answers uploads when the test says so. */
function uploads() {
  const answers: Array<(answer: { statusCode: number; data: string } | Error) => void> = [];
  const sent = jest.spyOn(Taro, 'uploadFile').mockImplementation(
    () =>
      new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer as never)));
      }) as never,
  );
  const answer = async (n: number, what: { statusCode: number; data: string } | Error) => {
    await waitFor(() => expect(answers.length).toBeGreaterThan(n));
    await act(async () => answers[n]?.(what));
  };
  return { sent, answer, keyOf: (n: number) => sent.mock.calls[n]?.[0].header?.['Idempotency-Key'] };
}

const arrived = (id: string) => ({ statusCode: 200, data: JSON.stringify({ ...PHOTO, id }) });

test('photos are sent one after the other, and the form may go when all have arrived', async () => {
  const { sent, answer } = uploads();
  const { result } = renderHook(() => usePhotos('rules.record', 3));
  act(() => result.current.add());
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(result.current.isReady).toBe(false);
  await answer(0, arrived('a'));
  await answer(1, arrived('b'));
  expect(result.current).toMatchObject({ ids: ['a', 'b'], isReady: true });
  expect(sent.mock.calls[0]?.[0]).toMatchObject({
    url: '/api/files',
    filePath: 'blob:1',
    name: 'file',
    formData: { purpose: 'rules.record' },
  });
});

test('one that did not arrive is sent again under the same key', async () => {
  const { answer, keyOf } = uploads();
  const { result } = renderHook(() => usePhotos('rules.record', 1));
  act(() => result.current.add());
  await answer(0, Object.assign(new Error(), { errMsg: 'uploadFile:fail timeout' }));
  expect(result.current.photos[0]).toMatchObject({ state: 'failed', problem: { code: 'network.timeout' } });
  act(() => result.current.retry(result.current.photos[0] as never));
  await answer(1, arrived('a'));
  expect(result.current.ids).toEqual(['a']);
  expect(keyOf(1)).toBe(keyOf(0));
});

test('one that was removed on its way does not come back', async () => {
  const { sent, answer } = uploads();
  const { result } = renderHook(() => usePhotos('rules.record', 1));
  act(() => result.current.add());
  await waitFor(() => expect(sent).toHaveBeenCalled());
  act(() => result.current.remove(result.current.photos[0]?.key as string));
  await answer(0, arrived('a'));
  expect(result.current).toMatchObject({ photos: [], ids: [], isReady: true });
});

test('what the service refuses says why', async () => {
  const { answer } = uploads();
  const { result } = renderHook(() => usePhotos('rules.record', 1));
  act(() => result.current.add());
  const refusal = { code: 'files.notAnImage', title: '这不是照片', status: 415 };
  await answer(0, { statusCode: 415, data: JSON.stringify(refusal) });
  expect(result.current.photos[0]).toMatchObject({ state: 'failed', problem: { title: '这不是照片' } });
});

test('choosing none changes nothing', async () => {
  jest.spyOn(Taro, 'chooseMedia').mockRejectedValue({ errMsg: 'chooseMedia:fail cancel' });
  const { result } = renderHook(() => usePhotos('rules.record', 1));
  await act(async () => result.current.add());
  expect(result.current.photos).toEqual([]);
});
