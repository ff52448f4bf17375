/** Reads one photo from a multipart form, to disk, and never more than it may be. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PHOTO_PART } from '@xiangyue/shared/features/files/files.contract';
import { PHOTO_MAX_BYTES } from '@xiangyue/shared/features/files/files.rules';
import { problem } from '@xiangyue/shared/problems';
import { type FormRules, receiveForm } from '../http/receive-form';

export interface ReceivedPhoto {
  readonly sha256: string;
  /** By name; a name that was sent twice has its last value. */
  readonly fields: Readonly<Record<string, string>>;
}

const RULES: FormRules = {
  part: PHOTO_PART,
  maxBytes: PHOTO_MAX_BYTES,
  problems: {
    formExpected: () => problem('files.formExpected'),
    missing: () => problem('files.photoMissing'),
    oneAtATime: () => problem('files.oneAtATime'),
    tooLarge: () => problem('files.tooLarge'),
  },
};

/**
 * Writes the form's photo to `path`, which must not exist; whatever happens, the caller removes it.
 * Problems: `files.formExpected`, `files.photoMissing`, `files.oneAtATime`, `files.tooLarge`, `request.malformed` (also
 * when the sender went away).
 */
export async function readUpload(request: IncomingMessage, path: string): Promise<ReceivedPhoto> {
  const handle = await open(path, 'wx', 0o600);
  try {
    const { kept, fields } = await receiveForm(request, RULES, (stream) => write(stream, handle));
    return { sha256: kept, fields };
  } finally {
    await handle.close();
  }
}

/** Writes everything, and returns its SHA-256 in hex. */
async function write(stream: Readable, handle: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  stream.on('data', (chunk: Buffer) => hash.update(chunk));
  await pipeline(stream, handle.createWriteStream());
  return hash.digest('hex');
}
