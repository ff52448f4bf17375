import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** Memory that answers kept for a moment may take in one process. */
const MAX_BYTES = 16 * 1024 * 1024;

/** An answer and the tag by which a phone that has it asks whether it is still the same. */
export interface PublicAnswer {
  /** UTF-8, so that it is encoded once however often it is sent. */
  readonly body: Buffer;
  readonly etag: string;
}

/**
 * Answers to public reads, kept for a moment by one process: when a whole township opens the same page after a
 * broadcast, the database is asked once a second. Requests that arrive together share one answer. A failure is not kept.
 */
export class PublicReads {
  private readonly kept: LRUCache<string, PublicAnswer, () => Promise<string>> | undefined;

  /** @param keepMs how long an answer may be given again; 0 asks the database each time */
  constructor(keepMs: number) {
    if (keepMs > 0)
      this.kept = new LRUCache({
        ttl: keepMs,
        maxSize: MAX_BYTES,
        sizeCalculation: ({ body }, url) => body.length + url.length * 2,
        fetchMethod: async (_url, _stale, { context }) => tagged(await context()),
      });
  }

  async get(url: string, make: () => Promise<string>): Promise<PublicAnswer> {
    return (await this.kept?.fetch(url, { context: make })) ?? tagged(await make());
  }
}

/**
 * A checksum and the length: enough to tell two versions of one page apart, at a tenth of the cost of a cryptographic
 * hash. The tag is weak because the same answer is also sent compressed (RFC 9110, 8.8.1).
 */
function tagged(text: string): PublicAnswer {
  const body = Buffer.from(text);
  return { body, etag: `W/"${body.length.toString(36)}-${crc32(body).toString(36)}"` };
}
