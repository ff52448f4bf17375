import Taro from '@tarojs/taro';
import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { type AnyRoute, api, keyOf, requestOf } from './api';

const route = (method: string, path: string) => ({ method, path, shape: '00000000' }) as unknown as AnyRoute;
const read = route('GET', '/townships/:townshipId/rules/search');
const write = route('POST', '/villages/:villageId/pledges');

test.each([
  ['fills the path', read, { townshipId: 'banxi' }, { method: 'GET', url: '/townships/banxi/rules/search' }],
  [
    'puts the rest of a read into the query, encoded',
    read,
    { townshipId: 'banxi', words: '垃圾 & 酒席' },
    { method: 'GET', url: `/townships/banxi/rules/search?words=${encodeURIComponent('垃圾 & 酒席')}` },
  ],
  [
    'leaves out what is undefined',
    read,
    { townshipId: 'banxi', words: 'a', villageId: undefined },
    { method: 'GET', url: '/townships/banxi/rules/search?words=a' },
  ],
  [
    'cannot be led to another address by what stands in the path',
    read,
    { townshipId: '../villages?x=1' },
    { method: 'GET', url: '/townships/..%2Fvillages%3Fx%3D1/rules/search' },
  ],
  [
    'puts the rest of a write into the body',
    write,
    { villageId: 'zhaying', household: '3-2', agreed: true },
    { method: 'POST', url: '/villages/zhaying/pledges', body: { household: '3-2', agreed: true } },
  ],
])('a request %s', (_, route, input, request) => {
  expect(requestOf(route, input as never)).toEqual(request);
});

test('an answer is kept under its address and the shape that this app reads', () => {
  const key = keyOf(rulesContract.document, { documentId: '01jd' });
  expect(key).toMatch(/^\/rules\/01jd#[0-9a-f]{8}$/);
});

test('asks the service under /api and waits ten seconds', async () => {
  const request = jest.spyOn(Taro, 'request').mockResolvedValue({ statusCode: 200, data: { townships: [] } } as never);
  await expect(api(regionsContract.townships, {})).resolves.toEqual({ townships: [] });
  expect(request).toHaveBeenCalledWith(
    expect.objectContaining({ method: 'GET', url: '/api/townships', timeout: 10_000 }),
  );
});

const told = {
  code: 'rules.documentUnknown',
  title: '没有找到这份村规民约',
  detail: '它可能已被新的版本代替',
  status: 404,
  requestId: 'k3v9',
};

test.each([
  [404, told, { code: told.code, title: told.title, detail: told.detail, requestId: 'k3v9', isRefusal: true }],
  [
    422,
    { ...told, status: 422, errors: [{ path: 'words', message: '最多 40 个字' }] },
    { errors: [{ path: 'words', message: '最多 40 个字' }], isRefusal: true },
  ],
  [429, { ...told, status: 429 }, { isRefusal: false, isUnreachable: false }],
  [500, { ...told, code: 'service.failed', status: 500 }, { code: 'service.failed', isRefusal: false }],
  [502, '<html>Bad Gateway</html>', { code: 'service.failed', title: '系统繁忙，请稍后再试', errors: [] }],
  [503, null, { code: 'service.failed' }],
])('an answer of %i becomes its problem', async (statusCode, data, problem) => {
  jest.spyOn(Taro, 'request').mockResolvedValue({ statusCode, data } as never);
  await expect(api(rulesContract.document, { documentId: 'x' })).rejects.toMatchObject({
    status: statusCode,
    ...problem,
  });
});

test.each([
  ['WeChat has no network', { errMsg: 'request:fail ' }, 'network.offline'],
  ['a browser has no network', new TypeError('Failed to fetch'), 'network.offline'],
  ['WeChat waited too long', { errMsg: 'request:fail timeout' }, 'network.timeout'],
  ['a browser waited too long', Object.assign(new Error('aborted'), { name: 'AbortError' }), 'network.timeout'],
  ['nothing is known', undefined, 'network.offline'],
])('no answer because %s', async (_, failure, code) => {
  jest.spyOn(Taro, 'request').mockRejectedValue(failure as never);
  await expect(api(regionsContract.townships, {})).rejects.toMatchObject({ code, status: 0, isUnreachable: true });
});

test("a hotspot's sign-in page is not taken for an answer", async () => {
  jest.spyOn(Taro, 'request').mockResolvedValue({ statusCode: 200, data: '<html>' } as never);
  await expect(api(regionsContract.townships, {})).rejects.toMatchObject({ code: 'network.unreadable' });
});
