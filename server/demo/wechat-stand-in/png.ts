/** A picture that stands for a mini-program code: valid, small, the same for the same text. It cannot be scanned. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const SIDE_MODULES = 16;

/** A square black-and-white PNG whose pattern comes from the text. */
export function patternPng(text: string, widthPx: number): Buffer {
  const bits = createHash('sha256').update(text).digest();
  const isBlack = (x: number, y: number) => {
    const at = y * SIDE_MODULES + x;
    return ((bits[at >> 3] ?? 0) >> (at & 7)) & 1;
  };
  const rowBytes = Math.ceil(widthPx / 8);
  const module = (pixel: number) => Math.floor((pixel * SIDE_MODULES) / widthPx);
  // Each row begins with the byte of its filter: none.
  const pixels = Buffer.alloc((1 + rowBytes) * widthPx);
  for (let y = 0; y < widthPx; y++)
    for (let x = 0; x < widthPx; x++)
      if (!isBlack(module(x), module(y))) {
        const at = y * (1 + rowBytes) + 1 + (x >> 3);
        pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
      }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(widthPx, 4);
  // One bit for a pixel; kind of colour, compression, filter and interlace are all the plain one, 0.
  header.writeUInt8(1, 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
