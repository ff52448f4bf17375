/** One attempt at one claimed job: the handler, beside it the lease and the time limit, and after it the outcome. */
import type { Log } from '../log/log';
import type { JobContext, Kind } from './job-kinds';
import { afterFailure, type BackOff, nextPeriodStartMs } from './jobs.rules';
import type { ClaimedJob, JobsStore } from './jobs.store';

/** How an attempt ended. `lost`: another process has the job; nothing was written. */
export type Outcome = 'done' | 'failed' | 'dead' | 'givenBack' | 'lost';

export interface AttemptSettings {
  /** How long a claim lasts without being renewed; renewed three times in that time. Clocks may differ by half of it. */
  readonly leaseMs: number;
  readonly backOff: BackOff;
  readonly clock: () => Date;
  /** At least 0, below 1. */
  readonly random: () => number;
}

export interface AttemptTools {
  readonly store: JobsStore;
  readonly settings: AttemptSettings;
  readonly log: Log;
  /** The process wants to stop: an attempt ends at its next heartbeat. */
  readonly stopping: AbortSignal;
  /** The process cannot wait any longer: an attempt ends now. */
  readonly cut: AbortSignal;
}

/** Why an attempt ended before its handler did. */
class Interruption extends Error {
  constructor(
    readonly kind: 'timeLimit' | 'leaseLost' | 'stopping',
    message: string,
  ) {
    super(message);
  }
}

/**
 * Runs the job and writes what became of it. Throws only when the outcome could not be written; the lease then runs out
 * and the job is run again.
 */
export async function runAttempt(job: ClaimedJob, kind: Kind, tools: AttemptTools): Promise<Outcome> {
  const { store, settings } = tools;
  try {
    // Each attempt before this one took its process with it, or its outcome would have been written.
    if (job.attempt > kind.maxAttempts) throw new Error('执行它的进程每次都中途停止了');
    await handle(job, kind, tools);
  } catch (error) {
    if (!(error instanceof Interruption) || error.kind === 'timeLimit') return fail(job, kind, tools, error);
    if (error.kind === 'leaseLost') return 'lost';
    return (await store.giveBack(job, settings.clock())) ? 'givenBack' : 'lost';
  }
  const now = settings.clock();
  const kept = kind.period
    ? await store.awaitPeriod(job, nextPeriod(kind.period, now))
    : await store.complete(job, now);
  return kept ? 'done' : 'lost';
}

async function fail(job: ClaimedJob, kind: Kind, tools: AttemptTools, error: unknown): Promise<Outcome> {
  const { store, settings, log } = tools;
  const now = settings.clock();
  const reason = error instanceof Error ? error.message : String(error);
  const next = afterFailure(job.attempt, kind.maxAttempts, settings.random(), settings.backOff);
  const about = { job: job.id, attempt: job.attempt, err: error };
  if (next.state === 'waiting') {
    log.warn({ ...about, waitMs: next.waitMs }, 'job failed, to be tried again');
    return (await store.retry(job, new Date(now.getTime() + next.waitMs), reason)) ? 'failed' : 'lost';
  }
  log.error(about, kind.period ? 'recurring job failed, left until its next period' : 'job is dead');
  const kept = kind.period
    ? await store.awaitPeriod(job, nextPeriod(kind.period, now), reason)
    : await store.bury(job, now, reason);
  return kept ? 'dead' : 'lost';
}

function nextPeriod({ periodMs, offsetMs }: NonNullable<Kind['period']>, now: Date): Date {
  return new Date(nextPeriodStartMs(now.getTime(), periodMs, offsetMs));
}

/**
 * The handler against its lease, its time limit and the process's end. A handler that does not heed its signal is left
 * to itself: it no longer holds the job, nor its place among those that run.
 */
async function handle(job: ClaimedJob, kind: Kind, tools: AttemptTools): Promise<void> {
  const { store, stopping, cut } = tools;
  const { clock, leaseMs } = tools.settings;
  const interruption = new AbortController();
  const { signal } = interruption;
  const interrupt = (why: Interruption['kind'], message: string) => interruption.abort(new Interruption(why, message));
  const interrupted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const stop = () => interrupt('stopping', `${job.id}: the process stops`);
  const loseLease = () => interrupt('leaseLost', `${job.id}: another process has this job`);

  let leaseEndsMs = job.claimedAt.getTime() + leaseMs;
  const renew = async () => {
    const endsMs = clock().getTime() + leaseMs;
    if (await store.renew(job, new Date(endsMs))) leaseEndsMs = endsMs;
    else loseLease();
  };
  const beat = setInterval(() => {
    renew().catch(() => {
      // The database is away. It may return in time; after the lease's end another process may have begun.
      if (clock().getTime() >= leaseEndsMs) loseLease();
    });
  }, leaseMs / 3);
  const limit = setTimeout(
    () => interrupt('timeLimit', `超过时限（${kind.timeLimitMs / 1000} 秒）仍未完成`),
    kind.timeLimitMs,
  );
  const heartbeat = async () => {
    if (stopping.aborted) stop();
    signal.throwIfAborted();
    await renew();
    signal.throwIfAborted();
    limit.refresh();
  };
  const context: JobContext<unknown> = { data: job.data, now: job.claimedAt, attempt: job.attempt, signal, heartbeat };

  cut.addEventListener('abort', stop);
  try {
    if (cut.aborted) stop();
    // In a function of its own, so that a handler which throws before it returns a promise is one that failed.
    await Promise.race([interrupted, (async () => kind.run(context))()]);
  } finally {
    clearInterval(beat);
    clearTimeout(limit);
    cut.removeEventListener('abort', stop);
  }
}
