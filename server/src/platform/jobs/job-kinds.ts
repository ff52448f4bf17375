/** What features say about their jobs, and the limits that hold when they say nothing. */

/** The name of a kind of job, `<feature>.<factInThePast or work>`, that carries the type of its data. */
export type JobKind<Data> = string & { readonly __data?: Data };

/** Declares a kind, once, beside the feature's rules: who schedules and who runs it then agree on its data. */
export function jobKind<Data>(name: string): JobKind<Data> {
  if (!KIND_PATTERN.test(name)) throw new RangeError(`a kind of job is named feature.work, not ${name}`);
  return name;
}

/** What a handler gets. */
export interface JobContext<Data> {
  readonly data: Data;
  /** When the job was taken for this attempt. */
  readonly now: Date;
  /** 1 the first time. */
  readonly attempt: number;
  /** Aborted when the time limit has passed, the lease was lost or the process can wait no longer: do nothing more. */
  readonly signal: AbortSignal;
  /**
   * For long work, between two steps: makes sure that the job is still ours and starts the time limit anew. Throws when
   * it is not, or when the process stops: the attempt ends before the next step, and another process goes on.
   */
  readonly heartbeat: () => Promise<void>;
}

/**
 * Does the work. It may run more than once for one job (a process can die after the work and before that is noted), so
 * its effects must be keyed. When it throws, the job is tried again.
 */
export type JobHandler<Data> = (context: JobContext<Data>) => Promise<void>;

interface Limits {
  /** Failures after which the job is dead (or recurring work waits for its next period). Default 10: about 43 minutes. */
  readonly maxAttempts?: number;
  /** How long an attempt may take without a heartbeat() of its handler. Default one minute. */
  readonly timeLimitMs?: number;
}

export interface JobDefinition<Data> extends Limits {
  readonly name: JobKind<Data>;
  /** What it does, in plain Chinese, for the list of what was given up. */
  readonly title?: string;
  readonly run: JobHandler<Data>;
  /** How many of this kind one process runs at a time. Default 1. */
  readonly concurrency?: number;
}

/** Work that returns; one process at a time does it, once a period, and a period that nobody was there for is left out. */
export interface RecurringDefinition extends Limits {
  readonly name: string;
  /** At least a second. Counted from midnight in Asia/Shanghai. */
  readonly periodMs: number;
  /** How long after the start of its period the work is due: a day and two hours is 02:00. Default 0. */
  readonly offsetMs?: number;
  readonly run: JobHandler<null>;
}

/** A definition with every limit filled in. */
export interface Kind {
  readonly name: string;
  readonly title: string;
  readonly run: JobHandler<unknown>;
  readonly maxAttempts: number;
  readonly timeLimitMs: number;
  readonly concurrency: number;
  readonly period?: { readonly periodMs: number; readonly offsetMs: number };
}

const KIND_PATTERN = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
const MAX_ATTEMPTS = 10;
const TIME_LIMIT_MS = 60_000;
/** Below this, the loop's own rest would decide when work runs. */
const SHORTEST_PERIOD_MS = 1_000;

/** Checks a definition and fills in its limits; throws RangeError on one that could never work. */
export function toKind<Data>(definition: JobDefinition<Data>): Kind {
  const {
    name,
    title = name,
    run,
    maxAttempts = MAX_ATTEMPTS,
    timeLimitMs = TIME_LIMIT_MS,
    concurrency = 1,
  } = definition;
  if (!KIND_PATTERN.test(name)) throw new RangeError(`a kind of job is named feature.work, not ${name}`);
  if (!(maxAttempts >= 1 && timeLimitMs > 0 && concurrency >= 1)) throw new RangeError(`${name}: a limit of nothing`);
  // The store hands back what schedule() was given under this kind, whose type the kind's name carries.
  return { name, title, run: run as JobHandler<unknown>, maxAttempts, timeLimitMs, concurrency };
}

/** As `toKind`, for recurring work. */
export function toRecurringKind({ periodMs, offsetMs = 0, ...definition }: RecurringDefinition): Kind {
  if (!(periodMs >= SHORTEST_PERIOD_MS)) throw new RangeError(`${definition.name}: a period shorter than a second`);
  return { ...toKind<null>(definition), period: { periodMs, offsetMs } };
}
