/** Signing in for tests, as the demo's pages do, and writing with a key. */
import { randomBytes } from 'node:crypto';
import type { Answer } from './answer';
import type { TestApp } from './app';
import { anId } from './factories';

/** Sends requests as one signed-in person. */
export interface SignedIn {
  readonly personId: string;
  readonly token: string;
  get(path: string): Promise<Answer>;
  /** Sends JSON, or a form. Every write carries a key; give one to repeat a write. */
  send(method: string, path: string, body?: unknown, key?: string): Promise<Answer>;
}

/** @param identity the key of a demo identity: `cadre`, `villager`, … */
export async function signInAs(app: TestApp, identity: string): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/demo', JSON.stringify({ identity }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}

export function withToken(app: TestApp, token: string, personId = ''): SignedIn {
  const who = { authorization: `Bearer ${token}` };
  return {
    personId,
    token,
    get: (path) => app.get(path, who),
    send: (method, path, body, key = randomBytes(16).toString('hex')) => {
      const headers = { ...who, 'idempotency-key': key };
      return body === undefined || body instanceof FormData
        ? app.send(method, path, body, headers)
        : app.send(method, path, JSON.stringify(body), { ...headers, 'content-type': 'application/json' });
    },
  };
}

/**
 * Somebody whom the service has never seen, signed in through WeChat; they have no name yet.
 * @param account the same account again is the same person again
 */
export async function newcomer(app: TestApp, account: string = anId()): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/wechat', JSON.stringify({ code: `demo-${account}` }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}
