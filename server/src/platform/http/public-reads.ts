import { LRUCache } from 'lru-cache';

/** Memory that answers kept for a moment may take in one process. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Answers to public reads, kept for a moment by one process: when a whole township opens the same page after a
 * broadcast, the database is asked once a second. Requests that arrive together share one answer. A failure is not kept.
 */
export class PublicReads {
  private readonly kept: LRUCache<string, string, () => Promise<string>> | undefined;

  /** @param keepMs how long an answer may be given again; 0 asks the database each time */
  constructor(keepMs: number) {
    if (keepMs > 0)
      this.kept = new LRUCache({
        ttl: keepMs,
        maxSize: MAX_BYTES,
        sizeCalculation: (answer, url) => answer.length * 2 + url.length * 2,
        fetchMethod: (_url, _stale, { context }) => context(),
      });
  }

  async get(url: string, make: () => Promise<string>): Promise<string> {
    return (await this.kept?.fetch(url, { context: make })) ?? make();
  }
}
