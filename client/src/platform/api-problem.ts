import type { FieldError, ProblemBody } from '@xiangyue/shared/kernel/problem';

/** Why the service did not answer, in the words of this phone. */
const UNREACHABLE = {
  'network.offline': '连不上网络',
  'network.timeout': '网络太慢，没有等到回答',
  'network.unreadable': '收到的内容看不懂',
} as const;

export type UnreachableCode = keyof typeof UNREACHABLE;

/** Anything that went wrong with a request: a refusal of the service, or no answer at all. Screens switch on `code`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly code: string,
    /** One sentence for the reader. */
    readonly title: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly detail?: string,
    readonly errors: readonly FieldError[] = [],
    /** Helps whoever looks into it; shown small. */
    readonly requestId?: string,
    /** How long the service asks to wait before the next try. */
    readonly retryAfterMs?: number,
  ) {
    super(`${code}: ${title}`);
  }

  /** What is wrong with one field, for the place beside it. */
  mistakeAt(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }

  /** The service was not reached: what was saved before is still the best there is. */
  get isUnreachable(): boolean {
    return this.code in UNREACHABLE;
  }

  /** The service looked and said no (not found, not allowed): asking again changes nothing, and what was saved is no longer true. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

/** The problem of a request that got no answer. */
export function unreachable(code: UnreachableCode): ApiProblem {
  return new ApiProblem(code, UNREACHABLE[code], 0, '请到信号好的地方再试');
}

/** The problem that an answer of 4xx or 5xx carries; a proxy in between may answer without `application/problem+json`. */
export function problemOf(status: number, body: unknown, header: object = {}): ApiProblem {
  const retryAfterMs = readRetryAfter(header);
  const { code, title, detail, errors, requestId } = (isObject(body) ? body : {}) as Partial<ProblemBody>;
  if (typeof code !== 'string' || typeof title !== 'string')
    return new ApiProblem('service.failed', '系统繁忙，请稍后再试', status, undefined, [], undefined, retryAfterMs);
  return new ApiProblem(code, title, status, detail, errors, requestId, retryAfterMs);
}

/** Seconds are all that this service says. Header names come in any case: WeChat keeps the service's, browsers lower it. */
function readRetryAfter(header: object): number | undefined {
  const [, value] = Object.entries(header).find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  const seconds = Number(value);
  return value !== undefined && seconds >= 0 ? seconds * 1000 : undefined;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
