import autocannon from 'autocannon';

/** As many phones as press at once on a small server. */
const CONNECTIONS = 32;
const SECONDS = 3;
/** Both are measured as they run all day, not in the first moments in which the engine still compiles them. */
const WARM_UP_SECONDS = 4;
/** Pairs of runs; the machine's speed drifts, so each is compared with its neighbour and the median is quoted. */
const PAIRS = 5;

export interface Comparison {
  /** Requests a second of ours, median. */
  readonly ours: number;
  /** Requests a second of the limit, median. */
  readonly limit: number;
  /** Median of the ratios pair by pair. */
  readonly ratio: number;
}

/** Loads two addresses in turn, A B A B …, and compares them pair by pair. */
export async function compare(ours: string, limit: string): Promise<Comparison> {
  await load(ours, WARM_UP_SECONDS);
  await load(limit, WARM_UP_SECONDS);
  const pairs: Array<{ ours: number; limit: number }> = [];
  for (let i = 0; i < PAIRS; i++) pairs.push({ ours: await load(ours, SECONDS), limit: await load(limit, SECONDS) });
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    limit: median(pairs.map((pair) => pair.limit)),
    ratio: median(pairs.map((pair) => pair.ours / pair.limit)),
  };
}

/** Each request comes from one of many phones; from a single address the service would rightly ask for patience. */
const PHONES = Array.from({ length: 250 }, (_, i) => ({ headers: { 'x-forwarded-for': `198.51.100.${i}` } }));

/** Requests a second; throws when one was not answered with 200. */
async function load(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration, requests: PHONES });
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refused`);
  return result.requests.average;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
