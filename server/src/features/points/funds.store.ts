/** The shop's money, one document per village and cycle: what was granted, what was bought, and what is left of it. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface FundEntry {
  readonly key: string;
  readonly kind: 'budget' | 'purchase';
  readonly cents: number;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  /** Of a purchase: what was bought, and whether it stands in the stock already. */
  readonly goodsId: string | null;
  readonly count: number;
  readonly isStocked: boolean;
}

export interface Fund {
  readonly villageId: string;
  readonly year: number;
  readonly leftCents: number;
  readonly entries: readonly FundEntry[];
}

type Row = Fund & { _id: string };

const FUNDS_LIMIT = 100;

@Provide()
@Scope(ScopeEnum.Singleton)
export class FundsStore {
  @Inject()
  private readonly database!: Database;

  private funds!: Model<Row>;

  @Init()
  init(): void {
    const entry = part({
      key: String,
      kind: String,
      cents: Number,
      words: String,
      by: String,
      at: Date,
      goodsId: String,
      count: Number,
      isStocked: Boolean,
    });
    const fund = new Schema({
      _id: String,
      villageId: { type: String, required: true },
      year: { type: Number, required: true },
      leftCents: { type: Number, required: true },
      entries: [entry],
    });
    fund.index({ 'entries.isStocked': 1 });
    this.funds = this.database.collection<Row>('pointsFunds', fund);
  }

  async find(villageId: string, year: number): Promise<Fund | null> {
    const row = await this.funds.findById(`${villageId}/${year}`).lean<Row>();
    return row && toFund(row);
  }

  /** Adds an entry, once for its key. False when the money does not suffice for the purchase. */
  async add({ villageId, year }: Pick<Fund, 'villageId' | 'year'>, entry: FundEntry): Promise<boolean> {
    const _id = `${villageId}/${year}`;
    const fresh = { villageId, year, leftCents: 0, entries: [] };
    await Database.upsert(() => this.funds.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true }));
    const cents = entry.kind === 'budget' ? entry.cents : -entry.cents;
    const written = await this.funds.updateOne(
      { _id, 'entries.key': { $ne: entry.key }, leftCents: { $gte: -cents } },
      { $inc: { leftCents: cents }, $push: { entries: entry } },
    );
    return written.modifiedCount === 1 || (await this.funds.exists({ _id, 'entries.key': entry.key })) !== null;
  }

  /** Funds with purchases that do not stand in the stock yet. */
  async listUnstocked(): Promise<Fund[]> {
    const rows = await this.funds.find({ 'entries.isStocked': false }).limit(FUNDS_LIMIT).lean<Row[]>();
    return rows.map(toFund);
  }

  /** A purchase stands in the stock now. */
  async setStocked({ villageId, year }: Pick<Fund, 'villageId' | 'year'>, key: string): Promise<void> {
    await this.funds.updateOne(
      { _id: `${villageId}/${year}` },
      { $set: { 'entries.$[one].isStocked': true } },
      { arrayFilters: [{ 'one.key': key }] },
    );
  }
}

function toFund({ _id, ...fund }: Row): Fund {
  return fund;
}
