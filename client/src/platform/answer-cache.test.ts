import Taro from '@tarojs/taro';
import { openAnswerCache } from './answer-cache';

const saved = (answer: unknown, savedAtMs = 1, keep = true) => ({ data: { answer, savedAtMs, keep } });

afterEach(() => Taro.clearStorageSync());

test('what was read is there after a restart, with its time', () => {
  openAnswerCache().set('/rules/1#a', saved({ title: '村规' }, 1_700_000_000_000));
  const afterRestart = openAnswerCache();
  expect(afterRestart.get('/rules/1#a')).toEqual(saved({ title: '村规' }, 1_700_000_000_000));
  expect([...afterRestart.keys()]).toEqual(['/rules/1#a']);
});

test('an answer of another shape is another answer', () => {
  openAnswerCache().set('/rules/1#older', saved({}));
  expect(openAnswerCache().get('/rules/1#newer')).toBeUndefined();
});

test('a search is there until the app is closed, and takes no room', () => {
  const cache = openAnswerCache();
  cache.set('/search#a', saved(['found'], 1, false));
  expect(cache.get('/search#a')).toEqual(saved(['found'], 1, false));
  expect(cache.kept()).toEqual({ count: 0, bytes: 0 });
  expect(openAnswerCache().get('/search#a')).toBeUndefined();
});

test('"is loading" is not worth a write', () => {
  const cache = openAnswerCache();
  const state = saved({ title: '村规' });
  cache.set('k', state);
  const write = jest.spyOn(Taro, 'setStorageSync');
  cache.set('k', { ...state, isLoading: true });
  expect(write).not.toHaveBeenCalled();
});

test('above eight million bytes the oldest is forgotten, on the phone too', () => {
  const cache = openAnswerCache();
  for (let i = 0; i < 9; i++) cache.set(`k${i}`, saved('x'.repeat(900_000), i));
  const afterRestart = openAnswerCache();
  expect(afterRestart.get('k0')).toBeUndefined();
  expect(afterRestart.get('k8')).toEqual(saved('x'.repeat(900_000), 8));
  expect(afterRestart.kept()).toEqual({ count: 8, bytes: expect.any(Number) });
  expect(afterRestart.kept().bytes).toBeLessThanOrEqual(8_000_000);
});

test('a phone without room keeps the answer for this run and stays usable', () => {
  const cache = openAnswerCache();
  jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
    throw new Error('QuotaExceededError');
  });
  cache.set('k', saved({ title: '村规' }));
  expect(cache.get('k')).toEqual(saved({ title: '村规' }));
  expect(cache.kept().count).toBe(0);
});

test('a broken entry is forgotten and asked for again', () => {
  openAnswerCache().set('k', saved({}));
  Taro.setStorageSync('xiangyue.answer.k', '{"answer":');
  const cache = openAnswerCache();
  expect(cache.get('k')).toBeUndefined();
  expect(openAnswerCache().kept().count).toBe(0);
});

test('what is cleared is gone after a restart, and stays on the screen until then', () => {
  const cache = openAnswerCache();
  cache.set('k', saved({ title: '村规' }));
  cache.forgetKept();
  expect(cache.kept()).toEqual({ count: 0, bytes: 0 });
  expect(cache.get('k')).toEqual(saved({ title: '村规' }));
  expect(openAnswerCache().get('k')).toBeUndefined();
});
