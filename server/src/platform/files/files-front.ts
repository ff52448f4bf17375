/** The two addresses of photos: POST /api/files, and the signed links below /files. Stands in front of the contracts. */
import { rm } from 'node:fs/promises';
import { filesContract } from '@xiangyue/shared/features/files/files.contract';
import { type FileVariant, fileVariants } from '@xiangyue/shared/features/files/files.rules';
import { documentId } from '@xiangyue/shared/kernel/fields';
import { problem } from '@xiangyue/shared/problems';
import type { ParameterizedContext as Context, Middleware } from 'koa';
import type { Idempotency } from '../idempotency/idempotency';
import { blobName } from './blob-storage';
import { FILES_PATH, type FileLinks } from './file-links';
import type { Files } from './files';
import type { FilesSetup } from './files-setup';
import { readUpload } from './read-upload';

const UPLOAD_PATH = `/api${filesContract.upload.path}`;
/** Uploads that one process receives at once: 64 times 10 MB of unfinished files is what any disk has. */
const UPLOADS_AT_ONCE = 64;

export interface FilesFrontParts {
  readonly files: Files;
  readonly links: FileLinks;
  readonly setup: FilesSetup;
  /**
   * Only to read the key. What was done under it is kept with the file itself: a reply kept for seven days would hold a link
   * that ended long before, and perhaps the id of a file that was swept.
   */
  readonly idempotency: Pick<Idempotency, 'keyFrom'>;
  /** Who sends the request; throws the problem that asks to sign in. */
  readonly actorOf: (ctx: Context) => Promise<{ readonly personId: string }>;
}

/** Answers both addresses and leaves every other to what stands behind. */
export function filesFront(parts: FilesFrontParts): Middleware {
  const upload = uploads(parts);
  return async (ctx, next) => {
    if (ctx.path === UPLOAD_PATH) return upload(ctx);
    if (ctx.path.startsWith(`${FILES_PATH}/`)) return read(ctx, parts);
    return next();
  };
}

function uploads({ files, setup, idempotency, actorOf }: FilesFrontParts): (ctx: Context) => Promise<void> {
  let running = 0;
  return async (ctx) => {
    ctx.state.route = 'files.upload';
    ctx.set('Cache-Control', 'no-store');
    if (ctx.method !== 'POST') throw problem('request.methodNotAllowed', undefined, { headers: { Allow: 'POST' } });
    const { personId } = await actorOf(ctx);
    const key = idempotency.keyFrom(ctx.get('Idempotency-Key'));
    if (running >= UPLOADS_AT_ONCE) throw problem('files.busy', undefined, { headers: { 'Retry-After': '5' } });
    running++;
    const path = setup.temp.newPath();
    try {
      const { sha256, fields } = await readUpload(ctx.req, path);
      const checked = filesContract.upload.fields.safeParse(fields);
      if (!checked.success)
        throw problem('request.invalid', undefined, { errors: [{ path: 'purpose', message: '照片的用途不对' }] });
      const now = new Date();
      const { purpose } = checked.data;
      const record = await files.keep({ path, sha256, ownerId: personId, purpose, key }, now);
      ctx.body = JSON.stringify(filesContract.upload.output.parse(files.photo(record, now)));
      ctx.type = 'application/json';
    } finally {
      running--;
      await rm(path, { force: true });
    }
  };
}

async function read(ctx: Context, { links, setup }: FilesFrontParts): Promise<void> {
  ctx.state.route = 'files.read';
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD')
    throw problem('request.methodNotAllowed', undefined, { headers: { Allow: 'GET, HEAD' } });
  const { fileId, variant } = namesIn(ctx.path);
  const { expires, signature } = ctx.query;
  const leftS = links.verify({ fileId, variant, expires, signature }, new Date());
  const etag = `"${fileId}-${variant}"`;
  const isKept = ctx.get('If-None-Match').includes(etag);
  // No look at the record: it would tell nothing that the signature and the storage do not. A deleted file has no blob.
  const blob = isKept ? null : await setup.storage.open(blobName(fileId, variant));
  if (!isKept && !blob) throw problem('files.unknown');
  ctx.set({
    // Kept by this person's phone as long as the link lives, and by nothing in between. The bytes never change.
    'Cache-Control': `private, max-age=${leftS}, immutable`,
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': `inline; filename="${fileId}-${variant}.jpg"`,
    // Opened by itself it is a picture and nothing else.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  if (!blob) {
    ctx.status = 304;
    return;
  }
  ctx.status = 200;
  ctx.type = 'image/jpeg';
  ctx.length = blob.bytes;
  if (ctx.method === 'HEAD') blob.stream.destroy();
  else ctx.body = blob.stream;
}

/** `/files/01kd…/thumbnail`. Anything else was not made by us, like a link with a wrong signature. */
function namesIn(path: string): { fileId: string; variant: FileVariant } {
  const [fileId, variant, ...rest] = path.slice(FILES_PATH.length + 1).split('/');
  const isVariant = (fileVariants as readonly (string | undefined)[]).includes(variant);
  if (!documentId.safeParse(fileId).success || !isVariant || rest.length > 0) throw problem('files.linkInvalid');
  return { fileId: fileId as string, variant: variant as FileVariant };
}
