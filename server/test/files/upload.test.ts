/** Uploading: what is kept of a photo, what is refused, and that nothing else stays behind. */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { PHOTO_MAX_BYTES } from '@xiangyue/shared/features/files/files.rules';
import sharp from 'sharp';
import { answerOf, seen } from '../answer';
import { until } from '../until';
import { type FilesKit, startFilesKit, waitingPhotoOf } from './files-kit';
import * as pictures from './pictures';

// Every photo is written through to the disk, which others may be using.
jest.setTimeout(30_000);

let kit: FilesKit;
beforeAll(async () => {
  kit = await startFilesKit();
});
afterEach(() => kit.clear());
afterAll(() => kit.stop());

/** Nothing on disk, nothing in the database. */
async function nothingKept(): Promise<void> {
  expect({ rows: await kit.rows(), blobs: await kit.blobs(), unfinished: await kit.unfinished() }).toEqual({
    rows: [],
    blobs: [],
    unfinished: [],
  });
}

test('a phone’s photo becomes two upright JPEGs without place, maker or note', async () => {
  const sent = await pictures.phonePhoto({ width: 2000, height: 1500, orientation: 6 });
  for (const word of pictures.PHONE_WORDS) expect(sent.includes(word)).toBe(true);
  const { status, headers, body } = await kit.upload(sent);
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-z]{26}$/),
    width: 1200,
    height: 1600,
    originalUrl: expect.stringMatching(/^\/files\/\w{26}\/original\?expires=\d{10}&signature=[\w-]{43}$/),
    thumbnailUrl: expect.stringMatching(/^\/files\/\w{26}\/thumbnail\?expires=\d{10}&signature=[\w-]{43}$/),
  });

  for (const [url, width, height] of [
    [body.originalUrl, 1200, 1600],
    [body.thumbnailUrl, 240, 320],
  ]) {
    const { bytes } = await kit.get(url);
    const found = await sharp(bytes).metadata();
    expect(found).toMatchObject({ format: 'jpeg', width, height });
    expect([found.exif, found.xmp, found.iptc, found.icc, found.orientation, found.comments]).toEqual(
      Array(6).fill(undefined),
    );
    for (const word of pictures.PHONE_WORDS) expect(bytes.includes(word)).toBe(false);
    // Turned to the right, what was stored on the left is above.
    expect(await colourAt(bytes, width / 2, 10)).toBe('red');
    expect(await colourAt(bytes, width / 2, height - 10)).toBe('blue');
  }
});

async function colourAt(jpeg: Buffer, left: number, top: number): Promise<'red' | 'blue'> {
  const [red = 0, , blue = 0] = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return red > blue ? 'red' : 'blue';
}

test('the record says whose, what for, how large, and waits a day', async () => {
  const before = Date.now();
  const { body } = await kit.upload(await pictures.phonePhoto(), { person: 'li', key: 'k'.repeat(16) });
  const { bytes } = await kit.get(body.originalUrl);
  const [row] = await kit.rows();
  const createdAt = row?.createdAt as Date;
  expect(row).toEqual({
    _id: body.id,
    state: 'kept',
    ownerId: 'li',
    purpose: 'points.evidence',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: bytes.length,
    width: 640,
    height: 480,
    createdAt,
    attachedTo: null,
    expiresAt: new Date(createdAt.getTime() + 24 * 3600_000),
    uploadKey: 'k'.repeat(16),
  });
  expect(createdAt.getTime()).toBeGreaterThanOrEqual(before);
  expect(await kit.blobs()).toEqual([
    `${body.id.slice(-2)}/${body.id}-original.jpg`,
    `${body.id.slice(-2)}/${body.id}-thumbnail.jpg`,
  ]);
  expect(await kit.unfinished()).toEqual([]);
});

