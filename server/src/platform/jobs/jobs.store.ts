/**
 * Where jobs are kept. A document is one job, and its `_id` is its kind and key: that makes the same key twice one job.
 *
 *     waiting ──claim──▶ running ──complete──▶ done
 *        ▲ ╲               │ │
 *        │  cancel ▶ (gone)│ └──bury──▶ dead
 *        └──retry, give back, next period     │
 *        └───────────────revive───────────────┘
 *
 * `claimableAt` says from when a worker may take the job: the planned time while it waits, the end of the lease while it
 * runs. So a killed worker's jobs need no clean-up, they fall due. Every write by a worker carries its lease in the filter:
 * who has lost a job can no longer change it.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../database/database';

/** The collection's name, for the sweeper. */
export const JOBS_COLLECTION = 'jobs';
/** How long a finished job is remembered: its key cannot run again meanwhile. As long as idempotency keys are kept. */
export const DONE_KEPT_MS = 7 * 24 * 3600_000;
/** How long a dead job can be looked at and revived. */
export const DEAD_KEPT_MS = 90 * 24 * 3600_000;
/** A reason is read by a person; the rest of a stack is in the log. */
const REASON_LENGTH = 500;

interface Row {
  _id: string;
  kind: string;
  key: string;
  data: unknown;
  state: 'waiting' | 'running' | 'done' | 'dead';
  /** Begun so far. Counted when an attempt begins, so that a job which kills its process is given up as well. */
  attempt: number;
  /** Only while waiting or running; without it a job is in no worker's index. */
  claimableAt?: Date;
  /** The claim under which the job runs; never used twice. */
  lease?: string;
  /** Why the last attempt failed. */
  reason?: string;
  deadAt?: Date;
  /** When the sweeper deletes it. */
  expiresAt?: Date;
}

/** A job as the one who holds its lease sees it. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly data: unknown;
  /** 1 the first time. */
  readonly attempt: number;
  readonly claimedAt: Date;
  readonly lease: string;
}

/** A job that was given up. */
export interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly data: unknown;
  readonly attempt: number;
  readonly reason: string;
  readonly deadAt: Date;
}

/** One line of the figures. */
export interface JobCount {
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'dead';
  readonly count: number;
  /** The earliest instant from which one of them may be taken; not for dead ones. */
  readonly claimableAt?: Date;
}

