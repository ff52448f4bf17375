/**
 * Reserving, fetching and giving back. Goods, account and order are three documents; the order says what is being done, the
 * others do it under its key. Whoever dies in between, the next look goes on from what the order says.
 */
import { randomInt } from 'node:crypto';
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import { honourOf } from '@xiangyue/shared/features/points/points.rules';
import type { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import {
  keptUntil,
  ORDER_MOVES,
  ORDER_STATE_NAMES,
  type OrderMover,
  orderBackKey,
  orderKey,
  orderMoveFrom,
  PICKUP_DIGITS,
} from '@xiangyue/shared/features/points/shop.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { HouseholdsService } from '../households/households.service';
import type { Entry } from './accounts.store';
import { CatalogueService } from './catalogue.service';
import { GoodsStore } from './goods.store';
import { LedgerService } from './ledger.service';
import { type Order, OrdersStore } from './orders.store';

type Contract = typeof shopContract;

/** Longer than any request lasts; what is older was left by one that died. */
const LEFT_BEHIND_MS = 60_000;
/** Orders in one breath, between two signs of life of the job. */
const BATCH = 50;

@Provide()
@Scope(ScopeEnum.Singleton)
export class OrdersService {
  @Inject()
  private readonly orders!: OrdersStore;

  @Inject()
  private readonly goods!: GoodsStore;

  @Inject()
  private readonly ledger!: LedgerService;

  @Inject()
  private readonly catalogue!: CatalogueService;

  @Inject()
  private readonly households!: HouseholdsService;

  /** Problems: as the contract says. */
  async reserve(
    actor: Actor,
    input: InputOf<Contract['reserve']>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Contract['reserve']>> {
    const household = await this.households.householdOf(actor.personId);
    if (!household) throw problem('households.notMine');
    const id = idFromKey(actor.personId, 'points.order', key);
    if (!(await this.orders.find(id))) await this.orders.insert(await this.make(actor, household, input, id, now));
    const order = await this.settle(await this.require(id), now);
    if (order.refusal !== null) throw problem(`points.${order.refusal}`);
    return { id, keptUntil: order.keptUntil };
  }

  private async make(
    actor: Actor,
    { id: householdId, villageId }: Household,
    { goodsId, count }: InputOf<Contract['reserve']>,
    id: string,
    now: Date,
  ): Promise<Order> {
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    const goods = await this.goods.find(goodsId);
    if (goods?.villageId !== villageId || !goods.isOpen) throw problem('points.goodsUnknown');
    return {
      ...{ id, villageId, householdId, year: cycle.year, goodsId, goodsName: goods.name, count },
      pricePoints: goods.pricePoints * count,
      orderedBy: actor.personId,
      orderedAt: now,
      keptUntil: keptUntil(localDateOf(now.getTime())),
      pickupCode: String(randomInt(10 ** PICKUP_DIGITS)).padStart(PICKUP_DIGITS, '0'),
      ...{ state: 'placing', refusal: null, isSettled: false, changedAt: now, handedOverBy: null },
    };
  }

  /** Problems: `points.orderUnknown`, `points.orderNotHere`. */
  async cancel(actor: Actor, { orderId }: InputOf<Contract['cancel']>, now: Date): Promise<Record<string, never>> {
    const order = await this.require(orderId);
    const household = await this.households.householdOf(actor.personId);
    if (order.householdId !== household?.id) throw problem('points.orderUnknown');
    await this.giveBack(order, 'household', now);
    return {};
  }

  /** Once: of two desks that hand over at the same moment one is refused. Problems: `points.orderNotHere`. */
  async handOver(order: Order, by: string, now: Date): Promise<void> {
    const { id, state } = order;
    const to = orderMoveFrom(state, 'handOver', 'desk');
    if (to === null || !(await this.orders.move(id, state, { state: to, isSettled: false, handedOverBy: by }, now)))
      throw await this.notHere(id);
    await this.settle(await this.require(id), now);
  }

  /** Problems: `points.orderNotHere`. */
  async giveBack(order: Order, mover: OrderMover, now: Date): Promise<void> {
    const { id, state } = order;
    if (state === 'givenBack' || state === 'givingBack') return;
    const to = orderMoveFrom(state, 'giveBack', mover);
    if (to === null || !(await this.orders.move(id, state, { state: to, isSettled: false }, now)))
      throw await this.notHere(id);
    await this.settle(await this.require(id), now);
  }

  /** The clock's work: what was kept too long goes back, and what was left half done is done. Repeating is harmless. */
  async sweep(now: Date, heartbeat: () => Promise<void> = async () => undefined): Promise<void> {
    const leftBehind = new Date(now.getTime() - LEFT_BEHIND_MS);
    for (const order of await this.orders.listUnsettled(leftBehind, BATCH)) await this.settle(order, now);
    await heartbeat();
    for (const order of await this.orders.listKeptTooLong(localDateOf(now.getTime()), BATCH))
      await this.giveBack(order, 'clock', now);
    await heartbeat();
    await this.sweepHolds(leftBehind);
  }

  /** A request that slept through its own refusal may have taken goods afterwards. */
  private async sweepHolds(before: Date): Promise<void> {
    for (const { id, holds } of await this.goods.listHeldBefore(before)) {
      const orders = await this.orders.findMany(holds.map(({ orderId }) => orderId));
      for (const { id: orderId, count, state } of orders)
        if (state === 'refused' || state === 'givenBack') await this.goods.giveBack(id, orderId, count);
    }
  }

  /** Does whatever the order's state asks of goods and account, until it rests. */
  private async settle(order: Order, now: Date): Promise<Order> {
    const { id, state, goodsId, count } = order;
    if (order.isSettled) return order;
    if (state === 'placing') await this.place(order, now);
    if (state === 'refusing' || state === 'givingBack') {
      await this.goods.giveBack(goodsId, id, count);
      await this.ledger.takeBack({ ...order }, orderKey(id), this.entryOf(order, 'giveBack', now));
      const to = state === 'refusing' ? ORDER_MOVES.undo.to : ORDER_MOVES.settle.to;
      await this.orders.move(id, state, { state: to, isSettled: true }, now);
    }
    if (state === 'handedOver') {
      await this.goods.handOver(goodsId, id, count);
      await this.orders.move(id, state, { isSettled: true }, now);
    }
    const after = await this.require(id);
    return after.isSettled || after.state === state ? after : this.settle(after, now);
  }

  /** Goods first, then points: whichever is not there decides what becomes of it. */
  private async place(order: Order, now: Date): Promise<void> {
    const { id, state, goodsId, count, pricePoints } = order;
    const refuse = (refusal: Order['refusal']) =>
      this.orders.move(id, state, { state: ORDER_MOVES.refuse.to, refusal }, now);
    const taken = await this.goods.take(goodsId, { orderId: id, count, at: now });
    if (taken !== 'taken') {
      await refuse('soldOut');
      return;
    }
    const entry = this.entryOf(order, 'redemption', now);
    const { posted } = await this.ledger.post(order, [entry], { balanceAtLeast: pricePoints });
    if (posted === 'balanceTooLow') await refuse('balanceTooLow');
    else await this.orders.move(id, state, { state: ORDER_MOVES.reserve.to, isSettled: true }, now);
  }

  private entryOf(order: Order, kind: 'redemption' | 'giveBack', at: Date): Entry {
    const { id, goodsName, count, pricePoints, orderedBy } = order;
    const isBack = kind === 'giveBack';
    const points = isBack ? pricePoints : -pricePoints;
    return {
      key: isBack ? orderBackKey(id) : orderKey(id),
      kind,
      points,
      honourPoints: honourOf(kind, points),
      title: `${goodsName}，${count} 件`,
      ...{ category: null, itemKey: null, doneOn: null, words: '', at, proposedBy: orderedBy, reviewedBy: [] },
      ...{ claimId: null, orderId: id, opposes: isBack ? orderKey(id) : null },
    };
  }

  async require(orderId: string): Promise<Order> {
    const order = await this.orders.find(orderId);
    if (!order) throw problem('points.orderUnknown');
    return order;
  }

  private async notHere(orderId: string) {
    return problem('points.orderNotHere', { state: ORDER_STATE_NAMES[(await this.require(orderId)).state] });
  }
}
