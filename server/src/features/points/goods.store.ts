/**
 * Goods of a shop, one document each. What is taken stands in `holds` under its order until it is fetched or given back, so
 * taking the same twice, and giving it back twice, changes nothing; `left` never falls below zero.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface Hold {
  readonly orderId: string;
  readonly count: number;
  readonly at: Date;
}

export interface Goods {
  readonly id: string;
  readonly villageId: string;
  readonly name: string;
  readonly pricePoints: number;
  readonly photoId: string | null;
  readonly isOpen: boolean;
  readonly bought: number;
  readonly left: number;
  readonly handedOver: number;
  readonly holds: readonly Hold[];
  /** Keys of what was added to the stock. */
  readonly restocks: readonly string[];
}

export type Taken = 'taken' | 'soldOut' | 'unknown';

type Row = Omit<Goods, 'id'> & { _id: string };

const SWEPT_AT_ONCE = 100;

@Provide()
@Scope(ScopeEnum.Singleton)
export class GoodsStore {
  @Inject()
  private readonly database!: Database;

  private goods!: Model<Row>;

  @Init()
  init(): void {
    const goods = new Schema({
      _id: String,
      villageId: { type: String, required: true },
      name: { type: String, required: true },
      pricePoints: { type: Number, required: true },
      photoId: String,
      isOpen: { type: Boolean, required: true },
      bought: { type: Number, required: true },
      left: { type: Number, required: true },
      handedOver: { type: Number, required: true },
      holds: [part({ orderId: String, count: Number, at: Date })],
      restocks: [String],
    });
    goods.index({ villageId: 1, pricePoints: 1, _id: 1 });
    goods.index({ 'holds.at': 1 }, { partialFilterExpression: { 'holds.at': { $exists: true } } });
    this.goods = this.database.collection<Row>('pointsGoods', goods);
  }

  async find(id: string): Promise<Goods | null> {
    const row = await this.goods.findById(id).lean<Row>();
    return row && toGoods(row);
  }

  /** A village's goods, the cheapest first. */
  async list(villageId: string, limit: number): Promise<Goods[]> {
    const rows = await this.goods.find({ villageId }).sort({ pricePoints: 1, _id: 1 }).limit(limit).lean<Row[]>();
    return rows.map(toGoods);
  }

  /** Writes new goods; the same id again changes nothing. */
  async insert({ id, ...fields }: Goods): Promise<void> {
    await Database.upsert(() =>
      this.goods.updateOne({ _id: id }, { $setOnInsert: fields as unknown as Omit<Row, '_id'> }, { upsert: true }),
    );
  }

  /** False when the village has no such goods. */
  async change(
    id: string,
    villageId: string,
    fields: Pick<Goods, 'name' | 'pricePoints' | 'isOpen'>,
  ): Promise<boolean> {
    return (await this.goods.updateOne({ _id: id, villageId }, { $set: fields })).matchedCount === 1;
  }

  /** Adds to the stock, once for the key. */
  async restock(id: string, key: string, count: number): Promise<void> {
    await this.goods.updateOne(
      { _id: id, restocks: { $ne: key } },
      { $inc: { left: count, bought: count }, $push: { restocks: key } },
    );
  }

  /** Takes pieces for an order, once. */
  async take(id: string, { orderId, count, at }: Hold): Promise<Taken> {
    const written = await this.goods.updateOne(
      { _id: id, left: { $gte: count }, 'holds.orderId': { $ne: orderId } },
      { $inc: { left: -count }, $push: { holds: { orderId, count, at } } },
    );
    if (written.modifiedCount === 1) return 'taken';
    const row = await this.goods.findById(id).lean<Row>();
    if (!row) return 'unknown';
    return row.holds.some((hold) => hold.orderId === orderId) ? 'taken' : 'soldOut';
  }

  /** Puts back what an order holds; nothing where it holds nothing. */
  async giveBack(id: string, orderId: string, count: number): Promise<void> {
    await this.goods.updateOne(
      { _id: id, 'holds.orderId': orderId },
      { $inc: { left: count }, $pull: { holds: { orderId } } },
    );
  }

  /** What an order holds has left the shop; nothing where it holds nothing. */
  async handOver(id: string, orderId: string, count: number): Promise<void> {
    await this.goods.updateOne(
      { _id: id, 'holds.orderId': orderId },
      { $inc: { handedOver: count }, $pull: { holds: { orderId } } },
    );
  }

  /** What has been held since before, for whoever looks whether its orders still need it. */
  async listHeldBefore(before: Date): Promise<Goods[]> {
    const rows = await this.goods
      .find({ holds: { $elemMatch: { at: { $lt: before } } } })
      .limit(SWEPT_AT_ONCE)
      .lean<Row[]>();
    return rows.map(toGoods);
  }

  /** Every piece of goods; for proving the stock. */
  async *all(): AsyncIterable<Goods> {
    for await (const row of this.goods.find().sort({ _id: 1 }).lean<Row[]>().cursor())
      yield toGoods(row as unknown as Row);
  }
}

function toGoods({ _id, ...fields }: Row): Goods {
  return { id: _id, ...fields };
}
