/**
 * Everything that happens to a request, in order: number and clock, security headers, compression, ETag, then one of
 * photos (/api/files, /files), operations (/health, /metrics, /openapi.json), the API (/api) or the H5 app.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:zlib';
import etag from '@koa/etag';
import { problem } from '@xiangyue/shared/problems';
import type { ParameterizedContext as Context, Middleware } from 'koa';
import compress from 'koa-compress';
import conditional from 'koa-conditional-get';
import helmet from 'koa-helmet';
import type { Registry } from '../auth/gate';
import type { Health } from '../health/health';
import type { Idempotency } from '../idempotency/idempotency';
import type { Log } from '../log/log';
import type { Metrics } from '../metrics/metrics';
import type { Pace } from '../pace/pace';
import { API_PREFIX, contractRouter } from './contract-router';
import type { MountedRoute } from './implement';
import { openApiDocument } from './openapi';
import { respondWithProblem } from './problem-response';
import { PublicReads } from './public-reads';
import { inlineScriptHashes, serveApp } from './static-app';

/** Smaller answers are not worth the time to pack and unpack them. */
const COMPRESS_FROM_BYTES = 1024;
/** Quality 4 of brotli packs a rule document as small as gzip's best in a third of the time. */
const BROTLI_QUALITY = 4;

interface Parts {
  readonly routes: readonly MountedRoute[];
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly registry: Registry;
  readonly idempotency: Idempotency;
  readonly pace: Pace;
  /** Answers the addresses of photos, and leaves every other. */
  readonly files: Middleware;
  readonly publicCacheMs: number;
  readonly appFolder: string | undefined;
}

/** The middlewares, in the order in which they stand in front of Midway's root. */
export function httpFront(parts: Parts): Middleware[] {
  return [
    observe(parts),
    securityHeaders(parts.appFolder),
    compress({
      threshold: COMPRESS_FROM_BYTES,
      br: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
      deflate: false,
      zstd: false,
    }),
    conditional(),
    tagPages(),
    parts.files,
    dispatch(parts),
  ];
}

/** Pages get a tag here; public data brings its own, and private data is never kept, so that it needs none. */
function tagPages(): Middleware {
  // Midway widens Koa's global Context type, in which this library's types are written, beyond what stands here.
  const tag = etag() as unknown as Middleware;
  return (ctx, next) => (isApi(ctx.path) ? next() : tag(ctx, next));
}

/** Numbers the request, times it, and turns whatever is thrown below into a problem. */
function observe({ log, metrics, health }: Parts): Middleware {
  return async (ctx, next) => {
    const startedAt = performance.now();
    const requestId = numberOf(ctx);
    ctx.set('X-Request-Id', requestId);
    try {
      await next();
    } catch (error) {
      respondWithProblem(ctx, error, requestId, log);
    }
    // A connection that is kept alive would hold up the stop until it is cut.
    if (health.isDraining) ctx.set('Connection', 'close');
    const route = String(ctx.state.route ?? 'none');
    const finish = () => {
      const ms = performance.now() - startedAt;
      metrics.observeRequest(route, ctx.status, ms / 1000);
      log.info({ requestId, method: ctx.method, route, status: ctx.status, ms: Math.round(ms * 10) / 10 }, 'request');
    };
    if (ctx.res.writableFinished) finish();
    else ctx.res.once('close', finish);
  };
}

/** This process's part of the numbers it gives: no two processes share one. */
const PROCESS_NUMBER = randomBytes(4).toString('hex');
let requestCount = 0;

/** A number that a person can read out on the phone; a proxy's own number is kept so that both logs can be joined. */
function numberOf(ctx: Context): string {
  const given = ctx.get('X-Request-Id');
  return /^[\w-]{8,64}$/.test(given) ? given : `${PROCESS_NUMBER}-${(++requestCount).toString(36)}`;
}

/** An API answer is data: it may not be sniffed, framed, or name the page that asked. */
const DATA_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Pages get the whole set, data the few that mean something for data: a dozen headers would be a fifth of a short answer. */
function securityHeaders(appFolder: string | undefined): Middleware {
  const pageHeaders = helmetForApp(appFolder === undefined ? [] : inlineScriptHashes(appFolder));
  return (ctx, next) => {
    if (!isApi(ctx.path)) return pageHeaders(ctx, next);
    ctx.set(DATA_HEADERS);
    return next();
  };
}

function helmetForApp(inlineScripts: readonly string[]): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts],
        // Taro sets sizes and colours as inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // A chosen file is read back from where the page itself has put it.
        connectSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The reverse proxy that ends TLS says this; over plain loopback it would be a lie.
    hsts: false,
    crossOriginEmbedderPolicy: false,
  });
}

function isApi(path: string): boolean {
  return path === API_PREFIX || path.startsWith(`${API_PREFIX}/`);
}

function dispatch(parts: Parts): Middleware {
  const { routes, health, metrics, publicCacheMs, appFolder } = parts;
  const api = contractRouter(routes, { ...parts, publicReads: new PublicReads(publicCacheMs) });
  const openApi = JSON.stringify(openApiDocument(routes));
  const operations: Record<string, (ctx: Context) => Promise<void> | void> = {
    '/health/live': (ctx) => {
      ctx.body = health.live();
    },
    '/health/ready': async (ctx) => {
      ctx.body = await health.ready();
    },
    '/metrics': async (ctx) => {
      // Figures are for the operator's own collector on this machine; the world has no use for them.
      if (!isLoopback(ctx.ip)) throw problem('request.pathUnknown');
      ctx.body = await metrics.registry.metrics();
      ctx.type = metrics.registry.contentType;
    },
    '/openapi.json': (ctx) => {
      ctx.body = openApi;
      ctx.type = 'application/json';
    },
  };
  return async (ctx) => {
    const operation = operations[ctx.path];
    if (operation) {
      if (ctx.method !== 'GET' && ctx.method !== 'HEAD')
        throw problem('request.methodNotAllowed', undefined, { headers: { Allow: 'GET, HEAD' } });
      ctx.state.route = ctx.path;
      ctx.set('Cache-Control', 'no-store');
      return operation(ctx);
    }
    if (isApi(ctx.path)) return api(ctx);
    if (appFolder === undefined) throw problem('request.pathUnknown');
    return serveApp(ctx, appFolder);
  };
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.') || ip.startsWith('::ffff:127.');
}
