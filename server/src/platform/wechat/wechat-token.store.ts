/**
 * The access token that all processes share: one document for an app, which is also the lease of whoever renews it.
 * Every write names in its filter what must still be true, so that no two processes renew one token.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../database/database';

/** A token as WeChat granted it. */
export interface TokenGrant {
  readonly token: string;
  readonly expiresAt: Date;
  /** From when on it is renewed although it still works. */
  readonly refreshAt: Date;
}

interface Row {
  _id: string;
  token?: string;
  expiresAt?: Date;
  refreshAt: Date;
  leaseOwner?: string;
  leaseUntil: Date;
  /** When a renewal was forced, newest first, at most `FORCED_PER_DAY`. */
  forcedAt: Date[];
}

/** WeChat takes 20 forced renewals a day and ignores one that follows another within 30 s. A sliding day is the stricter reading. */
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 24 * 3600_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class WechatTokenStore {
  @Inject()
  private readonly database!: Database;

  private tokens!: Model<Row>;

  @Init()
  init(): void {
    const token = new Schema({
      _id: String,
      token: String,
      expiresAt: Date,
      refreshAt: { type: Date, required: true },
      leaseOwner: String,
      leaseUntil: { type: Date, required: true },
      forcedAt: [Date],
    });
    this.tokens = this.database.collection<Row>('wechatTokens', token);
  }

  /** The app's token, whether it still works or not; null when there never was one. */
  async find(appId: string): Promise<TokenGrant | null> {
    const row = await this.tokens.findById(appId).lean<Row>();
    if (!row?.token || !row.expiresAt) return null;
    return { token: row.token, expiresAt: row.expiresAt, refreshAt: row.refreshAt };
  }

  /**
   * Gives the right to renew to one owner, for a while: false when another has it, or when the reason is gone.
   * @param refused the token that WeChat refused; without it the reason is that the token is due
   */
  async takeLease(appId: string, owner: string, now: Date, leaseMs: number, refused?: string): Promise<boolean> {
    await this.ensure(appId);
    const taken = await this.tokens.updateOne(
      {
        _id: appId,
        leaseUntil: { $lte: now },
        ...(refused === undefined ? { refreshAt: { $lte: now } } : { token: refused }),
      },
      { $set: { leaseOwner: owner, leaseUntil: new Date(now.getTime() + leaseMs) } },
    );
    return taken.modifiedCount === 1;
  }

  /** Counts one forced renewal by the owner; false when WeChat would not take one now, or the lease is lost. */
  async countForced(appId: string, owner: string, now: Date): Promise<boolean> {
    const before = (ms: number) => ({ $not: { $gt: new Date(now.getTime() - ms) } });
    const counted = await this.tokens.updateOne(
      {
        _id: appId,
        leaseOwner: owner,
        'forcedAt.0': before(FORCED_APART_MS),
        [`forcedAt.${FORCED_PER_DAY - 1}`]: before(DAY_MS),
      },
      { $push: { forcedAt: { $each: [now], $position: 0, $slice: FORCED_PER_DAY } } },
    );
    return counted.modifiedCount === 1;
  }

  /** Keeps the new token and ends the lease; false, and nothing kept, when another owner has taken over since. */
  async keep(appId: string, owner: string, grant: TokenGrant): Promise<boolean> {
    const kept = await this.tokens.updateOne(
      { _id: appId, leaseOwner: owner },
      { $set: { ...grant, leaseUntil: new Date(0) }, $unset: { leaseOwner: 1 } },
    );
    return kept.modifiedCount === 1;
  }

  /** Ends the owner's lease without a new token. @param refreshAt when the next one tries, where the old token still works */
  async release(appId: string, owner: string, refreshAt?: Date): Promise<void> {
    await this.tokens.updateOne(
      { _id: appId, leaseOwner: owner },
      { $set: { leaseUntil: new Date(0), ...(refreshAt && { refreshAt }) }, $unset: { leaseOwner: 1 } },
    );
  }

  /** The document must exist before its condition can be in a write. */
  private async ensure(appId: string): Promise<void> {
    await this.tokens.updateOne(
      { _id: appId },
      { $setOnInsert: { refreshAt: new Date(0), leaseUntil: new Date(0), forcedAt: [] } },
      { upsert: true },
    );
  }
}
