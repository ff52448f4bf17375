/** Signing in: from WeChat, as a demo identity, on a desktop by phone; and ending sessions. */
import { readConfig } from '../../src/platform/config/config';
import { startService } from '../../src/service';
import { outcomes, seen } from '../answer';
import { collectionOf, startApp, type TestApp } from '../app';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';
import { signInAs, withToken } from '../sign-in';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const post = (path: string, body: unknown = {}) =>
  app.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });

describe('from WeChat', () => {
  test('a code gives a session; the same account is the same person', async () => {
    const first = await post('/api/sessions/wechat', { code: 'demo-lan' });
    expect(first.status).toBe(200);
    const again = await post('/api/sessions/wechat', { code: 'demo-lan' });
    expect(again.body.personId).toBe(first.body.personId);
    expect(again.body.token).not.toBe(first.body.token);
    const me = await withToken(app, first.body.token).get('/api/me');
    expect(me.body).toEqual({ id: first.body.personId, name: null, roles: [] });
  });

  test('20 first sign-ins at once make one person', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('/api/sessions/wechat', { code: 'demo-crowd' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.personId)).size).toBe(1);
  });

  test.each([
    ['a code that WeChat does not know', 'nonsense', 401, 'identity.codeRefused'],
    ['no code', '', 422, 'request.invalid'],
  ])('%s', async (_what, code, status, problem) => {
    const answer = await post('/api/sessions/wechat', { code });
    expect(seen(answer)).toEqual([status, problem]);
  });

  test('WeChat away is said so', async () => {
    app.service.wechat.inject('code2Session', { kind: 'status', status: 500 }, { times: 10 });
    const answer = await post('/api/sessions/wechat', { code: 'demo-lan' });
    app.service.wechat.clearFaults();
    expect(seen(answer)).toEqual([503, 'identity.wechatAway']);
    expect(JSON.stringify(answer.body)).not.toContain(app.service.wechat.appSecret);
  });
});

describe('a session', () => {
  test.each([
    ['none', undefined, 'session.missing'],
    ['another scheme', 'Basic YTpi', 'session.missing'],
    ['one that was never given', `Bearer ${'x'.repeat(43)}`, 'session.ended'],
    ['an operator', 'Bearer {"$gt":""}', 'session.missing'],
  ])('%s', async (_what, authorization, code) => {
    const answer = await app.get('/api/me', authorization === undefined ? {} : { authorization });
    expect(seen(answer)).toEqual([401, code]);
  });

  test('is over after signing out, and another one lives on', async () => {
    const phone = await signInAs(app, 'villager');
    const other = await signInAs(app, 'villager');
    expect((await phone.send('DELETE', '/api/sessions/current')).status).toBe(200);
    expect((await phone.get('/api/me')).body.code).toBe('session.ended');
    expect((await other.get('/api/me')).body.name).toBe('冉桂兰');
  });

  test('can be ended from another device, but not by another person', async () => {
    const lost = await signInAs(app, 'cadre');
    const here = await signInAs(app, 'cadre');
    const stranger = await signInAs(app, 'officer');
    const { sessions } = (await here.get('/api/me/sessions')).body;
    const target = sessions.find((session: { current: boolean }) => !session.current);
    expect(sessions.filter((session: { current: boolean }) => session.current)).toHaveLength(1);
    expect((await stranger.send('DELETE', `/api/me/sessions/${target.id}`)).body.code).toBe('identity.sessionUnknown');
    expect((await here.send('DELETE', `/api/me/sessions/${target.id}`)).status).toBe(200);
    expect((await lost.get('/api/me')).body.code).toBe('session.ended');
  });

  test('its token is stored nowhere', async () => {
    const { token } = await signInAs(app, 'county');
    const rows = await collectionOf(app, 'sessions').find().toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('on a desktop', () => {
  const ask = async () =>
    (await post('/api/desktop-sign-ins')).body as { id: string; scanCode: string; secret: string };
  const collect = (id: string, secret: string) => post(`/api/desktop-sign-ins/${id}/collect`, { secret });

  test('waits, is confirmed by a phone, and is collected once', async () => {
    const { id, scanCode, secret } = await ask();
    expect((await collect(id, secret)).body).toEqual({ state: 'waiting', session: null });
    const phone = await signInAs(app, 'town-office');
    expect((await phone.send('POST', `/api/desktop-sign-ins/${id}/confirm`, { scanCode })).status).toBe(200);
    const collected = await collect(id, secret);
    expect(collected.body.state).toBe('confirmed');
    expect((await withToken(app, collected.body.session.token).get('/api/me')).body.name).toBe('谭志平');
    expect((await collect(id, secret)).body.code).toBe('identity.desktopEnded');
    expect((await phone.send('POST', `/api/desktop-sign-ins/${id}/confirm`, { scanCode })).body.code).toBe(
      'identity.desktopEnded',
    );
  });

  test('20 collect at once: one gets the session', async () => {
    const { id, scanCode, secret } = await ask();
    await (await signInAs(app, 'cadre')).send('POST', `/api/desktop-sign-ins/${id}/confirm`, { scanCode });
    const answers = await Promise.all(Array.from({ length: 20 }, () => collect(id, secret)));
    expect(outcomes(answers)).toEqual([[200], ...Array(19).fill([410, 'identity.desktopEnded'])]);
  });

  test('whoever only photographs the screen gets nothing, and a guessed code confirms nothing', async () => {
    const { id, scanCode, secret } = await ask();
    const phone = await signInAs(app, 'officer');
    expect((await phone.send('POST', `/api/desktop-sign-ins/${id}/confirm`, { scanCode: secret })).body.code).toBe(
      'identity.desktopUnknown',
    );
    await phone.send('POST', `/api/desktop-sign-ins/${id}/confirm`, { scanCode });
    expect((await collect(id, scanCode)).body.code).toBe('identity.desktopUnknown');
  });
});

test('in production neither the identities nor their sign-in exist', async () => {
  const names = app.service.routes.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['demo.identities', 'demo.signIn']));
  await app.stop();
  const env = { ...environmentOf(testDatabase()), PORT: '0', LOG_LEVEL: 'silent' };
  const demo = await startService(readConfig({ ...env, XIANGYUE_MODE: 'demo' }));
  await demo.stop();
  const production = await startService(readConfig({ ...env, XIANGYUE_MODE: 'production' }));
  try {
    for (const [method, path] of [
      ['GET', '/api/demo/identities'],
      ['POST', '/api/sessions/demo'],
    ] as const)
      expect((await fetch(production.address + path, { method })).status).toBe(404);
  } finally {
    await production.stop();
    app = await startApp();
  }
});
