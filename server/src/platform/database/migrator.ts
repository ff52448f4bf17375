/**
 * Brings a database to what this version of the code expects: numbered migrations first, then missing indexes.
 * A plan can be looked at before anything is done; only one process applies it at a time; applying twice is harmless.
 */
import { hostname } from 'node:os';
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { LOG, type Log } from '../log/log';
import { Database } from './database';

/** One numbered change of stored data. `up` must be harmless when it is run again after a crash half way. */
export interface Migration {
  /** Sorts by number and never changes: `0001-…`. */
  readonly id: string;
  /** What it does, in one Chinese sentence, for the person who runs the upgrade. */
  readonly summary: string;
  up(database: Database): Promise<void>;
}

/** What is still to do. Indexes that exist but are not declared are reported, never dropped by themselves. */
export interface MigrationPlan {
  readonly migrations: readonly Migration[];
  readonly missingIndexes: readonly string[];
  readonly unknownIndexes: readonly string[];
}

interface MigrationRow {
  _id: string;
  appliedAt?: Date;
  lockedBy?: string;
  lockedUntil?: Date;
}

const LOCK_ID = 'lock';
/** Longer than any migration step may take before it must renew; a killed process frees the lock after this. */
const LOCK_LEASE_MS = 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class Migrator {
  @Inject()
  private readonly database!: Database;

  @Inject(LOG)
  private readonly log!: Log;

  private get rows(): Model<MigrationRow> {
    return (
      (this.database.connection.models.migrations as Model<MigrationRow> | undefined) ??
      this.database.collection<MigrationRow>(
        'migrations',
        new Schema({ _id: String, appliedAt: Date, lockedBy: String, lockedUntil: Date }),
      )
    );
  }

  /** What `apply` would do now. Reads only. */
  async plan(known: readonly Migration[]): Promise<MigrationPlan> {
    const applied = new Set((await this.rows.find({ appliedAt: { $exists: true } }).lean()).map((row) => row._id));
    const missingIndexes: string[] = [];
    const unknownIndexes: string[] = [];
    for (const model of this.database.models) {
      const { toCreate, toDrop } = await model.diffIndexes();
      missingIndexes.push(...toCreate.map((fields: object) => `${model.modelName} ${JSON.stringify(fields)}`));
      unknownIndexes.push(...toDrop.map((name: string) => `${model.modelName} ${name}`));
    }
    return { migrations: known.filter(({ id }) => !applied.has(id)), missingIndexes, unknownIndexes };
  }

  /** Applies the plan under a lock. Waits for nobody: when another process is at it, throws and says which. */
  async apply(known: readonly Migration[]): Promise<MigrationPlan> {
    const owner = `${hostname()}/${process.pid}`;
    await this.lock(owner);
    try {
      const plan = await this.plan(known);
      for (const migration of plan.migrations) {
        await this.renew(owner);
        await migration.up(this.database);
        await this.rows.updateOne({ _id: migration.id }, { $set: { appliedAt: new Date() } }, { upsert: true });
        this.log.info({ migration: migration.id }, 'migration applied');
      }
      for (const model of this.database.models) {
        await this.renew(owner);
        await model.createCollection();
        await model.createIndexes();
      }
      return plan;
    } finally {
      await this.rows.updateOne({ _id: LOCK_ID, lockedBy: owner }, { $unset: { lockedBy: 1, lockedUntil: 1 } });
    }
  }

  private async lock(owner: string): Promise<void> {
    const now = new Date();
    const lease = { lockedBy: owner, lockedUntil: new Date(now.getTime() + LOCK_LEASE_MS) };
    // The row itself is the lock: made once, then taken only while free or expired.
    await this.rows.updateOne({ _id: LOCK_ID }, { $setOnInsert: { lockedUntil: new Date(0) } }, { upsert: true });
    const taken = await this.rows.findOneAndUpdate(
      { _id: LOCK_ID, $or: [{ lockedUntil: { $exists: false } }, { lockedUntil: { $lte: now } }] },
      { $set: lease },
    );
    if (taken) return;
    const holder = await this.rows.findById(LOCK_ID).lean();
    throw new Error(`另一个进程（${holder?.lockedBy ?? '未知'}）正在升级数据库，请等它结束后再试`);
  }

  private async renew(owner: string): Promise<void> {
    const kept = await this.rows.updateOne(
      { _id: LOCK_ID, lockedBy: owner },
      { $set: { lockedUntil: new Date(Date.now() + LOCK_LEASE_MS) } },
    );
    if (kept.matchedCount === 0) throw new Error('升级数据库的锁被别的进程接走了，已停下；请重新运行');
  }
}

/** True when the database already is what the code expects. */
export function isUpToDate(plan: MigrationPlan): boolean {
  return plan.migrations.length === 0 && plan.missingIndexes.length === 0;
}
