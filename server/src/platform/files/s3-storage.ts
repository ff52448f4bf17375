import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { problem } from '@xiangyue/shared/problems';
import { AwsClient } from 'aws4fetch';
import type { BlobName, BlobStorage, OpenBlob } from './blob-storage';

export interface S3Settings {
  /** Where the service listens, without the bucket: `https://s3.example.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** True where buckets are host names (`https://bucket.s3.example.com`), as some vendors demand; else they are paths. */
  readonly bucketInHost: boolean;
}

/** One blob is below 1 MB; a storage that needs longer is away. Tries included. */
const ANSWER_TIMEOUT_MS = 15_000;
/** Tries after the first, for answers of 429 and 5xx, 50 ms and 100 ms later (at random, up to that). */
const RETRIES = 2;

/** Blobs in a bucket of anything that speaks S3 with signature version 4. The bucket must be private. */
export class S3Storage implements BlobStorage {
  private readonly client: AwsClient;
  private readonly address: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey, bucketInHost }: S3Settings) {
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
    const url = new URL(endpoint);
    if (bucketInHost) url.hostname = `${bucket}.${url.hostname}`;
    else url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}`;
    this.address = url.href.replace(/\/$/, '');
  }

  async put(name: BlobName, bytes: Buffer): Promise<void> {
    const answer = await this.ask('PUT', name, bytes);
    if (!answer.ok) throw await unexpected('PUT', answer);
    await answer.body?.cancel();
  }

  async open(name: BlobName): Promise<OpenBlob | null> {
    const answer = await this.ask('GET', name);
    if (answer.status === 404) return absent('GET', answer);
    if (!answer.ok) throw await unexpected('GET', answer);
    // Read whole, it is below 1 MB: a phone on a bad line must not hold the storage's connection, and an answer that
    // breaks off is found before the first byte is passed on.
    const bytes = await answer.arrayBuffer().catch((cause: unknown) => {
      throw storageAway(cause);
    });
    return { bytes: bytes.byteLength, stream: Readable.from([Buffer.from(bytes)]) };
  }

  async delete(name: BlobName): Promise<void> {
    const answer = await this.ask('DELETE', name);
    if (answer.status === 404) await absent('DELETE', answer);
    else if (!answer.ok) throw await unexpected('DELETE', answer);
    else await answer.body?.cancel();
  }

  private async ask(method: string, name: BlobName, body?: Buffer): Promise<Response> {
    try {
      return await this.client.fetch(`${this.address}/${name}`, {
        method,
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        headers: {
          // Signed with the request: the storage itself refuses bytes that were damaged on the way.
          'x-amz-content-sha256': createHash('sha256')
            .update(body ?? '')
            .digest('hex'),
          ...(body && { 'content-type': 'image/jpeg' }),
        },
        ...(body && { body }),
      });
    } catch (cause) {
      throw storageAway(cause);
    }
  }
}

/** A missing object is an answer; a missing bucket is a wrong configuration and must not look like one. */
async function absent(method: string, answer: Response): Promise<null> {
  const text = await answer.text();
  if (/<Code>NoSuchBucket<\/Code>/.test(text)) throw new Error(`photo storage: ${method}: the bucket does not exist`);
  return null;
}

/** 5xx: the person should come back. Anything else, such as 403 for a wrong key, is for the operator's log. */
async function unexpected(method: string, answer: Response): Promise<Error> {
  const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? '';
  const error = new Error(`photo storage: ${method} answered ${answer.status} ${code}`);
  return answer.status >= 500 || answer.status === 429 ? storageAway(error) : error;
}

function storageAway(cause: unknown): Error {
  return Object.assign(problem('service.notReady', undefined, { headers: { 'Retry-After': '5' } }), { cause });
}
