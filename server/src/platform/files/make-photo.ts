/** From whatever a person sent to two plain JPEGs: upright, small enough, and without anything but the picture. */
import { open } from 'node:fs/promises';
import {
  ORIGINAL_MAX_SIDE_PX,
  PHOTO_HEAD_BYTES,
  PHOTO_MAX_PIXELS,
  photoKindOf,
  THUMBNAIL_MAX_SIDE_PX,
} from '@xiangyue/shared/features/files/files.rules';
import { problem } from '@xiangyue/shared/problems';
import sharp from 'sharp';

export interface MadePhoto {
  readonly original: Buffer;
  readonly thumbnail: Buffer;
  /** Of the original, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Faces and receipts keep their edges; a fifth of the bytes of quality 95. */
const JPEG_QUALITY = 80;
/**
 * A phone's JPEG takes 0.3 seconds. The library looks at the clock between rows, so an interlaced or turned PNG, which it
 * decodes whole before, is not cut short; its limit of pixels keeps that to a few seconds.
 */
const DECODE_LIMIT_S = 20;

// The library can also read SVG, PDF-like and scientific formats. Code that is never reached cannot be attacked.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
// Every picture is seen once: a cache would only keep memory, and deleted files open.
sharp.cache(false);
// Several pictures at once use the cores; several threads for one would make them wait for each other.
sharp.concurrency(1);

/**
 * Decodes the file and encodes it anew, so that nothing of it survives but colours: no place, no time, no name, no text
 * or script behind or inside it. Problems: `files.notAnImage`, `files.heicUnsupported`, `files.tooManyPixels`,
 * `files.broken`, `files.busy` when decoding took unreasonably long.
 */
export async function makePhoto(path: string): Promise<MadePhoto> {
  const kind = photoKindOf(await headOf(path));
  if (kind === undefined) throw problem('files.notAnImage');
  if (kind === 'heic') throw problem('files.heicUnsupported');
  const limitInputPixels = PHOTO_MAX_PIXELS[kind];
  await checkHeader(path, kind, limitInputPixels);
  try {
    const { data, info } = await sharp(path, { limitInputPixels, failOn: 'error' })
      .timeout({ seconds: DECODE_LIMIT_S })
      // Before the size is changed: the sides may change places.
      .autoOrient()
      .resize({
        width: ORIGINAL_MAX_SIDE_PX,
        height: ORIGINAL_MAX_SIDE_PX,
        fit: 'inside',
        withoutEnlargement: true,
      })
      // JPEG has no transparency; what was transparent becomes paper.
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const decoded = () => sharp(data, { raw: { width, height, channels } });
    const [original, thumbnail] = await Promise.all([
      decoded().jpeg({ quality: JPEG_QUALITY }).toBuffer(),
      decoded()
        .resize({
          width: THUMBNAIL_MAX_SIDE_PX,
          height: THUMBNAIL_MAX_SIDE_PX,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .jpeg({ quality: JPEG_QUALITY })
        .toBuffer(),
    ]);
    return { original, thumbnail, width, height };
  } catch (cause) {
    const isTimeout = cause instanceof Error && /timeout/i.test(cause.message);
    throw Object.assign(problem(isTimeout ? 'files.busy' : 'files.broken'), { cause });
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PHOTO_HEAD_BYTES), 0, PHOTO_HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Reads the header alone: a file that claims 60,000 × 60,000 pixels must not get to the decoder. */
async function checkHeader(path: string, kind: string, limitPixels: number): Promise<void> {
  // The library's own limit is off here, since its error cannot be told from that of a broken file.
  const header = await sharp(path, { limitInputPixels: false, failOn: 'error' })
    .metadata()
    .catch((cause: unknown) => {
      throw Object.assign(problem('files.broken'), { cause });
    });
  if (header.format !== kind) throw problem('files.notAnImage');
  if (header.width * header.height > limitPixels) throw problem('files.tooManyPixels');
}
