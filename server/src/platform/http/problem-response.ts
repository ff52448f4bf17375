import { Problem, type ProblemBody } from '@xiangyue/shared/kernel/problem';
import { problem } from '@xiangyue/shared/problems';
import type { ParameterizedContext as Context } from 'koa';
import type { Log } from '../log/log';

/** Writes `application/problem+json` (RFC 9457) for whatever was thrown. An unknown error is logged whole and told as nothing. */
export function respondWithProblem(ctx: Context, error: unknown, requestId: string, log: Log): void {
  const known = error instanceof Problem ? error : asKnownProblem(error);
  if (known.status >= 500) log.error({ requestId, err: error }, 'request failed');
  const body: ProblemBody = {
    code: known.code,
    title: known.title,
    status: known.status,
    ...(known.detail !== undefined && { detail: known.detail }),
    ...(known.errors !== undefined && { errors: known.errors }),
    requestId,
  };
  ctx.status = known.status;
  ctx.set(known.headers);
  ctx.set('Cache-Control', 'no-store');
  ctx.body = JSON.stringify(body);
  ctx.type = 'application/problem+json';
}

/** Names by which the driver says that the database is not there; the person should come back, not report a fault. */
const DATABASE_AWAY = new Set([
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
]);

function asKnownProblem(error: unknown): Problem {
  if (error instanceof Error && (DATABASE_AWAY.has(error.name) || error.name === 'MongooseServerSelectionError'))
    return problem('service.notReady', undefined, { headers: { 'Retry-After': '5' } });
  return problem('service.failed');
}
