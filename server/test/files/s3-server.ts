/**
 * A local S3 server. It accepts every signature of version 4, so what it is sent goes through a door in front of it that
 * checks signature and body as the specification says.
 */
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import type { S3Settings } from '../../src/platform/files/s3-storage';

const BUCKET = 'photos';
/** The one account that the server knows. */
const KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export interface S3Server {
  readonly settings: S3Settings;
  /** The names of the objects that it holds. */
  names(): Promise<string[]>;
  /** Answers everything with this status from now on, as a storage in trouble does; undefined ends it. */
  fail(status: number | undefined): void;
  stop(): Promise<void>;
}

export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'xiangyue-s3-'));
  const s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await s3.run();
  let failing: number | undefined;
  const door = createServer(async (request, response) => {
    const body = await buffer(request);
    const refused = failing ?? (isSigned(request, body) ? undefined : 403);
    if (refused !== undefined) {
      response
        .writeHead(refused)
        .end(`<Error><Code>${refused === 403 ? 'SignatureDoesNotMatch' : 'SlowDown'}</Code></Error>`);
      return;
    }
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
    const answer = await fetch(`http://127.0.0.1:${port}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    settings: {
      endpoint: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
      bucket: BUCKET,
      region: 'cn-west-1',
      bucketInHost: false,
      ...KEY,
    },
    names: async () =>
      (await readdir(join(directory, BUCKET), { recursive: true }))
        .filter((name) => name.endsWith('.jpg._S3rver_object'))
        .map((name) => name.replace('._S3rver_object', ''))
        .sort(),
    fail: (status) => {
      failing = status;
    },
    stop: async () => {
      door.closeAllConnections();
      await new Promise((resolve) => door.close(resolve));
      await s3.close();
      await rm(directory, { recursive: true });
    },
  };
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const given = /Credential=(\w+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!given || sha256(body) !== request.headers['x-amz-content-sha256']) return false;
  const [, accessKeyId, scope, signed, signature] = given as unknown as [string, string, string, string, string];
  return (
    accessKeyId === KEY.accessKeyId &&
    signature ===
      signatureOf(KEY.secretAccessKey, scope, signed.split(';'), {
        method: request.method as string,
        path: request.url as string,
        headers: request.headers as Record<string, string>,
      })
  );
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** AWS Signature Version 4 of a request without a query, written from its specification; names of headers in lower case. */
export function signatureOf(
  secret: string,
  scope: string,
  signedHeaders: readonly string[],
  request: { method: string; path: string; headers: Readonly<Record<string, string>> },
): string {
  const { method, path, headers } = request;
  const canonical = [
    method,
    path,
    '',
    ...signedHeaders.map((name) => `${name}:${headers[name]?.trim()}`),
    '',
    signedHeaders.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}
