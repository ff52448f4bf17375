/** Signing in for tests, as the demo's pages do, and writing with a key. */
import { randomBytes } from 'node:crypto';
import type { Answer, TestApp } from './app';

/** Sends requests as one signed-in person. */
export interface SignedIn {
  readonly personId: string;
  readonly token: string;
  get(path: string): Promise<Answer>;
  /** Every write carries a key; give one to repeat a write. */
  send(method: string, path: string, body?: unknown, key?: string): Promise<Answer>;
}

/** @param identity the key of a demo identity: `cadre`, `villager`, … */
export async function signInAs(app: TestApp, identity: string): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/demo', JSON.stringify({ identity }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}

/** @param address where the requests come from, for a test that sends more than one address may; needs TRUST_PROXY */
export function withToken(app: TestApp, token: string, personId = '', address?: string): SignedIn {
  const who = { authorization: `Bearer ${token}`, ...(address !== undefined && { 'x-forwarded-for': address }) };
  return {
    personId,
    token,
    get: (path) => app.get(path, who),
    send: (method, path, body, key = randomBytes(16).toString('hex')) =>
      app.send(method, path, body === undefined ? undefined : JSON.stringify(body), {
        ...who,
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }),
  };
}

/** Somebody whom the service has never seen, signed in through WeChat. @param name tells newcomers apart; they have no name yet */
export async function newcomer(app: TestApp, name: string): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/wechat', JSON.stringify({ code: `demo-${name}` }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}
