/** A process's worker: takes due jobs while there is room, rests when there are none, and stops without leaving any. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Log } from '../log/log';
import type { Kind } from './job-kinds';
import type { ClaimedJob, JobsStore } from './jobs.store';
import { type AttemptSettings, type Outcome, runAttempt } from './run-attempt';

export interface LoopSettings extends AttemptSettings {
  /** Jobs that this process runs at a time, of all kinds. */
  readonly concurrency: number;
  /** How long an idle process rests between two looks: the most that a job of another process waits for it. */
  readonly idleMs: number;
  /** How long jobs may go on after a stop was asked for; then they are given back. */
  readonly drainMs: number;
}

export const LOOP_SETTINGS: LoopSettings = {
  // Handlers mostly wait for the database; its pool has 20 connections and requests need some of them.
  concurrency: 8,
  idleMs: 1_000,
  // Long enough for a pause of the process or a change of primary, short enough that a killed one's work is not missed.
  leaseMs: 30_000,
  backOff: { baseMs: 5_000, capMs: 3600_000 },
  // As long as requests have.
  drainMs: 10_000,
  clock: () => new Date(),
  random: Math.random,
};

/** How much longer a process rests when the database did not answer. */
const TROUBLED_FACTOR = 5;

export class JobLoop {
  private readonly running = new Set<Promise<void>>();
  private readonly runningOfKind = new Map<string, number>();
  /** Names this process in its leases; the random part tells it from one that had its number before. */
  private readonly holder = `${hostname()}/${process.pid}/${randomBytes(6).toString('hex')}`;
  private claims = 0;
  private readonly stopping = new AbortController();
  private readonly cut = new AbortController();
  private looping: Promise<void> = Promise.resolve();
  private woken = false;
  private endRest: (() => void) | undefined;

  constructor(
    private readonly kinds: ReadonlyMap<string, Kind>,
    private readonly store: JobsStore,
    private readonly log: Log,
    private readonly settings: LoopSettings,
    private readonly onOutcome: (kind: string, outcome: Outcome) => void,
  ) {}

  start(): void {
    this.looping = this.loop();
  }

  /** Something may be due now: do not rest. */
  wake(): void {
    this.woken = true;
    this.endRest?.();
  }

  /**
   * Takes nothing new and waits up to `drainMs` for what runs. What has not finished then, and what comes to a heartbeat
   * before, is given back to other processes.
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.looping;
    const late = setTimeout(() => this.cut.abort(), this.settings.drainMs);
    await Promise.all(this.running);
    clearTimeout(late);
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.woken = false;
      let restMs: number;
      try {
        restMs = await this.takeDue();
      } catch (error) {
        this.log.warn({ err: error }, 'no look at the jobs was possible');
        restMs = this.idleMs() * TROUBLED_FACTOR;
      }
      if (restMs > 0) await this.rest(restMs);
    }
  }

  /** Begins every due job for which there is room. @returns how long to rest before the next look */
  private async takeDue(): Promise<number> {
    const kinds = this.kindsWithRoom();
    // Whichever job ends first wakes the loop.
    if (kinds.length === 0) return this.idleMs();
    const next = await this.store.nextClaimableAt(kinds);
    if (next === null) return this.idleMs();
    const waitMs = next.getTime() - this.settings.clock().getTime();
    if (waitMs > 0) return Math.min(waitMs, this.idleMs());
    await this.claimWhileDue();
    return 0;
  }

  private async claimWhileDue(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const kinds = this.kindsWithRoom();
      if (kinds.length === 0) return;
      const now = this.settings.clock();
      const lease = `${this.holder}/${++this.claims}`;
      const job = await this.store.claim(kinds, now, lease, new Date(now.getTime() + this.settings.leaseMs));
      if (job === null) return;
      this.begin(job);
    }
  }

  private kindsWithRoom(): string[] {
    if (this.running.size >= this.settings.concurrency) return [];
    return [...this.kinds.values()]
      .filter(({ name, concurrency }) => (this.runningOfKind.get(name) ?? 0) < concurrency)
      .map(({ name }) => name);
  }

  private begin(job: ClaimedJob): void {
    const kind = this.kinds.get(job.kind) as Kind;
    this.runningOfKind.set(job.kind, (this.runningOfKind.get(job.kind) ?? 0) + 1);
    const { store, settings, log } = this;
    const tools = { store, settings, log, stopping: this.stopping.signal, cut: this.cut.signal };
    const run = runAttempt(job, kind, tools)
      .then((outcome) => {
        if (outcome === 'lost') this.log.warn({ job: job.id }, 'job was lost to another process');
        this.onOutcome(job.kind, outcome);
      })
      .catch((error: unknown) => {
        this.log.error({ job: job.id, err: error }, 'what became of a job could not be written, it will be run again');
      })
      .finally(() => {
        this.running.delete(run);
        this.runningOfKind.set(job.kind, (this.runningOfKind.get(job.kind) as number) - 1);
        this.wake();
      });
    this.running.add(run);
  }

  /** Spread by a fifth, so that processes started together do not look together for ever. */
  private idleMs(): number {
    return this.settings.idleMs * (0.9 + this.settings.random() * 0.2);
  }

  private async rest(ms: number): Promise<void> {
    if (this.woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endRest = undefined;
  }
}
