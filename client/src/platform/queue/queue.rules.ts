/** What becomes of a write that waits on the phone: which goes next, and what an answer means for it. */
import type { Request } from '../api';

/** Why it did not go out, in the service's words; kept until the person decides. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

export interface QueuedWrite {
  /** The Idempotency-Key, made before the first sending: however often it goes out, it is done once. */
  readonly key: string;
  /** Only this person's session may send it. */
  readonly personId: string;
  /** What the person did, in their words: 改姓名：田秀英. */
  readonly what: string;
  readonly request: Request;
  readonly createdAtMs: number;
  /** Sendings that the service did not answer well. */
  readonly attempts: number;
  /** Not again before; 0 at first. */
  readonly notBeforeMs: number;
  /** True when the service named `notBeforeMs` itself: then a new signal does not shorten it. */
  readonly isToldToWait: boolean;
  readonly refusal?: Refusal;
}

/** What a failed sending says. */
export interface Failure {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** HTTP; 0 without an answer. */
  readonly status: number;
  readonly retryAfterMs?: number;
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** The service remembers a key for seven days; a day less, so that a late answer is never done a second time. */
const KEY_LASTS_MS = 6 * 24 * 3600_000;

/** The writes of a person, in order, that were not refused. */
export function waitingOf(writes: readonly QueuedWrite[], personId: string): QueuedWrite[] {
  return writes.filter((write) => write.personId === personId && !write.refusal);
}

/**
 * The one write to send now, or when to look again: they go in order, so what waits at the front holds the others back.
 * @returns `undefined` when nothing waits
 */
export function nextToSend(
  writes: readonly QueuedWrite[],
  personId: string,
  nowMs: number,
): { write: QueuedWrite } | { atMs: number } | undefined {
  const [first] = waitingOf(writes, personId);
  if (!first) return undefined;
  return first.notBeforeMs <= nowMs ? { write: first } : { atMs: first.notBeforeMs };
}

/** True when nobody can say any more whether an earlier sending was done: the person looks, and decides. */
export function isTooOld({ attempts, createdAtMs }: QueuedWrite, nowMs: number): boolean {
  return attempts > 0 && nowMs - createdAtMs > KEY_LASTS_MS;
}

export const TOO_OLD: Refusal = {
  code: 'queue.tooOld',
  title: '放了好几天没有传上去',
  detail: '也可能已经传到了。请先看一看，再决定重传还是不要了',
};

/** True when another sign-in of the same person is needed first. */
export function needsSignIn({ status }: Failure): boolean {
  return status === 401;
}

/** True when the same request may still succeed: no answer, a busy service, or the same key under way. */
export function mayTryAgain({ status, code }: Failure): boolean {
  return status === 0 || status >= 500 || status === 408 || status === 429 || code === 'request.inProgress';
}

/**
 * The write after a failure: to be tried again, later each time, or refused. A sign-in that is missing changes nothing.
 * @param random at least 0, below 1: phones that lost the service together do not come back together
 */
export function afterFailure(write: QueuedWrite, failure: Failure, nowMs: number, random: number): QueuedWrite {
  if (needsSignIn(failure)) return write;
  if (!mayTryAgain(failure)) {
    const { code, title, detail } = failure;
    return { ...write, refusal: { code, title, ...(detail !== undefined && { detail }) } };
  }
  const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** write.attempts);
  const waitMs = failure.retryAfterMs ?? Math.round(doubled * (0.5 + random));
  return {
    ...write,
    attempts: write.attempts + 1,
    notBeforeMs: nowMs + waitMs,
    isToldToWait: failure.retryAfterMs !== undefined,
  };
}

/**
 * As the person wants it: tried again now, refused or not. What the service asked to wait for is waited for.
 * @returns the same write when nothing about it changes
 */
export function triedAgain(write: QueuedWrite, nowMs: number): QueuedWrite {
  const { refusal, ...kept } = write;
  const isHeldBack = kept.isToldToWait && kept.notBeforeMs > nowMs;
  const waitsAlready = kept.notBeforeMs === 0 && !kept.isToldToWait;
  if (!refusal && (isHeldBack || waitsAlready)) return write;
  // An old write gets its days anew: the person has looked.
  const createdAtMs = refusal?.code === TOO_OLD.code ? nowMs : kept.createdAtMs;
  return { ...kept, createdAtMs, notBeforeMs: 0, isToldToWait: false };
}
