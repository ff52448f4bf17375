/**
 * One document for each person of a campaign, its id made of both: nobody is in a campaign twice. Before WeChat is asked the document
 * says so (`sending`); what is found in that state after a crash may have been sent, and is never sent again.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Refusal } from '@xiangyue/shared/features/antifraud/campaign.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

/** `refused` and `unknown` are ends as `sent` is: whoever is in one of them is not asked about again. */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'refused';

export interface Delivery {
  campaignId: string;
  personId: string;
  chunk: number;
  /** The message in the app is there. */
  hasInbox: boolean;
  state: DeliveryState;
  reason: Refusal | null;
  attempts: number;
  /** Not before this instant, after a passing refusal. */
  notBefore: Date;
  claimedAt: Date | null;
  expiresAt: Date;
}

type Row = Delivery & { _id: string };

export interface DeliveryCounts {
  people: number;
  inbox: number;
  byState: Readonly<Partial<Record<DeliveryState, number>>>;
  refused: readonly { reason: Refusal; people: number }[];
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class DeliveriesStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private deliveries!: Model<Row>;

  @Init()
  init(): void {
    const delivery = new Schema({
      _id: String,
      campaignId: { type: String, required: true },
      personId: { type: String, required: true },
      chunk: { type: Number, required: true },
      hasInbox: { type: Boolean, required: true },
      state: { type: String, required: true },
      reason: { type: String, default: null },
      attempts: { type: Number, required: true },
      notBefore: { type: Date, required: true },
      claimedAt: { type: Date, default: null },
      expiresAt: { type: Date, required: true },
    });
    delivery.index({ campaignId: 1, chunk: 1, state: 1, _id: 1 });
    delivery.index({ campaignId: 1, hasInbox: 1, chunk: 1, _id: 1 });
    delivery.index({ personId: 1 });
    delivery.index({ claimedAt: 1 }, { partialFilterExpression: { state: 'sending' } });
    delivery.index({ expiresAt: 1 });
    this.deliveries = this.database.collection<Row>('campaignDeliveries', delivery);
    this.sweeper.register({ collection: 'campaignDeliveries', field: 'expiresAt' });
  }

  /** Adds those who are not there yet. */
  async add(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const rows = deliveries.map((fields) => ({ _id: idOf(fields.campaignId, fields.personId), ...fields }));
    await Database.accepts(this.deliveries.collection.insertMany(rows as never, { ordered: false }));
  }

  async countAll(campaignId: string): Promise<number> {
    return this.deliveries.countDocuments({ campaignId });
  }

  /** Chunks in which something is still to be done, in order. */
  async openChunks(campaignId: string): Promise<number[]> {
    const [waiting, unread] = await Promise.all([
      this.deliveries.distinct('chunk', { campaignId, state: 'waiting' }),
      this.deliveries.distinct('chunk', { campaignId, hasInbox: false }),
    ]);
    return [...new Set([...waiting, ...unread])].sort((one, other) => one - other);
  }

  async listWithoutInbox(campaignId: string, chunk: number, limit: number): Promise<string[]> {
    const rows = await this.deliveries
      .find({ campaignId, hasInbox: false, chunk }, { personId: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ personId }) => personId);
  }

  async noteInbox(campaignId: string, personIds: readonly string[]): Promise<void> {
    await this.deliveries.updateMany({ _id: { $in: idsOf(campaignId, personIds) } }, { $set: { hasInbox: true } });
  }

  /** Who waits in a chunk, page by page. @param after the last one seen */
  async listWaiting(campaignId: string, chunk: number, after: string, limit: number): Promise<Delivery[]> {
    return this.deliveries
      .find({ campaignId, chunk, state: 'waiting', _id: { $gt: idOf(campaignId, after) } }, { _id: 0 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Delivery[]>();
  }

  /** Writes down that WeChat is about to be asked; true for exactly one caller. */
  async claim(campaignId: string, personId: string, at: Date): Promise<boolean> {
    const claimed = await this.deliveries.updateOne(
      { _id: idOf(campaignId, personId), state: 'waiting' },
      { $set: { state: 'sending', claimedAt: at }, $inc: { attempts: 1 } },
    );
    return claimed.modifiedCount === 1;
  }

  /** What became of a claimed one. */
  async settle(
    campaignId: string,
    personId: string,
    state: 'sent' | 'unknown' | 'refused',
    reason: Refusal | null,
  ): Promise<void> {
    await this.deliveries.updateOne(
      { _id: idOf(campaignId, personId), state: 'sending' },
      { $set: { state, reason, claimedAt: null } },
    );
  }

  /** WeChat has certainly not sent it: to be tried again later. */
  async putBack(campaignId: string, personId: string, notBefore: Date): Promise<void> {
    await this.deliveries.updateOne(
      { _id: idOf(campaignId, personId), state: 'sending' },
      { $set: { state: 'waiting', notBefore, claimedAt: null } },
    );
  }

  /** Those who wait are not to be reminded, for this reason. */
  async refuseWaiting(campaignId: string, personIds: readonly string[], reason: Refusal): Promise<void> {
    if (personIds.length === 0) return;
    await this.deliveries.updateMany(
      { _id: { $in: idsOf(campaignId, personIds) }, state: 'waiting' },
      { $set: { state: 'refused', reason } },
    );
  }

  /** What a dead process has left: nobody knows whether it was sent. */
  async giveUpClaims(before: Date): Promise<void> {
    await this.deliveries.updateMany(
      { state: 'sending', claimedAt: { $lt: before } },
      { $set: { state: 'unknown', claimedAt: null } },
    );
  }

  /** Whether anything of the campaign is still to be done. */
  async isOver(campaignId: string): Promise<boolean> {
    const found = await Promise.all([
      this.deliveries.exists({ campaignId, state: { $in: ['waiting', 'sending'] } }),
      this.deliveries.exists({ campaignId, hasInbox: false }),
    ]);
    return found.every((one) => one === null);
  }

  async count(campaignId: string): Promise<DeliveryCounts> {
    const rows = await this.deliveries.aggregate<{
      _id: { state: DeliveryState; reason: Refusal | null };
      people: number;
      inbox: number;
    }>([
      { $match: { campaignId } },
      {
        $group: {
          _id: { state: '$state', reason: '$reason' },
          people: { $sum: 1 },
          inbox: { $sum: { $cond: ['$hasInbox', 1, 0] } },
        },
      },
    ]);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    const byState: Partial<Record<DeliveryState, number>> = {};
    for (const { _id, people } of rows) byState[_id.state] = (byState[_id.state] ?? 0) + people;
    return {
      people: sum(rows.map(({ people }) => people)),
      inbox: sum(rows.map(({ inbox }) => inbox)),
      byState,
      refused: rows.flatMap(({ _id: { state, reason }, people }) =>
        state === 'refused' && reason ? [{ reason, people }] : [],
      ),
    };
  }

  async listOf(personId: string, limit: number): Promise<Delivery[]> {
    return this.deliveries.find({ personId }, { _id: 0 }).limit(limit).lean<Delivery[]>();
  }

  async removeAll(personId: string): Promise<void> {
    await this.deliveries.deleteMany({ personId });
  }
}

function idOf(campaignId: string, personId: string): string {
  return `${campaignId}/${personId}`;
}

function idsOf(campaignId: string, personIds: readonly string[]): string[] {
  return personIds.map((personId) => idOf(campaignId, personId));
}
