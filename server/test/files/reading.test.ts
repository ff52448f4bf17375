/** Reading through signed links: what opens, what does not, and what the answer says about itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderStorage } from '../../src/platform/files/folder-storage';
import { S3Storage } from '../../src/platform/files/s3-storage';
import { TempFolder } from '../../src/platform/files/temp-folder';
import { seen } from '../answer';
import { anId } from '../factories';
import { type FilesKit, HOUR_MS, startFilesKit } from './files-kit';
import { plainPhoto } from './pictures';
import { type S3Server, startS3 } from './s3-server';

// Every photo is written through to the disk, which others may be using.
jest.setTimeout(30_000);

let s3: S3Server;
let folder: string;
let kit: FilesKit;
beforeAll(async () => {
  s3 = await startS3();
  folder = await mkdtemp(join(tmpdir(), 'xiangyue-reading-'));
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

describe.each([
  ['folder', () => new FolderStorage(folder, new TempFolder(folder))],
  ['S3', () => new S3Storage(s3.settings)],
])('from %s', (_kind, storage) => {
  let fileId: string;
  let link: string;
  beforeAll(async () => {
    kit = await startFilesKit(storage());
    fileId = await kit.uploaded(await plainPhoto(7));
    link = kit.links.sign(fileId, 'original', new Date());
  });
  afterAll(() => kit.stop());

  test('a link shows the photo, as a picture and nothing else, kept by this phone only', async () => {
    const { status, headers, bytes } = await kit.get(link);
    expect(status).toBe(200);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="${fileId}-original.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      etag: `"${fileId}-original"`,
    });
    const [, seconds] = /^private, max-age=(\d+), immutable$/.exec(headers.get('cache-control') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(9 * 60);
    expect(Number(seconds)).toBeLessThanOrEqual(15 * 60);
  });

  test('a phone that has it is not sent it again', async () => {
    const again = await kit.get(link, { 'if-none-match': `"${fileId}-original"`, 'cache-control': 'max-age=0' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('HEAD says how large it is', async () => {
    const response = await fetch(kit.address + link, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBe((await kit.get(link)).bytes.length);
  });

  test.each<[string, () => string, number, string]>([
    ['a link from an hour ago', () => kit.links.sign(fileId, 'original', ago(HOUR_MS)), 403, 'files.linkExpired'],
    [
      'a forged signature',
      () => link.replace(/signature=./, (given) => `signature=${given.endsWith('A') ? 'B' : 'A'}`),
      403,
      'files.linkInvalid',
    ],
    ['half a signature', () => link.slice(0, -20), 403, 'files.linkInvalid'],
    ['no signature', () => link.replace(/&signature=.*/, ''), 403, 'files.linkInvalid'],
    ['two signatures', () => `${link}&signature=x`, 403, 'files.linkInvalid'],
    ['no query at all', () => `/files/${fileId}/original`, 403, 'files.linkInvalid'],
    ['a longer life', () => link.replace(/expires=\d+/, 'expires=9999999999'), 403, 'files.linkInvalid'],
    ['a life that is no number', () => link.replace(/expires=\d+/, 'expires=1e9'), 403, 'files.linkInvalid'],
    ['the other variant under this signature', () => link.replace('/original', '/thumbnail'), 403, 'files.linkInvalid'],
    ['another file under this signature', () => link.replace(fileId, anId()), 403, 'files.linkInvalid'],
    ['a variant that does not exist', () => link.replace('/original', '/raw'), 403, 'files.linkInvalid'],
    ['a way out of the folder', () => link.replace(fileId, '..%2F..%2Fetc'), 403, 'files.linkInvalid'],
    ['a longer path', () => link.replace('/original', '/original/x'), 403, 'files.linkInvalid'],
    ['a file that is gone', () => kit.links.sign(anId(), 'original', new Date()), 404, 'files.unknown'],
  ])('%s', async (_what, path, status, code) => {
    const answer = await kit.get(path());
    expect(seen(answer)).toEqual([status, code]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });

  test('a link of another service’s key is forged', async () => {
    const { linkKey } = kit.setup;
    kit.setup.linkKey = 'another key, as long as it must be';
    const foreign = kit.links.sign(fileId, 'original', new Date());
    kit.setup.linkKey = linkKey;
    expect((await kit.get(foreign)).body.code).toBe('files.linkInvalid');
  });

  test('nothing can be sent to a link', async () => {
    const response = await fetch(kit.address + link, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

function ago(ms: number): Date {
  return new Date(Date.now() - ms);
}
