/** Reads one photo from a multipart form, to disk, and never more than it may be. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PHOTO_PART } from '@xiangyue/shared/features/files/files.contract';
import { PHOTO_MAX_BYTES } from '@xiangyue/shared/features/files/files.rules';
import { Problem } from '@xiangyue/shared/kernel/problem';
import { problem } from '@xiangyue/shared/problems';
import busboy, { type Busboy } from 'busboy';

/** What a form has beside the photo is one short field; the rest is room for what a phone's system adds. */
const FIELDS_LIMIT = 8;
const FIELD_MAX_BYTES = 200;
/**
 * A photo that is too large is read on, without keeping it, up to this: a phone reads the answer only once it has sent
 * everything. Beyond, the connection is cut.
 */
const READ_LIMIT_BYTES = 3 * PHOTO_MAX_BYTES;

export interface ReceivedPhoto {
  readonly sha256: string;
  /** By name; a name that was sent twice has its last value. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Writes the form's photo to `path`, which must not exist; whatever happens, the caller removes it.
 * Problems: `files.formExpected`, `files.photoMissing`, `files.oneAtATime`, `files.tooLarge`, `request.malformed` (also
 * when the sender went away).
 */
export async function readUpload(request: IncomingMessage, path: string): Promise<ReceivedPhoto> {
  const form = openForm(request);
  const handle = await open(path, 'wx', 0o600);
  const fields = new Map<string, string>();
  let refusal: Problem | undefined;
  let sha256: Promise<string> | undefined;
  let diskFailure: Error | undefined;
  const refuse = (reason: Problem) => {
    refusal ??= reason;
  };
  form.on('field', (name, value) => fields.set(name, value));
  form.on('filesLimit', () => refuse(problem('files.oneAtATime')));
  form.on('fieldsLimit', () => refuse(problem('request.malformed')));
  form.on('file', (name, stream) => {
    stream.on('limit', () => refuse(problem('files.tooLarge')));
    if (name !== PHOTO_PART) {
      stream.resume();
      return;
    }
    sha256 = write(stream, handle);
    sha256.catch((error: NodeJS.ErrnoException) => {
      // A full disk must stop the reading, which would wait for it for ever.
      if (error.syscall !== undefined) diskFailure = error;
      form.destroy(error);
    });
  });
  try {
    await feed(request, form);
    const written = await sha256;
    if (refusal) throw refusal;
    if (written === undefined) throw problem('files.photoMissing');
    return { sha256: written, fields: Object.fromEntries(fields) };
  } catch (error) {
    // Nothing is written any more once this has settled.
    await sha256?.catch(() => undefined);
    throw diskFailure ?? (error instanceof Problem ? error : problem('request.malformed', undefined, CUT));
  } finally {
    await handle.close();
  }
}

/** The rest of the body is not read, so the connection cannot serve another request. */
const CUT = { headers: { Connection: 'close' } };

function openForm(request: IncomingMessage): Busboy {
  if (!/^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '')) throw problem('files.formExpected');
  try {
    return busboy({
      headers: request.headers,
      // One byte more than is allowed tells "exactly the limit" from "above it".
      limits: { files: 1, fileSize: PHOTO_MAX_BYTES + 1, fields: FIELDS_LIMIT, fieldSize: FIELD_MAX_BYTES },
    });
  } catch {
    throw problem('files.formExpected');
  }
}

/** Resolves when the form was read to its end. */
function feed(request: IncomingMessage, form: Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (reason: Error) => {
      request.unpipe(form);
      form.destroy(reason);
      reject(reason);
    };
    let received = 0;
    form.once('error', stop);
    form.once('close', resolve);
    // Not `end`: a sender that goes away ends nothing.
    request.once('close', () => {
      if (!request.complete) stop(problem('request.malformed'));
    });
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > READ_LIMIT_BYTES) stop(problem('files.tooLarge', undefined, CUT));
    });
    request.pipe(form);
    if (request.destroyed) stop(problem('request.malformed'));
  });
}

/** Writes everything, and returns its SHA-256 in hex. */
async function write(stream: Readable, handle: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  stream.on('data', (chunk: Buffer) => hash.update(chunk));
  await pipeline(stream, handle.createWriteStream());
  return hash.digest('hex');
}