/** Every instant that a job may carry; the lower end makes the query fit the partial index. */
const ANY_TIME = { $gte: new Date(0) };
/** Figures are asked for every few seconds; rather none than a slow database made slower. */
const COUNT_LIMIT_MS = 2_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class JobsStore {
  @Inject()
  private readonly database!: Database;

  private jobs!: Model<Row>;

  @Init()
  init(): void {
    const job = new Schema({
      _id: String,
      kind: { type: String, required: true },
      key: { type: String, required: true },
      data: Schema.Types.Mixed,
      state: { type: String, required: true },
      attempt: { type: Number, required: true },
      claimableAt: Date,
      lease: String,
      reason: String,
      deadAt: Date,
      expiresAt: Date,
    });
    // Holds live jobs only, so that looking for work costs the same however many were done. The state is for the figures.
    job.index({ kind: 1, claimableAt: 1, state: 1 }, { partialFilterExpression: { claimableAt: { $exists: true } } });
    job.index({ deadAt: -1, _id: -1, kind: 1 }, { partialFilterExpression: { deadAt: { $exists: true } } });
    job.index({ expiresAt: 1 }, { partialFilterExpression: { expiresAt: { $exists: true } } });
    this.jobs = this.database.collection<Row>(JOBS_COLLECTION, job);
  }

  /** True when this call made the job; false when the key is known already, whatever became of it. */
  async add(kind: string, key: string, data: unknown, at: Date): Promise<boolean> {
    const { upsertedCount } = await this.jobs.updateOne(
      { _id: idOf(kind, key) },
      { $setOnInsert: { kind, key, data, state: 'waiting', attempt: 0, claimableAt: at } },
      { upsert: true },
    );
    return upsertedCount === 1;
  }

  /** Recurring work that is planned later than `at` (its period was shortened) comes forward; unknown work is added. */
  async addRecurring(kind: string, key: string, at: Date): Promise<void> {
    if (await this.add(kind, key, null, at)) return;
    await this.jobs.updateOne(
      { _id: idOf(kind, key), state: 'waiting', claimableAt: { $gt: at } },
      { $set: { claimableAt: at } },
    );
  }

  /** A fresh start at another time. False when it is not waiting. */
  async move(kind: string, key: string, at: Date): Promise<boolean> {
    const { matchedCount } = await this.jobs.updateOne(
      { _id: idOf(kind, key), state: 'waiting' },
      { $set: { claimableAt: at, attempt: 0 } },
    );
    return matchedCount === 1;
  }

  /** False when it is not waiting. */
  async remove(kind: string, key: string): Promise<boolean> {
    const { deletedCount } = await this.jobs.deleteOne({ _id: idOf(kind, key), state: 'waiting' });
    return deletedCount === 1;
  }

  /** The earliest time at which a job of these kinds may be taken. Reads the index and nothing else. */
  async nextClaimableAt(kinds: readonly string[]): Promise<Date | null> {
    const first = await this.jobs
      .findOne({ kind: { $in: kinds }, claimableAt: ANY_TIME }, { _id: 0, claimableAt: 1 })
      .sort({ claimableAt: 1 })
      .lean<Row>();
    return first?.claimableAt ?? null;
  }

  /** Takes the job that has been due longest, if any is due. @param lease a name that was never used before */
  async claim(kinds: readonly string[], now: Date, lease: string, leaseEndsAt: Date): Promise<ClaimedJob | null> {
    const row = await this.jobs
      .findOneAndUpdate(
        { kind: { $in: kinds }, claimableAt: { $lte: now } },
        { $set: { state: 'running', lease, claimableAt: leaseEndsAt }, $inc: { attempt: 1 } },
        { sort: { claimableAt: 1 }, returnDocument: 'after' },
      )
      .lean<Row>();
    if (!row) return null;
    const { _id, kind, key, data, attempt } = row;
    return { id: _id, kind, key, data, attempt, claimedAt: now, lease };
  }

  /** These writes answer false when the lease was lost: another process has the job, or it was finished. */
  async renew(job: ClaimedJob, leaseEndsAt: Date): Promise<boolean> {
    return this.write(job, { $set: { claimableAt: leaseEndsAt } });
  }

  /** Its data go at once: they may point to a person, and nobody needs them any more. */
  async complete(job: ClaimedJob, now: Date): Promise<boolean> {
    return this.write(job, {
      $set: { state: 'done', expiresAt: new Date(now.getTime() + DONE_KEPT_MS) },
      $unset: { claimableAt: 1, lease: 1, reason: 1, data: 1 },
    });
  }

  async retry(job: ClaimedJob, at: Date, reason: string): Promise<boolean> {
    return this.write(job, {
      $set: { state: 'waiting', claimableAt: at, reason: reason.slice(0, REASON_LENGTH) },
      $unset: { lease: 1 },
    });
  }

  async bury(job: ClaimedJob, now: Date, reason: string): Promise<boolean> {
    return this.write(job, {
      $set: {
        state: 'dead',
        deadAt: now,
        expiresAt: new Date(now.getTime() + DEAD_KEPT_MS),
        reason: reason.slice(0, REASON_LENGTH),
      },
      $unset: { claimableAt: 1, lease: 1 },
    });
  }

  /** @param reason why this period's work was given up; none when it was done */
  async awaitPeriod(job: ClaimedJob, at: Date, reason?: string): Promise<boolean> {
    return this.write(job, {
      $set: {
        state: 'waiting',
        attempt: 0,
        claimableAt: at,
        ...(reason !== undefined && { reason: reason.slice(0, REASON_LENGTH) }),
      },
      $unset: { lease: 1, ...(reason === undefined && { reason: 1 }) },
    });
  }

  /** As if it had never been claimed. */
  async giveBack(job: ClaimedJob, now: Date): Promise<boolean> {
    return this.write(job, {
      $set: { state: 'waiting', claimableAt: now },
      $inc: { attempt: -1 },
      $unset: { lease: 1 },
    });
  }

  private async write({ id, lease }: ClaimedJob, change: object): Promise<boolean> {
    const { matchedCount } = await this.jobs.updateOne({ _id: id, lease, state: 'running' }, change);
    return matchedCount === 1;
  }

  /** The most recently given up first. @param after the last one that was seen */
  async listDead(limit: number, after?: Pick<DeadJob, 'id' | 'deadAt'>): Promise<DeadJob[]> {
    const rows = await this.jobs
      .find(
        after
          ? { deadAt: { $lte: after.deadAt }, $or: [{ deadAt: { $lt: after.deadAt } }, { _id: { $lt: after.id } }] }
          : { deadAt: ANY_TIME },
      )
      .sort({ deadAt: -1, _id: -1 })
      .limit(limit)
      .lean<(Row & Pick<DeadJob, 'reason' | 'deadAt'>)[]>();
    return rows.map(({ _id, kind, key, data, attempt, reason, deadAt }) => ({
      id: _id,
      kind,
      key,
      data,
      attempt,
      reason,
      deadAt,
    }));
  }

  /** The job's kind, or null when it is not dead. */
  async revive(id: string, now: Date): Promise<string | null> {
    const row = await this.jobs
      .findOneAndUpdate(
        { _id: id, state: 'dead' },
        { $set: { state: 'waiting', attempt: 0, claimableAt: now }, $unset: { deadAt: 1, expiresAt: 1 } },
      )
      .lean<Row>();
    return row?.kind ?? null;
  }

  /** How many there are, by kind and state, from indexes alone. Done ones are not counted: they are many and need nobody. */
  async count(): Promise<JobCount[]> {
    type Group = { _id: Pick<JobCount, 'kind' | 'state'>; count: number; claimableAt?: Date };
    const [live, dead] = await Promise.all([
      this.jobs
        .aggregate<Group>([
          { $match: { kind: { $gt: '' }, claimableAt: ANY_TIME } },
          {
            $group: {
              _id: { kind: '$kind', state: '$state' },
              count: { $sum: 1 },
              claimableAt: { $min: '$claimableAt' },
            },
          },
        ])
        .option({ maxTimeMS: COUNT_LIMIT_MS }),
      this.jobs
        .aggregate<Group>([
          { $match: { deadAt: ANY_TIME } },
          { $group: { _id: { kind: '$kind', state: 'dead' }, count: { $sum: 1 } } },
        ])
        .option({ maxTimeMS: COUNT_LIMIT_MS }),
    ]);
    return [...live, ...dead].map(({ _id, ...figures }) => ({ ..._id, ...figures }));
  }
}

function idOf(kind: string, key: string): string {
  return `${kind}/${key}`;
}
