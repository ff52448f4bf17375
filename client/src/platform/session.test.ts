import Taro from '@tarojs/taro';
import { demoContract, identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { api, keyOf } from './api';
import { useSession } from './session';
import { readDesktopCode, writeDesktopCode } from './session-desktop-code';

interface Sent {
  url: string;
  header: Record<string, string>;
}

const mine = { token: 'token-1', personId: 'p1' };
const ended = { statusCode: 401, data: { code: 'session.ended', title: '登录已过期', status: 401, requestId: 'k3' } };
const ok = { statusCode: 200, data: {} };

/** The network answers these in turn; what was sent is kept. */
function answer(...answers: unknown[]): Sent[] {
  const sent: Sent[] = [];
  jest.spyOn(Taro, 'request').mockImplementation((async (options: Sent) => {
    sent.push(options);
    return answers.shift() ?? ok;
  }) as never);
  return sent;
}

afterEach(() => {
  useSession.getState().forget();
  delete process.env.TARO_ENV;
});

test('whoever signs in is remembered with nothing but the token and whose it is', () => {
  useSession.getState().begin({ ...mine, expiresAt: '2027-01-01T00:00:00Z' } as never);
  expect(Taro.getStorageSync('xiangyue.session')).toEqual(mine);
  useSession.getState().forget();
  expect(Taro.getStorageSync('xiangyue.session')).toBeFalsy();
});

test('a route that wants to know who asks is told; a public one is not', async () => {
  useSession.getState().begin(mine);
  const sent = answer();
  await api(identityContract.me, {});
  await api(demoContract.identities, {});
  expect(sent.map(({ header }) => header)).toEqual([{ Authorization: 'Bearer token-1' }, {}]);
});

test('every write carries a new key of 32 hex characters', async () => {
  const sent = answer();
  await api(identityContract.rename, { name: '田秀英' });
  await api(identityContract.rename, { name: '田秀英' });
  const keys = sent.map(({ header }) => header['Idempotency-Key']);
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(new Set(keys).size).toBe(2);
});

test("a person's answers are kept under their own name, and public ones under none", () => {
  useSession.getState().begin(mine);
  expect(keyOf(identityContract.me, {})).toMatch(/^\/me#[0-9a-f]{8}@p1$/);
  expect(keyOf(demoContract.identities, {})).toMatch(/^\/demo\/identities#[0-9a-f]{8}$/);
});

test('a browser whose session has ended forgets it, and says so once', async () => {
  useSession.getState().begin(mine);
  const sent = answer(ended);
  await expect(api(identityContract.me, {})).rejects.toMatchObject({ code: 'session.ended' });
  expect(useSession.getState().session).toBeNull();
  expect(sent).toHaveLength(1);
});

test('nobody is signed in silently who had not signed in before', async () => {
  process.env.TARO_ENV = 'weapp';
  const login = jest.spyOn(Taro, 'login');
  answer({ ...ended, data: { ...ended.data, code: 'session.missing' } });
  await expect(api(identityContract.me, {})).rejects.toMatchObject({ code: 'session.missing' });
  expect(login).not.toHaveBeenCalled();
});

test('WeChat signs in again silently, and the same write is sent once more under the same key', async () => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  const sent = answer(ended, { statusCode: 200, data: { token: 'token-2', personId: 'p1', expiresAt: 'x' } });
  await expect(api(identityContract.rename, { name: '田秀英' })).resolves.toEqual({});
  expect(sent.map(({ url, header }) => `${url.split('/api')[1]} ${header.Authorization}`)).toEqual([
    '/me/name Bearer token-1',
    '/sessions/wechat undefined',
    '/me/name Bearer token-2',
  ]);
  expect(sent[2]?.header['Idempotency-Key']).toBe(sent[0]?.header['Idempotency-Key']);
  expect(useSession.getState().session).toEqual({ token: 'token-2', personId: 'p1' });
});

test('two requests that find the session ended renew it once', async () => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  const login = jest.spyOn(Taro, 'login');
  answer(ended, ended, { statusCode: 200, data: { token: 'token-2', personId: 'p1', expiresAt: 'x' } });
  await Promise.all([api(identityContract.me, {}), api(identityContract.mySessions, {})]);
  expect(login).toHaveBeenCalledTimes(1);
});

test('nobody goes on as somebody else: a WeChat of another person ends the session', async () => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  const sent = answer(ended, { statusCode: 200, data: { token: 'token-2', personId: 'p2', expiresAt: 'x' } });
  await expect(api(identityContract.rename, { name: '田秀英' })).rejects.toMatchObject({ code: 'session.ended' });
  expect(sent).toHaveLength(2);
  expect(useSession.getState().session).toBeNull();
});

