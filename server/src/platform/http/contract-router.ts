/**
 * Contracts as one Koa middleware. It stands in front of Midway's own root, which makes a container and composes
 * its middleware anew for each request (about 110 µs); services are taken from the container once, at start.
 */
import { METHODS } from 'node:http';
import type { Route } from '@xiangyue/shared/kernel/contract';
import type { FieldError } from '@xiangyue/shared/kernel/problem';
import { type FileAnswer, fileAnswer } from '@xiangyue/shared/kernel/transfer';
import { problem } from '@xiangyue/shared/problems';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import type { ParameterizedContext as Context } from 'koa';
import type { z } from 'zod';
import type { Actor } from '../auth/actor';
import { admit, type Registry } from '../auth/gate';
import type { Idempotency } from '../idempotency/idempotency';
import type { Pace } from '../pace/pace';
import type { AnyCall, MountedRoute } from './implement';
import type { PublicReads } from './public-reads';
import { readJsonBody } from './read-body';
import { sayFieldError } from './say-field-error';
import { readForm, sendFile } from './transfer';

/** Everything under this path is the API; the rest is the H5 app. */
export const API_PREFIX = '/api';

/** Answers a request, or throws a problem. */
export type Dispatch = (ctx: Context) => Promise<void>;

interface Target {
  readonly mounted: MountedRoute;
}

/** What the router needs beside the routes. */
export interface RouterParts {
  readonly publicReads: PublicReads;
  readonly registry: Registry;
  readonly idempotency: Idempotency;
  readonly pace: Pace;
}

/** Mounts every route. Two routes on one method and path are found here, at start. */
export function contractRouter(routes: readonly MountedRoute[], parts: RouterParts): Dispatch {
  const router = findMyWay({ maxParamLength: 200, ignoreTrailingSlash: true });
  for (const mounted of routes)
    router.on(mounted.route.method as HTTPMethod, API_PREFIX + mounted.route.path, () => undefined, {
      mounted,
    } satisfies Target);

  return async (ctx) => {
    // A HEAD is answered as its GET; Koa leaves the body out.
    const method = (ctx.method === 'HEAD' ? 'GET' : ctx.method) as HTTPMethod;
    const found = router.find(method, ctx.path);
    if (!found) throw unknownPath(router, ctx.path);
    const { mounted } = found.store as Target;
    ctx.state.route = mounted.name;
    const { route } = mounted;
    await parts.pace.admitAddress(route.pace, ctx.ip);
    if (route.publicForS > 0) {
      ctx.set('Cache-Control', `public, max-age=${route.publicForS}`);
      const { body, etag } = await parts.publicReads.get(ctx.url, () => answer(mounted, ctx, found.params, parts));
      ctx.etag = etag;
      ctx.body = body;
    } else {
      ctx.set('Cache-Control', 'no-store');
      if (route.output === fileAnswer) {
        const call = await admittedCall(mounted, ctx, found.params, parts);
        return sendFile(ctx, (await mounted.handle(call)) as FileAnswer);
      }
      ctx.body = await answer(mounted, ctx, found.params, parts);
    }
    ctx.type = 'application/json';
  };
}

/** Who → checked input. Nobody learns what is wrong with an input that they may not send. */
async function admittedCall(
  { route }: MountedRoute,
  ctx: Context,
  rawParams: Record<string, string | undefined>,
  { registry, idempotency, pace }: RouterParts,
): Promise<AnyCall> {
  const now = new Date();
  if (route.access === 'public') {
    const input = checkInput([[route.params, rawParams], await rest(route, ctx)]);
    return { input, actor: undefined, now, key: '' };
  }
  const params = checkInput([[route.params, rawParams]]);
  const actor = (await admit(registry, route.access, ctx.get('Authorization'), params, now)) as Actor;
  await pace.admitPerson(route.pace, actor.personId);
  const input = { ...params, ...checkInput([await rest(route, ctx)]) };
  const isKeyed = route.method !== 'GET' && route.idempotency === 'key';
  return { input, actor, now, key: isKeyed ? idempotency.keyFrom(ctx.get('Idempotency-Key')) : '' };
}

/** Handler → whitelisted output, as JSON text; a write with a key is done once. */
async function answer(
  mounted: MountedRoute,
  ctx: Context,
  rawParams: Record<string, string | undefined>,
  parts: RouterParts,
): Promise<string> {
  const call = await admittedCall(mounted, ctx, rawParams, parts);
  const { input, actor, now, key } = call;
  if (!actor || key === '') return reply(mounted, call);
  return parts.idempotency.once({ personId: actor.personId, route: mounted.name, key, input }, now, () =>
    reply(mounted, call),
  );
}

async function reply({ route, handle }: MountedRoute, call: AnyCall): Promise<string> {
  return JSON.stringify(route.output.parse(await handle(call)));
}

/** What comes beside the path: the query of a read, the body of a write. */
async function rest(route: Route, ctx: Context): Promise<readonly [fields: z.ZodObject, raw: unknown]> {
  if (route.method === 'GET') return [route.query, ctx.query];
  if (route.fileMaxBytes > 0) return [route.body, await readForm(ctx.req, route.fileMaxBytes)];
  return [route.body, isEmpty(route.body) ? {} : await readJsonBody(ctx.req)];
}

function isEmpty(fields: z.ZodObject): boolean {
  return Object.keys(fields.shape).length === 0;
}

/** One flat, checked input; every wrong field of every part is reported at once. */
function checkInput(parts: ReadonlyArray<readonly [fields: z.ZodObject, raw: unknown]>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [fields, raw] of parts) {
    if (isEmpty(fields)) continue;
    const checked = fields.safeParse(raw, { error: sayFieldError });
    if (checked.success) Object.assign(input, checked.data);
    else errors.push(...checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  }
  if (errors.length > 0) throw problem('request.invalid', undefined, { errors });
  return input;
}

function unknownPath(router: findMyWay.Instance<findMyWay.HTTPVersion.V1>, path: string) {
  const allowed = METHODS.filter((method) => router.find(method as HTTPMethod, path) !== null);
  return allowed.length > 0
    ? problem('request.methodNotAllowed', undefined, { headers: { Allow: allowed.join(', ') } })
    : problem('request.pathUnknown');
}
