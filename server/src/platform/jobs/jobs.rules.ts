/** When a job is tried again, when it is given up, and when recurring work is due: arithmetic on milliseconds, no clock. */

/** How waits between attempts grow. */
export interface BackOff {
  /** The middle of the wait after the first failure. */
  readonly baseMs: number;
  /** The longest middle of a wait. */
  readonly capMs: number;
}

/** What becomes of a job whose attempt failed. */
export type AfterFailure = { readonly state: 'waiting'; readonly waitMs: number } | { readonly state: 'dead' };

/** Midnight in Asia/Shanghai, from which periods are counted, is this long before midnight UTC. */
const SHANGHAI_OFFSET_MS = 8 * 3600_000;

/**
 * The wait before the next attempt: doubled each time up to the cap, then spread over half to one and a half of that,
 * so that a thousand jobs that failed together on a lost service do not come back together.
 *
 * @param attempt the attempt that failed, counted from 1
 * @param random at least 0, below 1
 */
export function backOffMs(attempt: number, random: number, { baseMs, capMs }: BackOff): number {
  // 2 ** 1000 is still a number and Math.min still right: no attempt is too many for this line.
  return Math.round(Math.min(capMs, baseMs * 2 ** (attempt - 1)) * (0.5 + random));
}

/** Another attempt after a wait, or none: the job is dead after `maxAttempts` failures. */
export function afterFailure(attempt: number, maxAttempts: number, random: number, backOff: BackOff): AfterFailure {
  if (attempt >= maxAttempts) return { state: 'dead' };
  return { state: 'waiting', waitMs: backOffMs(attempt, random, backOff) };
}

/**
 * The start of the period after the one that holds `nowMs`. Periods are counted from midnight in Asia/Shanghai, so that
 * every process names the same instants: a day with an offset of two hours starts at 02:00 there.
 */
export function nextPeriodStartMs(nowMs: number, periodMs: number, offsetMs: number): number {
  const firstMs = offsetMs - SHANGHAI_OFFSET_MS;
  return firstMs + (Math.floor((nowMs - firstMs) / periodMs) + 1) * periodMs;
}
