/** Serves the built H5 app and says which inline scripts of it may run. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '@xiangyue/shared/problems';
import type { ParameterizedContext as Context } from 'koa';
import send from 'koa-send';

/** Files whose name holds a hash of their content never change. */
const HASHED = /\.[0-9a-f]{8}\.(js|css)$/;
const A_YEAR_S = 365 * 24 * 3600;

/** Answers a path below `/` with a file of the app; `/` itself is index.html, which is always asked for anew. */
export async function serveApp(ctx: Context, folder: string): Promise<void> {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD')
    throw problem('request.methodNotAllowed', undefined, { headers: { Allow: 'GET, HEAD' } });
  ctx.state.route = 'app';
  try {
    await send(ctx, ctx.path, {
      root: folder,
      index: 'index.html',
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${A_YEAR_S}, immutable` : 'no-cache');
      },
    });
  } catch (error) {
    // koa-send answers a missing file, a hidden one and a path that leaves the folder with 4xx errors of its own.
    if (error instanceof Error && 'status' in error && Number(error.status) < 500) throw problem('request.pathUnknown');
    throw error;
  }
}

/** The hashes of the page's inline scripts, as a content security policy wants them. */
export function inlineScriptHashes(folder: string): string[] {
  const file = join(folder, 'index.html');
  if (!existsSync(file)) throw new Error(`H5_DIR（${folder}）里没有 index.html，服务没有启动。请先编译 H5 页面`);
  const page = readFileSync(file, 'utf8');
  return [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) =>
      `'sha256-${createHash('sha256')
        .update(script as string)
        .digest('base64')}'`,
  );
}
