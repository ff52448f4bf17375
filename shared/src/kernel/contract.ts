/**
 * A contract describes routes as data, once. From it come the mounted route, validated input, the output whitelist,
 * the OpenAPI document, the typed client and the tests that try every route.
 */
import { z } from 'zod';
import type { ProblemCode } from '../problems';
import type { Access } from './access';
import { FILE_PART, fileAnswer } from './transfer';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What repeating a write does.
 * - `key`: the phone sends an `Idempotency-Key`; the same key gives the same reply for seven days.
 * - `natural`: repeating is harmless or impossible by nature (a sign-in code is good once), and nothing is kept.
 */
export type Idempotency = 'key' | 'natural';

/**
 * Whether a write may wait on the phone until there is a signal. `queued`: what it means does not depend on when it arrives,
 * and nobody stands waiting for its answer; the phone keeps it with its key and sends it in order.
 */
export type Offline = 'refused' | 'queued';

/** How often one person or one address may call: `strict` for what could be guessed by trying (codes, sign-in). */
export type Pace = 'normal' | 'strict';

type Fields = z.ZodObject;
type NoFields = z.ZodObject<Record<never, never>>;

/** One route. `params` are the `:names` of the path; a reading route takes `query`, a writing one takes `body`. */
export interface Route<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends Fields = Fields,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  readonly method: Method;
  /** Below `/api`, with named parts: `/villages/:villageId/rules`. */
  readonly path: `/${string}`;
  /** One plain Chinese sentence for the OpenAPI document. */
  readonly summary: string;
  /** The router knows no other way in: a route without access does not compile. */
  readonly access: A;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly output: O;
  /** What it may answer beside success and the kernel's own problems. */
  readonly problems: readonly ProblemCode[];
  /** Seconds for which anyone may keep the answer (`Cache-Control: public`); only for reads that are the same for everyone. */
  readonly publicForS: number;
  readonly idempotency: Idempotency;
  readonly offline: Offline;
  readonly pace: Pace;
  /** Where the body is a form with a file (`receivedFile` in its fields): how large that may be. 0 where it is JSON. */
  readonly fileMaxBytes: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a contract holds routes of any shape; each keeps its own type
export type Contract = Readonly<Record<string, Route<any, any, any, any, any>>>;

interface RouteDefinition<P extends Fields, Q extends Fields, B extends Fields, O extends z.ZodType, A extends Access> {
  method: Method;
  path: `/${string}`;
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  output: O;
  problems?: readonly ProblemCode[];
  publicForS?: number;
  idempotency?: Idempotency;
  offline?: Offline;
  pace?: Pace;
  fileMaxBytes?: number;
}

/** Describes one route; contradictions are found at start, not at the first request. */
export function route<
  O extends z.ZodType,
  const A extends Access,
  P extends Fields = NoFields,
  Q extends Fields = NoFields,
  B extends Fields = NoFields,
>(definition: RouteDefinition<P, Q, B, O, A>): Route<P, Q, B, O, A> {
  const none = z.object({});
  const described = {
    params: none as unknown as P,
    query: none as unknown as Q,
    body: none as unknown as B,
    problems: [],
    publicForS: 0,
    idempotency: 'key' as const,
    offline: 'refused' as const,
    pace: 'normal' as const,
    fileMaxBytes: 0,
    ...definition,
  };
  assertConsistent(described);
  return described;
}

function assertConsistent(described: Route): void {
  const where = `${described.method} ${described.path}`;
  const params = Object.keys(described.params.shape);
  const inPath = pathParams(described.path);
  if (params.join() !== inPath.join()) throw new Error(`${where}: params are [${params}], the path names [${inPath}]`);
  if (described.method === 'GET' && Object.keys(described.body.shape).length > 0)
    throw new Error(`${where}: a read has no body`);
  if (described.method !== 'GET' && Object.keys(described.query.shape).length > 0)
    throw new Error(`${where}: a write has no query`);
  if (described.publicForS > 0 && (described.access !== 'public' || described.method !== 'GET'))
    throw new Error(`${where}: only public reads may be cached by anyone`);
  if (typeof described.access === 'object' && !inPath.includes(described.access.param))
    throw new Error(`${where}: access is decided by '${described.access.param}', which the path does not name`);
  // What waits belongs to a person: nobody else who signs in on the phone may send it.
  if (described.offline === 'queued' && (described.access === 'public' || described.method === 'GET'))
    throw new Error(`${where}: only a signed-in person's write may wait on the phone`);
  if (described.fileMaxBytes > 0 !== FILE_PART in described.body.shape)
    throw new Error(`${where}: a body with a file says how large that may be, and no other does`);
  if (described.output === (fileAnswer as z.ZodType) && (described.method !== 'GET' || described.publicForS > 0))
    throw new Error(`${where}: only a private read answers with a file`);
  // Nobody is there to whom a kept reply could be given back.
  if (described.access === 'public' && described.method !== 'GET' && described.idempotency === 'key')
    throw new Error(`${where}: a write without sign-in must be idempotent by nature`);
  // The handler gets one flat input, so a name may stand in one place only.
  for (const name of [...Object.keys(described.query.shape), ...Object.keys(described.body.shape)])
    if (inPath.includes(name)) throw new Error(`${where}: '${name}' is named twice`);
}

/** The names of a path's parts: `/villages/:villageId/rules` has `['villageId']`. */
export function pathParams(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
}

/** What a handler receives: params, query and body in one flat, checked object. */
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType, Access> ? z.output<P> & z.output<Q> & z.output<B> : never;
/** What a client sends: like `InputOf`, before defaults are filled in. */
export type RequestOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType, Access> ? z.input<P> & z.input<Q> & z.input<B> : never;
/** What a handler returns, before the whitelist cuts it to the contract. */
export type ResultOf<R> = R extends Route<Fields, Fields, Fields, infer O, Access> ? z.input<O> : never;
/** What a client receives. */
export type OutputOf<R> = R extends Route<Fields, Fields, Fields, infer O, Access> ? z.output<O> : never;
