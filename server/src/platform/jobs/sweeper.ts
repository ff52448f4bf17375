/**
 * Deletes expired documents, every minute, by whichever process comes first. MongoDB's own TTL indexes would do it on a
 * server and do nothing on the embedded engine; one way for both is one way to test. Who reads an expired document in
 * its last minute must look at its date.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { LOG, type Log } from '../log/log';
import type { JobContext } from './job-kinds';
import { Jobs } from './jobs';
import { JOBS_COLLECTION } from './jobs.store';
import { SweeperStore } from './sweeper.store';

export interface SweepTarget {
  readonly collection: string;
  /** A date after which the document is worth nothing. The store that owns the collection declares an index on it. */
  readonly field: string;
  /** Documents deleted at a time. Default 500: some 100 ms on a small server. */
  readonly batch?: number;
}

const PERIOD_MS = 60_000;
const BATCH = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class Sweeper {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly store!: SweeperStore;

  @Inject(LOG)
  private readonly log!: Log;

  private readonly targets: Required<SweepTarget>[] = [];

  @Init()
  init(): void {
    this.register({ collection: JOBS_COLLECTION, field: 'expiresAt' });
    this.jobs.every({ name: 'platform.sweep', periodMs: PERIOD_MS, run: (context) => this.sweep(context) });
  }

  /** Called by a store when it is made. */
  register({ collection, field, batch = BATCH }: SweepTarget): void {
    this.targets.push({ collection, field, batch });
  }

  /** Deletes what had expired at `now`, a batch at a time. One collection's failure does not keep the others waiting. */
  async sweep({ now, signal, heartbeat }: Pick<JobContext<null>, 'now' | 'signal' | 'heartbeat'>): Promise<void> {
    const failures: unknown[] = [];
    for (const target of this.targets)
      try {
        await this.sweepOne(target, now, heartbeat);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(error);
      }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  }

  private async sweepOne(
    { collection, field, batch }: Required<SweepTarget>,
    now: Date,
    heartbeat: () => Promise<void>,
  ) {
    let deleted = 0;
    for (let found = batch; found === batch; deleted += found) {
      await heartbeat();
      found = await this.store.deleteExpired(collection, field, now, batch);
    }
    if (deleted > 0) this.log.info({ collection, deleted }, 'expired documents deleted');
  }
}