test.each([
  ['a PNG, what is transparent becoming white', () => sharp(transparent).png().toBuffer()],
  ['a WebP', () => sharp(transparent).webp().toBuffer()],
])('%s', async (_what, make) => {
  const { body } = await kit.upload(await make());
  const { bytes } = await kit.get(body.originalUrl);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 50, height: 20 });
  const [red = 0, green = 0, blue = 0] = await sharp(bytes)
    .extract({ left: 5, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(Math.min(red, green, blue)).toBeGreaterThan(250);
});
const transparent = {
  create: { width: 50, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
} as const;

test('a small picture stays as small as it is', async () => {
  const { body } = await kit.upload(await pictures.plainPhoto(1));
  expect([body.width, body.height]).toEqual([60, 40]);
  expect(await sharp((await kit.get(body.thumbnailUrl)).bytes).metadata()).toMatchObject({ width: 60, height: 40 });
});

test('of a picture with pages hidden in it, only the picture is kept', async () => {
  const { body } = await kit.upload(await pictures.jpegWithPage());
  expect((await kit.get(body.originalUrl)).bytes.includes('script')).toBe(false);
});

test('10 MB exactly is taken, one byte more is not', async () => {
  expect((await kit.upload(await pictures.jpegOfSize(PHOTO_MAX_BYTES))).status).toBe(200);
  await kit.clear();
  const answer = await kit.upload(await pictures.jpegOfSize(PHOTO_MAX_BYTES + 1));
  expect(seen(answer)).toEqual([413, 'files.tooLarge']);
  expect(answer.body.detail).toBe('一张照片最多 10 MB，请选“压缩图”再传');
  await nothingKept();
});

test.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
  ['a text', () => Buffer.from('村规民约'), 415, 'files.notAnImage'],
  ['nothing', () => Buffer.alloc(0), 415, 'files.notAnImage'],
  ['an SVG with a script', () => pictures.scriptedSvg, 415, 'files.notAnImage'],
  ['a GIF that is also a page', () => pictures.gifPage, 415, 'files.notAnImage'],
  ['a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 415, 'files.notAnImage'],
  ['an iPhone’s own format', () => pictures.heicHead, 415, 'files.heicUnsupported'],
  ['half a JPEG', async () => halfOf(await pictures.phonePhoto()), 422, 'files.broken'],
  ['the first bytes of a JPEG and then a page', () => Buffer.from('\xff\xd8\xff<html>', 'latin1'), 422, 'files.broken'],
  ['the first bytes of a PNG', () => pictures.pngClaiming(10, 10).subarray(0, 20), 422, 'files.broken'],
  ['a PNG with one line of a thousand', () => pictures.pngClaiming(1000, 1000), 422, 'files.broken'],
  ['a PNG that claims 60,000 × 60,000', () => pictures.pngClaiming(60_000, 60_000), 413, 'files.tooManyPixels'],
  ['a JPEG that claims 60,000 × 60,000', () => pictures.jpegClaiming(60_000, 60_000), 413, 'files.tooManyPixels'],
  ['a PNG just above the limit', () => pictures.pngClaiming(5_000, 5_001), 413, 'files.tooManyPixels'],
  ['a JPEG just above the limit', () => pictures.jpegClaiming(10_000, 5_001), 413, 'files.tooManyPixels'],
])('%s, named .jpg', async (_what, make, status, code) => {
  const answer = await kit.upload(await make());
  expect(seen(answer)).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  await nothingKept();
});

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2);
}

