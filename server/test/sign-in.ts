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

export function withToken(app: TestApp, token: string, personId = ''): SignedIn {
  const authorization = `Bearer ${token}`;
  return {
    personId,
    token,
    get: (path) => app.get(path, { authorization }),
    send: (method, path, body, key = randomBytes(16).toString('hex')) =>
      app.send(method, path, body === undefined ? undefined : JSON.stringify(body), {
        authorization,
        'idempotency-key': key,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }),
  };
}
