/** One request to WeChat and its answer: time limit, size limit, typed failures, and repeating where that is safe. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { refusal, WechatError, type WechatErrorKind, type WechatOperation } from './wechat-error';

/** Where WeChat is. Told here, where nothing of ours is imported, because the configuration needs it too. */
export const WECHAT_API_URL = 'https://api.weixin.qq.com';

/** More than any picture of 1,280 px; an answer that does not end must not fill the memory. */
const ANSWER_MAX_BYTES = 2 * 1024 * 1024;

export interface WechatRequest {
  readonly operation: WechatOperation;
  readonly path: `/${string}`;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST; without a body the request is a GET. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Wire {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** Words of the operating system and of undici for a connection that never came about: nothing was sent. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Sends one request and reads the whole answer. Throws a WechatError; never one that quotes the request. */
export async function exchange({ baseUrl, timeoutMs }: Wire, request: WechatRequest): Promise<Buffer> {
  const { operation, path, query = {}, body } = request;
  try {
    const response = await fetch(`${baseUrl}${path}?${new URLSearchParams(query)}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      // A redirect would carry the secret or the token to another address.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = await readAll(operation, response);
    if (response.status >= 500) throw new WechatError(operation, 'busy', { httpStatus: response.status });
    if (response.status !== 200) throw new WechatError(operation, 'unlisted', { httpStatus: response.status });
    return answer;
  } catch (error) {
    throw error instanceof WechatError ? error : failure(operation, error);
  }
}

async function readAll(operation: WechatOperation, response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_MAX_BYTES) throw new WechatError(operation, 'unreadable');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

/** What fetch throws, as far as it tells causes apart; its texts quote addresses and are left behind. */
const thrown = z.object({
  name: z.string().optional(),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

function failure(operation: WechatOperation, error: unknown): WechatError {
  const { name, cause } = thrown.catch({}).parse(error);
  if (name === 'TimeoutError') return new WechatError(operation, 'timeout');
  if (cause === undefined) return new WechatError(operation, 'connectionLost');
  const kind = NEVER_CONNECTED.has(cause.code) ? 'unreachable' : 'connectionLost';
  return new WechatError(operation, kind, { networkCode: cause.code });
}

/** Every answer may be this instead. The number is sometimes written as text, and 0 or nothing is success. */
const refused = z.object({ errcode: z.coerce.number().int(), errmsg: z.string().default('') });

/** The answer as JSON of this shape. Throws the refusal that it is instead, or `unreadable`. */
export function readJson<Shape extends z.ZodType>(
  operation: WechatOperation,
  answer: Buffer,
  shape: Shape,
): z.output<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(answer.toString('utf8'));
  } catch {
    throw new WechatError(operation, 'unreadable');
  }
  const no = refused.safeParse(value);
  if (no.success && no.data.errcode !== 0) throw refusal(operation, no.data.errcode, no.data.errmsg);
  const yes = shape.safeParse(value);
  if (!yes.success) throw new WechatError(operation, 'unreadable');
  return yes.data;
}

/** Failures after which a question can be asked again: nothing was decided. */
const PASSING: ReadonlySet<WechatErrorKind> = new Set(['busy', 'timeout', 'unreachable', 'connectionLost']);

export interface Patience {
  /** How often in all, the first time included. */
  readonly attempts: number;
  /** The first pause is at most this long, each further one at most twice as long as the one before. */
  readonly backoffMs: number;
}

/** Asks again after a passing failure. Only for what may be asked twice: never for sending something to a person. */
export async function repeated<Answer>({ attempts, backoffMs }: Patience, ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= attempts || !(error instanceof WechatError) || !PASSING.has(error.kind)) throw error;
      // Half of the pause is by chance, so that many processes do not come back in one moment.
      await sleep(backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
  }
}
