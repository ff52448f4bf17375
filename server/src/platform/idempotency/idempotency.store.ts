/** Which writes were done, by key, with the reply that was given: what lets a phone send again without fear. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../database/database';
import { Sweeper } from '../jobs/sweeper';

export interface KeyRow {
  /** `<personId>:<route>:<key>`: a key means something only for who made it, where it was used. */
  _id: string;
  requestHash: string;
  /** Missing while the write is being done. */
  reply?: string;
  /** A write that takes longer was cut off by a crash, and may be done again. */
  leaseUntil: Date;
  expiresAt: Date;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class IdempotencyStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private keys!: Model<KeyRow>;

  @Init()
  init(): void {
    const key = new Schema({
      _id: String,
      requestHash: { type: String, required: true },
      reply: String,
      leaseUntil: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
    });
    key.index({ expiresAt: 1 });
    this.keys = this.database.collection<KeyRow>('idempotencyKeys', key);
    this.sweeper.register({ collection: 'idempotencyKeys', field: 'expiresAt' });
  }

  find(id: string): Promise<KeyRow | null> {
    return this.keys.findById(id).lean<KeyRow>().exec();
  }

  /** Claims a key that nobody has used. False when somebody was first. */
  async insert(row: KeyRow): Promise<boolean> {
    return Database.accepts(this.keys.collection.insertOne(row as never));
  }

  /** Takes over a claim whose holder has died. False when it has not, or when somebody else was first. */
  async takeOver(id: string, now: Date, leaseUntil: Date): Promise<boolean> {
    const taken = await this.keys.updateOne(
      { _id: id, reply: { $exists: false }, leaseUntil: { $lte: now } },
      { $set: { leaseUntil } },
    );
    return taken.modifiedCount === 1;
  }

  async keepReply(id: string, reply: string): Promise<void> {
    await this.keys.updateOne({ _id: id }, { $set: { reply } });
  }

  /** Forgets what a person wrote; the replies may hold their data. */
  async removeAll(personId: string): Promise<void> {
    // From `<personId>:` up to the next character: a range of the primary key.
    await this.keys.deleteMany({ _id: { $gte: `${personId}:`, $lt: `${personId};` } });
  }

  /** Gives the key back after a refusal: nothing was written, so the person may correct and send again. */
  async release(id: string): Promise<void> {
    await this.keys.deleteOne({ _id: id, reply: { $exists: false } });
  }
}
