/** Pictures as people and attackers send them, made here so that nobody's real photo lies in the project. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Words that a phone writes into its pictures; they must not be found in anything that is kept. */
export const PHONE_WORDS = ['PhoneMaker X1', 'GPSLatitude-marker', 'Exif'];

const LEFT = { r: 200, g: 30, b: 30 };
const RIGHT = { r: 30, g: 30, b: 200 };

/**
 * A JPEG as a phone makes it: red on the left half and blue on the right as it is stored, with maker, place and an XMP note.
 * @param orientation EXIF's number; 6 means "turn by 90° to the right to see it upright"
 */
export async function phonePhoto({
  width = 640,
  height = 480,
  orientation = 1,
}: {
  width?: number;
  height?: number;
  orientation?: number;
} = {}): Promise<Buffer> {
  const half = await sharp({ create: { width: Math.ceil(width / 2), height, channels: 3, background: LEFT } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: RIGHT } })
    .composite([{ input: half, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'PhoneMaker X1', Artist: 'GPSLatitude-marker' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '28/1 50/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '108/1 46/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>GPSLatitude-marker</note></x:xmpmeta>')
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
}

/** A valid JPEG of exactly this many bytes: a decoder does not read on after the picture's end. */
export async function jpegOfSize(bytes: number): Promise<Buffer> {
  const photo = await phonePhoto();
  return Buffer.concat([photo, Buffer.alloc(bytes - photo.length)]);
}

/** Another picture each time it is asked for another number. */
export async function plainPhoto(seed: number): Promise<Buffer> {
  const background = { r: seed % 256, g: Math.floor(seed / 256) % 256, b: 90 };
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** A PNG of 100 bytes that says it is of this size, and holds one line. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** A JPEG of one pixel whose frame header says that it is of this size. */
export async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const photo = await sharp({ create: { width: 1, height: 1, channels: 3, background: LEFT } })
    .jpeg()
    .toBuffer();
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  photo.writeUInt16BE(height, frame + 5);
  photo.writeUInt16BE(width, frame + 7);
  return photo;
}

/** A GIF that a browser which guesses would run as a page. */
export const gifPage = Buffer.from('GIF89a/*<html><script>alert(1)</script></html>*/=1;\x01\0\x01\0', 'latin1');

export const scriptedSvg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>',
);

/** The first bytes of an iPhone's own format. */
export const heicHead = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

/** A whole JPEG with a page in a comment and another behind its end. */
export async function jpegWithPage(): Promise<Buffer> {
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const photo = await phonePhoto();
  const comment = Buffer.from([0xff, 0xfe, 0, page.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), comment, page, photo.subarray(2), page]);
}