describe('the form', () => {
  const post = async (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${kit.address}/api/files`, {
      method: 'POST',
      body,
      headers: { 'X-Person': 'zhang', 'Idempotency-Key': randomUUID(), ...headers },
    });
    return seen(await answerOf(response));
  };
  const form = (parts: Array<[name: string, value: string | Blob]>) => {
    const data = new FormData();
    for (const [name, value] of parts) data.append(name, value);
    return data;
  };
  const file = new Blob(['\xff\xd8\xff']);
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };

  test.each<[string, () => NonNullable<RequestInit['body']>, Record<string, string>, number, string]>([
    ['JSON', () => '{}', { 'content-type': 'application/json' }, 415, 'files.formExpected'],
    ['a form without a boundary', () => 'x', { 'content-type': 'multipart/form-data' }, 415, 'files.formExpected'],
    ['the photo alone', () => 'x', { 'content-type': 'image/jpeg' }, 415, 'files.formExpected'],
    [
      'two photos',
      () =>
        form([
          ['file', file],
          ['file', file],
        ]),
      {},
      422,
      'files.oneAtATime',
    ],
    ['no photo', () => form([['purpose', 'points.evidence']]), {}, 422, 'files.photoMissing'],
    ['a photo in another part', () => form([['photo', file]]), {}, 422, 'files.photoMissing'],
    [
      'a form that breaks off',
      () => '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      multipart,
      400,
      'request.malformed',
    ],
    ['a form that is none', () => 'hello', multipart, 400, 'request.malformed'],
    [
      'a hundred fields',
      () => form(Array.from({ length: 100 }, (_, i) => [`f${i}`, 'x'])),
      {},
      400,
      'request.malformed',
    ],
    ['no purpose', () => form([['file', file]]), {}, 422, 'request.invalid'],
    [
      'a purpose that is none',
      () =>
        form([
          ['purpose', '{"$gt":""}'],
          ['file', file],
        ]),
      {},
      422,
      'request.invalid',
    ],
    [
      'a prototype for a field',
      () =>
        form([
          ['__proto__', 'x'],
          ['file', file],
        ]),
      {},
      422,
      'request.invalid',
    ],
    ['no key', () => form([['file', file]]), { 'Idempotency-Key': '' }, 400, 'request.keyMissing'],
    [
      'a key that is an operator',
      () => form([['file', file]]),
      { 'Idempotency-Key': '{"$gt":""}' },
      400,
      'request.keyMissing',
    ],
    ['nobody', () => form([['file', file]]), { 'X-Person': '' }, 401, 'test.signIn'],
  ])('%s', async (_what, body, headers, status, code) => {
    expect(await post(body(), headers)).toEqual([status, code]);
    await nothingKept();
  });

  test('another method says which there is', async () => {
    const response = await fetch(`${kit.address}/api/files`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('the purpose may stand behind the photo', async () => {
    const photo = new Blob([new Uint8Array(await pictures.plainPhoto(2))]);
    const data = form([
      ['file', photo],
      ['purpose', 'hazard.report'],
    ]);
    const response = await fetch(`${kit.address}/api/files`, {
      method: 'POST',
      body: data,
      headers: { 'X-Person': 'zhang', 'Idempotency-Key': randomUUID() },
    });
    expect(response.status).toBe(200);
    expect((await kit.rows())[0]?.purpose).toBe('hazard.report');
  });
});

/** Starts to send a form whose photo has no end. */
function openUpload() {
  const sending = request(`${kit.address}/api/files`, {
    method: 'POST',
    headers: {
      'X-Person': 'zhang',
      'Idempotency-Key': randomUUID(),
      'Content-Type': 'multipart/form-data; boundary=x',
    },
  });
  sending.on('error', () => undefined);
  sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n\xff\xd8\xff');
  return sending;
}

test('a sender that goes away half way leaves nothing', async () => {
  const sending = openUpload();
  sending.write(Buffer.alloc(1024 * 1024));
  await until(async () => (await kit.unfinished()).length === 1, 5_000);
  sending.destroy();
  await until(async () => (await kit.unfinished()).length === 0, 5_000);
  await nothingKept();
  expect(kit.logged).toEqual([]);
});

test('a sender that never ends is cut off, and told why', async () => {
  const sending = openUpload();
  const answered = new Promise<number | undefined>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode));
  });
  const block = Buffer.alloc(1024 * 1024);
  let sentMb = 0;
  const pump = () => {
    if (sentMb++ < 100 && !sending.destroyed) sending.write(block, pump);
  };
  pump();
  expect(await answered).toBe(413);
  expect(sentMb).toBeLessThan(60);
  sending.destroy();
  await until(async () => (await kit.unfinished()).length === 0, 5_000);
  await nothingKept();
});

describe('the same key', () => {
  test('with the same photo, one after the other: the same file', async () => {
    const photo = await pictures.phonePhoto();
    const key = randomUUID();
    const first = await kit.upload(photo, { key });
    const second = await kit.upload(photo, { key });
    expect(second.body.id).toBe(first.body.id);
    expect(await kit.rows()).toHaveLength(1);
    expect(await kit.blobs()).toHaveLength(2);
  });

  test('with the same photo, 50 at once: one file', async () => {
    const photo = await pictures.phonePhoto();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => kit.upload(photo, { key })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const [row, ...others] = await kit.rows();
    expect([row?._id, row?.state, others]).toEqual([answers[0]?.body.id, 'kept', []]);
    expect(await kit.blobs()).toHaveLength(2);
    expect(await kit.unfinished()).toEqual([]);
  });

  test('with another photo: refused, and the first stays', async () => {
    const key = randomUUID();
    const first = await kit.upload(await pictures.plainPhoto(1), { key });
    expect(seen(await kit.upload(await pictures.plainPhoto(2), { key }))).toEqual([409, 'request.keyReused']);
    expect((await kit.rows()).map(({ _id }) => _id)).toEqual([first.body.id]);
    expect(await kit.blobs()).toHaveLength(2);
  });

  test('with 20 different photos at once: one file, 19 refusals', async () => {
    const key = randomUUID();
    const photos = await Promise.all(Array.from({ length: 20 }, (_, i) => pictures.plainPhoto(i)));
    const answers = await Promise.all(photos.map((photo) => kit.upload(photo, { key })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    expect(await kit.rows()).toHaveLength(1);
    expect(await kit.blobs()).toHaveLength(2);
  });

  test('of another person: another file', async () => {
    const photo = await pictures.plainPhoto(1);
    const key = randomUUID();
    const mine = await kit.uploaded(photo, { key, person: 'zhang' });
    const theirs = await kit.uploaded(photo, { key, person: 'li' });
    expect(theirs).not.toBe(mine);
  });
});

test('a person with 60 photos waiting is asked to finish a form first; others are not', async () => {
  await Promise.all(Array.from({ length: 60 }, () => waitingPhotoOf(kit, 'zhang')));
  const answer = await kit.upload(await pictures.plainPhoto(1));
  expect(seen(answer)).toEqual([429, 'files.tooManyWaiting']);
  expect((await kit.upload(await pictures.plainPhoto(1), { person: 'li' })).status).toBe(200);
});

test('a storage that is full: the fault is logged, the person told nothing of it, nothing kept', async () => {
  const { storage } = kit.setup;
  kit.setup.storage = { ...noStorage, put: () => Promise.reject(new Error('ENOSPC: /srv/secret/path')) };
  const answer = await kit.upload(await pictures.plainPhoto(1));
  kit.setup.storage = storage;
  expect(seen(answer)).toEqual([500, 'service.failed']);
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(kit.logged).toEqual(['ENOSPC: /srv/secret/path']);
  await nothingKept();
});
const noStorage = { open: async () => null, delete: async () => undefined };
