/** Orders of the shop, one document each; a move is one write from the state that was seen. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { OrderRefusal, OrderState } from '@xiangyue/shared/features/points/shop.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface Order {
  readonly id: string;
  readonly villageId: string;
  readonly householdId: string;
  readonly year: number;
  readonly goodsId: string;
  readonly goodsName: string;
  readonly count: number;
  /** Of all pieces. */
  readonly pricePoints: number;
  readonly orderedBy: string;
  readonly orderedAt: Date;
  readonly keptUntil: LocalDate;
  /** Digits that prove the order at the desk. */
  readonly pickupCode: string;
  readonly state: OrderState;
  readonly refusal: OrderRefusal | null;
  /** False while goods or account still have something to do for it. */
  readonly isSettled: boolean;
  readonly changedAt: Date;
  readonly handedOverBy: string | null;
}

type Row = Omit<Order, 'id'> & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class OrdersStore {
  @Inject()
  private readonly database!: Database;

  private orders!: Model<Row>;

  @Init()
  init(): void {
    const order = new Schema({
      _id: String,
      villageId: { type: String, required: true },
      householdId: { type: String, required: true },
      year: { type: Number, required: true },
      goodsId: { type: String, required: true },
      goodsName: { type: String, required: true },
      count: { type: Number, required: true },
      pricePoints: { type: Number, required: true },
      orderedBy: { type: String, required: true },
      orderedAt: { type: Date, required: true },
      keptUntil: { type: String, required: true },
      pickupCode: { type: String, required: true },
      state: { type: String, required: true },
      refusal: String,
      isSettled: { type: Boolean, required: true },
      changedAt: { type: Date, required: true },
      handedOverBy: String,
    });
    order.index({ householdId: 1, orderedAt: -1 });
    order.index({ villageId: 1, state: 1, orderedAt: 1 });
    order.index({ villageId: 1, pickupCode: 1 });
    order.index({ state: 1, keptUntil: 1 });
    order.index({ isSettled: 1, changedAt: 1 }, { partialFilterExpression: { isSettled: false } });
    order.index({ orderedBy: 1 });
    this.orders = this.database.collection<Row>('pointsOrders', order);
  }

  async find(id: string): Promise<Order | null> {
    const row = await this.orders.findById(id).lean<Row>();
    return row && toOrder(row);
  }

  /** Writes a new order; the same id again changes nothing. */
  async insert({ id, ...fields }: Order): Promise<void> {
    await Database.upsert(() => this.orders.updateOne({ _id: id }, { $setOnInsert: fields }, { upsert: true }));
  }

  /** The household's orders, the latest first. */
  async listOfHousehold(householdId: string, limit: number): Promise<Order[]> {
    return this.list({ householdId }, { orderedAt: -1, _id: -1 }, limit);
  }

  /** What waits to be fetched in a village, the oldest first; of one household, or with these digits, where told. */
  async listReserved(
    villageId: string,
    of: Partial<Pick<Order, 'householdId' | 'pickupCode'>>,
    limit: number,
  ): Promise<Order[]> {
    return this.list({ villageId, state: 'reserved', ...of }, { orderedAt: 1, _id: 1 }, limit);
  }

  /** What was kept for its days and was not fetched. */
  async listKeptTooLong(today: LocalDate, limit: number): Promise<Order[]> {
    return this.list({ state: 'reserved', keptUntil: { $lt: today } }, { keptUntil: 1, _id: 1 }, limit);
  }

  /** Orders in the middle of a move since before. */
  async listUnsettled(before: Date, limit: number): Promise<Order[]> {
    return this.list({ isSettled: false, changedAt: { $lt: before } }, { changedAt: 1, _id: 1 }, limit);
  }

  private async list(filter: object, sort: Record<string, 1 | -1>, limit: number): Promise<Order[]> {
    return (await this.orders.find(filter).sort(sort).limit(limit).lean<Row[]>()).map(toOrder);
  }

  /** Moves an order from the state in which it was seen; false when it has moved. */
  async move(
    id: string,
    from: OrderState,
    change: Partial<Pick<Order, 'state' | 'refusal' | 'isSettled' | 'handedOverBy'>>,
    at: Date,
  ): Promise<boolean> {
    const written = await this.orders.updateOne({ _id: id, state: from }, { $set: { ...change, changedAt: at } });
    return written.modifiedCount === 1;
  }

  async findMany(ids: readonly string[]): Promise<Order[]> {
    return this.list({ _id: { $in: ids } }, { _id: 1 }, ids.length);
  }

  /** What the person ordered, the latest first. */
  async listByPerson(orderedBy: string, limit: number): Promise<Order[]> {
    return this.list({ orderedBy }, { orderedAt: -1 }, limit);
  }
}

function toOrder({ _id, ...fields }: Row): Order {
  return { id: _id, ...fields };
}
