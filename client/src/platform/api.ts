/** Asks the service, typed from the contract: `await api(rulesContract.document, { documentId })`. */
import Taro from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { Method, OutputOf, Route } from '@xiangyue/shared/kernel/contract';
import { ApiProblem, isObject, problemOf, unreachable } from './api-problem';
import { tokenNow, useSession } from './session';
import { renewSession } from './session-renewal';
import { newWriteKey } from './write-key';

// biome-ignore lint/suspicious/noExplicitAny: a route of any shape; Input and OutputOf read its types
export type AnyRoute = Route<any, any, any, any>;

/** What a route takes from us. An empty schema's own input type, `Record<string, never>`, would forbid its neighbours' fields. */
export type Input<R> = R extends { params: infer P; query: infer Q; body: infer B }
  ? FieldsOf<P> & FieldsOf<Q> & FieldsOf<B>
  : never;
type FieldsOf<Schema> = Schema extends { _zod: { input: infer Fields } }
  ? string extends keyof Fields
    ? unknown
    : Fields
  : never;

/** What is left of a route in the bundle: config/describe-contract.cjs. */
interface RouteData {
  readonly method: Method;
  readonly path: string;
  readonly access: 'public' | 'signedIn' | 'roles';
  readonly shape: string;
  /** There for a write that may wait on the phone until there is a signal. */
  readonly offline?: 'queued';
}

/** A villager waits this long for an answer, then hears that the network is slow. */
const TIMEOUT_MS = 10_000;

/**
 * Sends one request. `input` fills the path's `:names`; the rest becomes the query of a GET, the JSON body of anything else.
 * It says who asks only where the route wants to know, and every write carries a key under which the service does it once.
 * @throws ApiProblem
 */
export async function api<R extends AnyRoute>(route: R, input: Input<R>): Promise<OutputOf<R>> {
  const request = requestOf(route, input);
  const key = request.method === 'GET' ? undefined : await newWriteKey();
  if (!isPersonal(route)) return (await exchange(request, undefined, key)) as OutputOf<R>;
  return (await asWhoIsSignedIn((token) => exchange(request, token, key))) as OutputOf<R>;
}

/**
 * Sends a write that was stored before, in the name of whoever made it and of nobody else.
 * @throws ApiProblem
 */
export async function sendStored(request: Request, key: string, personId: string): Promise<object> {
  if (personNow() !== personId) throw new ApiProblem('queue.otherPerson', '请先登录', 401);
  return asWhoIsSignedIn((token) => exchange(request, token, key));
}

/**
 * Sends with the session's token; where the session has ended, begins a new one without a question and sends again, unless
 * somebody else has signed in meanwhile: nothing is asked or done in their name that they did not ask for.
 */
export async function asWhoIsSignedIn<Answer>(send: (token: string | undefined) => Promise<Answer>): Promise<Answer> {
  const token = tokenNow();
  const personId = personNow();
  try {
    return await send(token);
  } catch (problem) {
    if (token === undefined || !isSessionLost(problem)) throw problem;
    const renewed = await renewSession(token, (code) => api(identityContract.signInWithWechat, { code }));
    if (renewed === undefined || personNow() !== personId) throw problem;
    return send(renewed);
  }
}

function personNow(): string | undefined {
  return useSession.getState().session?.personId;
}

function isSessionLost(problem: unknown): boolean {
  return problem instanceof ApiProblem && (problem.code === 'session.ended' || problem.code === 'session.missing');
}

async function exchange(request: Request, token: string | undefined, key: string | undefined): Promise<object> {
  const { statusCode, data, header } = await send(request, headerOf(token, key));
  return answerOf(statusCode, data, header);
}

/** Who asks, and the key of a write. */
export function headerOf(token: string | undefined, key: string | undefined): Record<string, string> {
  return { ...(token && { Authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }) };
}

/** What an answer says, or the problem that it is. */
export function answerOf(status: number, data: unknown, header?: object): object {
  if (status < 200 || status >= 300) throw problemOf(status, data, header);
  // A hotspot that wants a sign-in first answers 200 with a page of its own.
  if (!isObject(data)) throw unreachable('network.unreadable');
  return data;
}

async function send({ method, url, body }: Request, header: Record<string, string>) {
  try {
    return await Taro.request<unknown>({
      url: `${SERVICE_ORIGIN}/api${url}`,
      method,
      data: body,
      header,
      timeout: TIMEOUT_MS,
    });
  } catch (failure) {
    throw notReached(failure);
  }
}

/** The problem of a request that ended without an answer. */
export function notReached(failure: unknown): ApiProblem {
  return unreachable(isTimeout(failure) ? 'network.timeout' : 'network.offline');
}

/** WeChat says `request:fail timeout`, a browser aborts. */
function isTimeout(failure: unknown): boolean {
  const { name, errMsg } = (failure ?? {}) as { name?: string; errMsg?: string };
  return name === 'AbortError' || /time.?out/i.test(errMsg ?? '');
}

export interface Request {
  readonly method: Method;
  /** Below `/api`, with its query. */
  readonly url: string;
  readonly body?: object;
}

/** How a route with this input is sent. Fields that are undefined are left out. */
export function requestOf<R extends AnyRoute>(route: R, input: Input<R>): Request {
  const { method, path } = dataOf(route);
  const rest = new Map(Object.entries(input as object).filter(([, value]) => value !== undefined));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  if (method !== 'GET') return { method, url: filled, body: Object.fromEntries(rest) };
  const query = [...rest].map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return { method, url: query ? `${filled}?${query}` : filled };
}

/**
 * The name under which an answer is kept: where it came from, the shape this version of the app reads, and whose it is unless
 * it is the same for everyone.
 */
export function keyOf<R extends AnyRoute>(route: R, input: Input<R>): string {
  const { shape } = dataOf(route);
  const address = `${requestOf(route, input).url}#${shape}`;
  return isPersonal(route) ? `${address}${ownerMark(useSession.getState().session?.personId ?? '')}` : address;
}

/** How the names of a person's own answers end. */
export function ownerMark(personId: string): string {
  return `@${personId}`;
}

/** True when the answer depends on who asks. */
export function isPersonal(route: AnyRoute): boolean {
  return dataOf(route).access !== 'public';
}

/** True for a write that may wait on the phone. */
export function mayWait(route: AnyRoute): boolean {
  return dataOf(route).offline === 'queued';
}

function dataOf(route: AnyRoute): RouteData {
  return route as unknown as RouteData;
}
