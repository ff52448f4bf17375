/** What every storage of photos must do, tried on a folder and on an S3 server; then what is each one's own. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { type BlobStorage, blobName } from '../../src/platform/files/blob-storage';
import { filesEnvironment, filesSetup } from '../../src/platform/files/files-setup';
import { FolderStorage } from '../../src/platform/files/folder-storage';
import { S3Storage } from '../../src/platform/files/s3-storage';
import { TempFolder } from '../../src/platform/files/temp-folder';
import { anId } from '../factories';
import { type S3Server, signatureOf, startS3 } from './s3-server';

// Every photo is written through to the disk, which others may be using.
jest.setTimeout(30_000);

let folder: string;
let temp: TempFolder;
let s3: S3Server;
const storages: Record<string, BlobStorage> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiangyue-storage-'));
  temp = new TempFolder(join(folder, 'unfinished'));
  await temp.make();
  s3 = await startS3();
  storages.folder = new FolderStorage(join(folder, 'photos'), temp);
  storages.S3 = new S3Storage(s3.settings);
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

describe.each(['folder', 'S3'])('%s', (kind) => {
  const storage = () => storages[kind] as BlobStorage;
  const read = async (name: Parameters<BlobStorage['open']>[0]) => {
    const blob = await storage().open(name);
    return blob && { bytes: blob.bytes, content: await buffer(blob.stream) };
  };

  test('gives back what was put, byte for byte, by variant', async () => {
    const id = anId();
    const original = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
    const thumbnail = Buffer.from('thumb');
    await storage().put(blobName(id, 'original'), original);
    await storage().put(blobName(id, 'thumbnail'), thumbnail);
    const back = await read(blobName(id, 'original'));
    expect(back?.bytes).toBe(300_000);
    expect(back?.content.equals(original)).toBe(true);
    expect(await read(blobName(id, 'thumbnail'))).toEqual({ bytes: 5, content: thumbnail });
  });

  test('knows nothing of what was not put', async () => {
    expect(await read(blobName(anId(), 'original'))).toBeNull();
  });

  test('putting again replaces', async () => {
    const name = blobName(anId(), 'original');
    await storage().put(name, Buffer.from('first'));
    await storage().put(name, Buffer.from('second'));
    expect(await read(name)).toEqual({ bytes: 6, content: Buffer.from('second') });
  });

  test('forgets what is deleted; deleting again, or what never was, is success', async () => {
    const name = blobName(anId(), 'original');
    await storage().put(name, Buffer.from('x'));
    await storage().delete(name);
    expect(await read(name)).toBeNull();
    await storage().delete(name);
    await storage().delete(blobName(anId(), 'thumbnail'));
  });

  test('many at once do not mix', async () => {
    const names = Array.from({ length: 30 }, () => blobName(anId(), 'original'));
    await Promise.all(names.map((name) => storage().put(name, Buffer.from(name))));
    const back = await Promise.all(names.map(read));
    expect(back.map((blob) => blob?.content.toString())).toEqual(names);
  });

  test('a blob that is opened and not read holds nothing up', async () => {
    const name = blobName(anId(), 'original');
    await storage().put(name, Buffer.alloc(200_000));
    const blob = await storage().open(name);
    blob?.stream.destroy();
    await storage().delete(name);
    expect(await read(name)).toBeNull();
  });
});

test.each([
  ['a way out of the folder', '../../../../etc/passwd'],
  ['an absolute path', '/etc/passwd'],
  ['an id in upper case', '01KDVDNA000000000000000000'],
  ['a name with a zero byte', '01kdvdna00000000000000000\0'],
  ['an id and more', '01kdvdna000000000000000000/../x'],
  ['nothing', ''],
])('%s is no name of a blob', (_what, id) => {
  expect(() => blobName(id, 'original')).toThrow(RangeError);
});

test('a variant that does not exist is no name of a blob', () => {
  expect(() => blobName(anId(), '../original' as 'original')).toThrow(RangeError);
});

test('a folder spreads blobs over subfolders and leaves nothing unfinished', async () => {
  const id = '01kdvdna0000000000000000x7';
  // A folder of its own: a blob of another test may by chance have an id with the same end.
  const own = join(folder, 'own');
  await new FolderStorage(own, temp).put(blobName(id, 'original'), Buffer.from('x'));
  expect(await readdir(join(own, 'x7'))).toEqual([`${id}-original.jpg`]);
  expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
});

test('a folder that cannot be written says so and leaves nothing behind', async () => {
  await writeFile(join(folder, 'a-file'), '');
  const blocked = new FolderStorage(join(folder, 'a-file'), temp);
  await expect(blocked.put(blobName(anId(), 'original'), Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
});

describe('S3', () => {
  afterEach(() => s3.fail(undefined));

  test('the door that checks signatures knows the published example', () => {
    const signature = signatureOf(
      'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      '20130524/us-east-1/s3/aws4_request',
      ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
      {
        method: 'GET',
        path: '/test.txt',
        headers: {
          host: 'examplebucket.s3.amazonaws.com',
          range: 'bytes=0-9',
          'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          'x-amz-date': '20130524T000000Z',
        },
      },
    );
    expect(signature).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  test.each([
    ['a wrong key', { secretAccessKey: 'wrong' }, 'photo storage: GET answered 403 SignatureDoesNotMatch'],
    ['a missing bucket', { bucket: 'elsewhere' }, 'photo storage: GET: the bucket does not exist'],
  ])('%s is a fault for the log, not a missing photo', async (_what, wrong, message) => {
    const storage = new S3Storage({ ...s3.settings, ...wrong });
    await expect(storage.open(blobName(anId(), 'original'))).rejects.toThrow(message);
  });

  test.each([
    ['answers 503', () => s3.fail(503), () => s3.settings],
    ['is not there', () => undefined, () => ({ ...s3.settings, endpoint: 'http://127.0.0.1:9' })],
  ])('a storage that %s: the person is asked to come back', async (_what, arrange, settings) => {
    arrange();
    const storage = new S3Storage(settings());
    const name = blobName(anId(), 'original');
    for (const call of [
      () => storage.open(name),
      () => storage.put(name, Buffer.from('x')),
      () => storage.delete(name),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'service.notReady', headers: { 'Retry-After': '5' } });
  });

  test('the bucket stands in the path or in the host, as the vendor wants', async () => {
    const asked: string[] = [];
    const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async (request) => {
      asked.push((request as Request).url);
      return new Response(null, { status: 204 });
    });
    const name = blobName('01kdvdna0000000000000000x7', 'thumbnail');
    await new S3Storage({ ...s3.settings, endpoint: 'https://s3.example.com/base/' }).delete(name);
    await new S3Storage({ ...s3.settings, endpoint: 'https://s3.example.com', bucketInHost: true }).delete(name);
    fetched.mockRestore();
    expect(asked).toEqual([
      'https://s3.example.com/base/photos/x7/01kdvdna0000000000000000x7-thumbnail.jpg',
      'https://photos.s3.example.com/x7/01kdvdna0000000000000000x7-thumbnail.jpg',
    ]);
  });
});

describe('configuration', () => {
  const read = (env: Record<string, string>) =>
    filesSetup(z.object(filesEnvironment).parse({ FILES_DIR: folder, ...env }));
  const s3Env = {
    FILES_S3_ENDPOINT: 'https://s3.example.com',
    FILES_S3_BUCKET: 'photos',
    FILES_S3_ACCESS_KEY_ID: 'id',
    FILES_S3_SECRET_ACCESS_KEY: 'secret',
  };

  test('a folder unless S3 is named', () => {
    expect(read({}).storage).toBeInstanceOf(FolderStorage);
    expect(read(s3Env).storage).toBeInstanceOf(S3Storage);
  });

  test('half an S3 configuration is refused by name', () => {
    const { FILES_S3_BUCKET: _, ...half } = s3Env;
    expect(() => read(half)).toThrow('照片要存到 S3，还缺这些配置：FILES_S3_BUCKET。请按 .env.example 检查');
  });

  test('the key for links is the given one, long enough, or a fresh one', () => {
    const key = 'k'.repeat(32);
    expect(read({ FILES_KEY: key }).linkKey).toBe(key);
    expect(() => read({ FILES_KEY: 'short' })).toThrow('至少 32 个字符');
    expect(read({}).linkKey).not.toBe(read({}).linkKey);
  });
});
