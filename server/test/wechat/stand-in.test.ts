/** The stand-in keeps WeChat's rules: what the client is tested against must not be kinder than the real thing. */
import { startDemoWechat } from '../../demo/wechat-stand-in/demo-wechat';
import { startWechatStandIn } from '../../demo/wechat-stand-in/stand-in';
import { startWorld, type World } from './harness';

const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
const stops: (() => Promise<void>)[] = [];
afterEach(() => Promise.all([world.standIn.stop(), ...stops.splice(0).map((stop) => stop())]));

const post = async (path: string, body: unknown, url = world.standIn.url) =>
  (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Record<string, unknown>>;

const askToken = (force_refresh: boolean, changes = {}) => {
  const { appId: appid, appSecret: secret } = world.standIn;
  return post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid, secret, force_refresh, ...changes });
};
const tokenOf = async (force: boolean) => (await askToken(force)).access_token as string;
/** 0 when the token works. */
const tryToken = async (token: string) => {
  const { errcode } = await post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code: 'none' });
  return errcode === 40029 ? 0 : errcode;
};

describe('stable_token', () => {
  test('in the normal way is the same until five minutes before its end; then both work for five minutes', async () => {
    const first = await askToken(false);
    expect(first.expires_in).toBe(7_200);
    world.pass(115 * MINUTE - 1_000);
    expect(await askToken(false)).toEqual({ ...first, expires_in: 301 });
    world.pass(1_000);
    const second = await tokenOf(false);
    expect(second).not.toBe(first.access_token);
    world.pass(5 * MINUTE - 1);
    expect([await tryToken(first.access_token as string), await tryToken(second)]).toEqual([0, 0]);
    world.pass(1);
    expect([await tryToken(first.access_token as string), await tryToken(second)]).toEqual([42001, 0]);
  });

  test('forced is a new one that ends the old at once, but not again within 30 s', async () => {
    const first = await tokenOf(false);
    const second = await tokenOf(true);
    expect([await tryToken(first), await tryToken(second)]).toEqual([40001, 0]);
    world.pass(29_999);
    expect(await tokenOf(true)).toBe(second);
    world.pass(1);
    expect(await tokenOf(true)).not.toBe(second);
  });

  test('forced is for 20 times a day', async () => {
    for (let i = 0; i < 20; i++) await askToken(true);
    expect(await askToken(true)).toMatchObject({ errcode: 45009 });
    expect(await askToken(false)).toMatchObject({ expires_in: 7_200 });
    world.pass(24 * 60 * MINUTE);
    expect(await askToken(true)).toMatchObject({ expires_in: 7_200 });
  });

  test.each([
    [{ appid: 'wx1' }, 40013],
    [{ secret: 'guessed' }, 40125],
    [{ grant_type: 'other' }, 47001],
  ])('%j is refused with %d', async (changes, errcode) => {
    expect(await askToken(false, changes)).toMatchObject({ errcode });
  });
});

test.each([
  ['POST', '/sns/jscode2session', 43001],
  ['GET', '/cgi-bin/stable_token', 43002],
  ['POST', '/wxa/msg_sec_check', 41001],
  ['POST', '/wxa/msg_sec_check?access_token=made-up', 40001],
])('%s %s: %d', async (method, path, errcode) => {
  const answer = await fetch(world.standIn.url + path, { method });
  expect(await answer.json()).toMatchObject({ errcode });
});

test('what is not WeChat’s is not there', async () => {
  expect((await fetch(`${world.standIn.url}/`)).status).toBe(404);
});

test('more at once than the account may: refused, not queued', async () => {
  const standIn = await startWechatStandIn({ maxConcurrent: 3, latencyMs: 100, trusting: true });
  stops.push(standIn.stop);
  const signIns = Array.from({ length: 5 }, async () => {
    const query = new URLSearchParams({ appid: standIn.appId, secret: standIn.appSecret, js_code: 'demo-li' });
    return (await fetch(`${standIn.url}/sns/jscode2session?${query}`)).json() as Promise<{ errcode?: number }>;
  });
  const numbers = (await Promise.all(signIns)).map(({ errcode }) => errcode ?? 0);
  expect(numbers.sort()).toEqual([0, 0, 0, 45011, 45011]);
  expect(standIn.peakConcurrent()).toBe(3);
});

describe('for the demo', () => {
  test('a name is a code, again and again, and the same person in every run', async () => {
    const { environment, standIn } = await startDemoWechat('demo');
    stops.push(standIn.stop);
    const signIn = async (code: string) => {
      const query = new URLSearchParams({
        appid: environment.WECHAT_APP_ID,
        secret: environment.WECHAT_APP_SECRET,
        js_code: code,
      });
      return (await fetch(`${environment.WECHAT_BASE_URL}/sns/jscode2session?${query}`)).json();
    };
    const openid = 'oR-gc7XrebIPjwMuP53sEg85Vu4d';
    for (const code of ['demo-wang-lan', 'demo-wang-lan', 'demo-wang-lan.7'])
      expect(await signIn(code)).toMatchObject({ openid });
    expect(await signIn('demo-li')).not.toMatchObject({ openid });
    for (const code of ['demo-', 'demo-Li', 'wang-lan', ''])
      expect(await signIn(code)).toMatchObject({ errcode: 40029 });
  });

  test('a name is no code elsewhere', () => {
    expect(world.standIn.people.signIn('demo-wang-lan')).toEqual({ errcode: 40029 });
  });

  test('in production it does not start', async () => {
    await expect(startDemoWechat('production')).rejects.toThrow('demo mode only');
  });
});