test('without a signal the session stays, to be renewed later', async () => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  jest.spyOn(Taro, 'login').mockRejectedValue({ errMsg: 'login:fail' });
  answer(ended);
  await expect(api(identityContract.me, {})).rejects.toMatchObject({ code: 'session.ended' });
  expect(useSession.getState().session).toEqual(mine);
});

test('whoever signs out while the session is renewed stays signed out', async () => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  jest.spyOn(Taro, 'login').mockImplementation((async () => {
    useSession.getState().forget();
    return { code: 'code-1' };
  }) as never);
  const sent = answer(ended, { statusCode: 200, data: { token: 'token-2', personId: 'p1', expiresAt: 'x' } });
  await expect(api(identityContract.me, {})).rejects.toMatchObject({ code: 'session.ended' });
  expect(sent).toHaveLength(2);
  expect(useSession.getState().session).toBeNull();
});

test.each([
  ['succeeds', { statusCode: 200, data: { token: 'token-2', personId: 'p1', expiresAt: 'x' } }],
  ['is refused', ended],
])('whoever signs in while an ended session is renewed stays signed in, when the renewal %s', async (_, renewal) => {
  useSession.getState().begin(mine);
  process.env.TARO_ENV = 'weapp';
  const theirs = { token: 'token-9', personId: 'p9' };
  jest.spyOn(Taro, 'login').mockImplementation((async () => {
    useSession.getState().begin(theirs);
    return { code: 'code-1' };
  }) as never);
  const sent = answer(ended, renewal);
  // What the one before had asked for is not done in their name.
  await expect(api(identityContract.rename, { name: '田秀英' })).rejects.toMatchObject({ code: 'session.ended' });
  expect(sent.map(({ url }) => url)).toEqual(['/api/me/name', '/api/sessions/wechat']);
  expect(useSession.getState().session).toEqual(theirs);
});

test('whoever signs in while a request is under way is not asked to carry it on', async () => {
  useSession.getState().begin(mine);
  const sent: Sent[] = [];
  jest.spyOn(Taro, 'request').mockImplementation((async (options: Sent) => {
    sent.push(options);
    useSession.getState().begin({ token: 'token-9', personId: 'p9' });
    return ended;
  }) as never);
  await expect(api(identityContract.rename, { name: '田秀英' })).rejects.toMatchObject({ code: 'session.ended' });
  expect(sent).toHaveLength(1);
});

test.each([
  ['one of ours', 'xiangyue://desktop/01jd/ab-_9', { signInId: '01jd', scanCode: 'ab-_9' }],
  ['a shop’s', 'https://example.com/desktop/01jd/ab', undefined],
  ['one with more behind it', 'xiangyue://desktop/01jd/ab/../x', undefined],
  ['an empty one', '', undefined],
])('a scanned code: %s', (_, scanned, code) => {
  expect(readDesktopCode(scanned)).toEqual(code);
});

test('what the desktop writes the phone reads', () => {
  const code = { signInId: '01jd', scanCode: 'x9_-y' };
  expect(readDesktopCode(writeDesktopCode(code))).toEqual(code);
});
