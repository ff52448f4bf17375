/**
 * Later work, in MongoDB: any number of web and worker processes share it. What a feature sees is here; what is promised
 * about it, and why it is our own, is in docs/decisions/0002-jobs.md.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { LOG, type Log } from '../log/log';
import { Metrics } from '../metrics/metrics';
import { exposeJobFigures } from './job-figures';
import {
  type JobDefinition,
  type JobKind,
  type Kind,
  type RecurringDefinition,
  toKind,
  toRecurringKind,
} from './job-kinds';
import { JobLoop, LOOP_SETTINGS, type LoopSettings } from './job-loop';
import { nextPeriodStartMs } from './jobs.rules';
import { type DeadJob, JobsStore } from './jobs.store';
import type { Outcome } from './run-attempt';

/** A key is made of identifiers; a longer one is a text that belongs elsewhere. */
const KEY_LENGTH = 200;
/** Data are identifiers and a few plain values: the handler reads what is true when it runs. */
const DATA_LENGTH = 16_384;
/** Dead jobs on one page. */
export const DEAD_PAGE_LIMIT = 100;
/** The one job of each recurring kind. */
const RECURRING_KEY = 'every';

@Provide()
@Scope(ScopeEnum.Singleton)
export class Jobs {
  @Inject()
  private readonly store!: JobsStore;

  @Inject()
  private readonly metrics!: Metrics;

  @Inject(LOG)
  private readonly log!: Log;

  private readonly kinds = new Map<string, Kind>();
  private loop: JobLoop | undefined;
  private onOutcome!: (kind: string, outcome: Outcome) => void;

  @Init()
  init(): void {
    this.onOutcome = exposeJobFigures(this.metrics.registry, this.store, this.log, this.kinds);
  }

  /** Says how a kind of job is run. Called by a feature when it is made, before `start`. */
  define<Data>(definition: JobDefinition<Data>): void {
    this.addKind(toKind(definition));
  }

  /** Work that returns every period, done by one process at a time. Called as `define`. */
  every(definition: RecurringDefinition): void {
    this.addKind(toRecurringKind(definition));
  }

  private addKind(kind: Kind): void {
    if (this.loop) throw new Error(`${kind.name} is defined too late: jobs run already`);
    if (this.kinds.has(kind.name)) throw new Error(`${kind.name} is defined twice`);
    this.kinds.set(kind.name, kind);
  }

  /**
   * Plans a job, once for its key: the same key again changes nothing, while the first waits, runs, and for seven days
   * after it was done.
   *
   * @param key 1 to 200 characters, unique in its kind
   * @param data plain values, at most 16 KB as JSON; identifiers rather than what they stand for
   * @param at the earliest time; in the past means at once
   * @returns true when this call planned it
   */
  async schedule<Data>(kind: JobKind<Data>, key: string, data: NoInfer<Data>, at: Date): Promise<boolean> {
    this.requireOneTime(kind);
    if (key.length < 1 || key.length > KEY_LENGTH) throw new RangeError(`${kind}: a key of ${key.length} characters`);
    if ((JSON.stringify(data)?.length ?? 0) > DATA_LENGTH)
      throw new RangeError(`${kind}: more data than a job carries`);
    const isNew = await this.store.add(kind, key, data ?? null, at);
    if (isNew) this.wakeFor(at);
    return isNew;
  }

  /**
   * Moves a job that waits, for its first or another attempt, to another time, where it starts afresh.
   *
   * @returns false when there is none: it runs, is done or dead, was cancelled, or never was
   */
  async reschedule(kind: JobKind<unknown>, key: string, at: Date): Promise<boolean> {
    this.requireOneTime(kind);
    const moved = await this.store.move(kind, key, at);
    if (moved) this.wakeFor(at);
    return moved;
  }

  /**
   * Takes back a job that waits, for its first or another attempt. Its key is free again.
   *
   * @returns true when it will not run; false when there is none that waits
   */
  async cancel(kind: JobKind<unknown>, key: string): Promise<boolean> {
    this.requireOneTime(kind);
    return this.store.remove(kind, key);
  }

  private requireOneTime(kind: string): void {
    const known = this.kinds.get(kind);
    if (!known || known.period) throw new Error(`${kind} is no defined kind of one-time job`);
  }

  private wakeFor(at: Date): void {
    if (at.getTime() - Date.now() < LOOP_SETTINGS.idleMs) this.loop?.wake();
  }

  /** Jobs that were given up, with their reasons; the latest first, up to 100 at a time. @param after the last one seen */
  async dead(after?: Pick<DeadJob, 'id' | 'deadAt'>, limit: number = DEAD_PAGE_LIMIT): Promise<DeadJob[]> {
    return this.store.listDead(Math.min(limit, DEAD_PAGE_LIMIT), after);
  }

  /** What a kind of job does, in plain Chinese; its name where nobody said, or where this version has no such kind. */
  titleOf(kind: string): string {
    return this.kinds.get(kind)?.title ?? kind;
  }

  /** Gives a dead job all its attempts again, from now. @returns false when it is not dead */
  async revive(id: string, now: Date): Promise<boolean> {
    const kind = await this.store.revive(id, now);
    if (kind !== null) this.loop?.wake();
    return kind !== null;
  }

  /** From now on this process runs jobs. A process that only plans them never calls it. */
  async start(overrides: Partial<LoopSettings> = {}): Promise<void> {
    const settings = { ...LOOP_SETTINGS, ...overrides };
    const nowMs = settings.clock().getTime();
    for (const { name, period } of this.kinds.values())
      if (period)
        await this.store.addRecurring(
          name,
          RECURRING_KEY,
          new Date(nextPeriodStartMs(nowMs, period.periodMs, period.offsetMs)),
        );
    this.loop = new JobLoop(this.kinds, this.store, this.log, settings, this.onOutcome);
    this.loop.start();
  }

  /** Takes no more jobs, lets those that run finish for ten seconds and gives the others back. Before the database goes. */
  async stop(): Promise<void> {
    await this.loop?.stop();
  }
}
