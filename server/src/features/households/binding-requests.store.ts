/**
 * People who ask to be bound to a household. The binding itself lives in the household; a request only leads there, and
 * what a crash leaves half done is done again: waiting → confirming → confirmed, or back to waiting.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface BindingRequest {
  id: string;
  personId: string;
  /** The village, group or courtyard that was named. */
  regionId: string;
  regionPath: readonly string[];
  name: string;
  words: string;
  state: 'waiting' | 'confirming' | 'confirmed' | 'refused' | 'withdrawn';
  askedAt: Date;
  decidedAt?: Date;
  decidedBy?: string;
  /** Of a refusal. */
  reason?: string;
  /** Who it was taken for, once somebody has said so. */
  householdId?: string;
  memberId?: string;
}

type Row = Omit<BindingRequest, 'id'> & {
  _id: string;
  /** The person, while the request is open: one at a time. */
  openFor?: string;
};

/** Who somebody was taken for, by whom. */
export interface Recognition {
  readonly householdId: string;
  readonly memberId: string;
  readonly by: string;
  readonly at: Date;
}

/** More than anybody asks in a life. */
const LIST_LIMIT = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class BindingRequestsStore {
  @Inject()
  private readonly database!: Database;

  private requests!: Model<Row>;

  @Init()
  init(): void {
    const request = new Schema({
      _id: String,
      personId: { type: String, required: true },
      regionId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      name: { type: String, required: true },
      words: { type: String, default: '' },
      state: { type: String, required: true },
      askedAt: { type: Date, required: true },
      decidedAt: Date,
      decidedBy: String,
      reason: String,
      householdId: String,
      memberId: String,
      openFor: String,
    });
    request.index({ openFor: 1 }, { unique: true, partialFilterExpression: { openFor: { $exists: true } } });
    request.index({ personId: 1, askedAt: -1 });
    request.index({ regionPath: 1, state: 1, askedAt: 1 });
    request.index({ state: 1, decidedAt: 1 });
    this.requests = this.database.collection<Row>('bindingRequests', request);
  }

  /** False when the person has an open request; the same id again changes nothing. */
  async insert({ id, ...fields }: BindingRequest): Promise<boolean> {
    const row = { ...fields, openFor: fields.personId };
    return Database.accepts(this.requests.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true }));
  }

  async find(id: string): Promise<BindingRequest | null> {
    const row = await this.requests.findById(id).lean<Row>();
    return row && toRequest(row);
  }

  /** What the person asked last. */
  async findLatest(personId: string): Promise<BindingRequest | null> {
    const row = await this.requests.findOne({ personId }).sort({ askedAt: -1 }).lean<Row>();
    return row && toRequest(row);
  }

  /** Everything the person ever asked, the latest first. */
  async listOf(personId: string): Promise<BindingRequest[]> {
    const rows = await this.requests.find({ personId }).sort({ askedAt: -1 }).limit(LIST_LIMIT).lean<Row[]>();
    return rows.map(toRequest);
  }

  async removeAll(personId: string): Promise<void> {
    await this.requests.deleteMany({ personId });
  }

  async listWaiting(regionId: string, limit: number): Promise<BindingRequest[]> {
    const rows = await this.requests
      .find({ regionPath: regionId, state: 'waiting' })
      .sort({ askedAt: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toRequest);
  }

  /** Left half done by a crash. */
  async listConfirming(before: Date, limit: number): Promise<BindingRequest[]> {
    const rows = await this.requests
      .find({ state: 'confirming', decidedAt: { $lt: before } })
      .sort({ decidedAt: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toRequest);
  }

  /** Somebody says who it is: one wins, and may say the same again. */
  async recognise(id: string, { householdId, memberId, by, at }: Recognition): Promise<boolean> {
    const claimed = await this.requests.updateOne(
      { _id: id, $or: [{ state: 'waiting' }, { state: 'confirming', householdId, memberId }] },
      { $set: { state: 'confirming', householdId, memberId, decidedBy: by, decidedAt: at } },
    );
    return claimed.matchedCount === 1;
  }

  /** Bound. */
  async confirm(id: string): Promise<void> {
    await this.requests.updateOne(
      { _id: id, state: 'confirming' },
      { $set: { state: 'confirmed' }, $unset: { openFor: 1 } },
    );
  }

  /** The household would not take them; it waits again. */
  async release(id: string): Promise<void> {
    await this.requests.updateOne(
      { _id: id, state: 'confirming' },
      { $set: { state: 'waiting' }, $unset: { householdId: 1, memberId: 1, decidedBy: 1, decidedAt: 1 } },
    );
  }

  /** False when it does not wait any more. */
  async refuse(id: string, reason: string, by: string, at: Date): Promise<boolean> {
    const refused = await this.requests.updateOne(
      { _id: id, state: 'waiting' },
      { $set: { state: 'refused', reason, decidedBy: by, decidedAt: at }, $unset: { openFor: 1 } },
    );
    return refused.matchedCount === 1;
  }

  /** The person does not ask any more, or is bound by now. */
  async withdraw(personId: string, at: Date): Promise<void> {
    await this.requests.updateOne(
      { openFor: personId, state: 'waiting' },
      { $set: { state: 'withdrawn', decidedBy: personId, decidedAt: at }, $unset: { openFor: 1 } },
    );
  }
}

function toRequest({ _id, openFor: _openFor, ...fields }: Row): BindingRequest {
  return { id: _id, ...fields };
}
