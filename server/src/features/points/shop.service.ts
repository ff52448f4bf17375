/** The shop's shelves, its desk and its fund. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { readCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import type { Household } from '@xiangyue/shared/features/households/household';
import { headNameOf } from '@xiangyue/shared/features/households/households.rules';
import { GOODS_MAX, ORDERS_LIMIT, type shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { PICKUP_DIGITS } from '@xiangyue/shared/features/points/shop.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { CardsService } from '../households/cards.service';
import { HouseholdsService } from '../households/households.service';
import { RegionsService } from '../regions/regions.service';
import { CatalogueService } from './catalogue.service';
import { CyclesStore } from './cycles.store';
import { type FundEntry, FundsStore } from './funds.store';
import { type Goods, GoodsStore } from './goods.store';
import { OrdersService } from './orders.service';
import { type Order, OrdersStore } from './orders.store';

type Contract = typeof shopContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type DeskOrders = OutputOf<Contract['orders']>;
type Nothing = Record<string, never>;

const DIGITS = new RegExp(`^\\d{${PICKUP_DIGITS}}$`);

@Provide()
@Scope(ScopeEnum.Singleton)
export class ShopService {
  @Inject()
  private readonly goods!: GoodsStore;

  @Inject()
  private readonly orders!: OrdersStore;

  @Inject()
  private readonly ordering!: OrdersService;

  @Inject()
  private readonly funds!: FundsStore;

  @Inject()
  private readonly cycles!: CyclesStore;

  @Inject()
  private readonly catalogue!: CatalogueService;

  @Inject()
  private readonly cards!: CardsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly accessLog!: AccessLog;

  async shelves(villageId: string, now: Date): Promise<OutputOf<Contract['goods']>> {
    const goods = await this.goods.list(villageId, GOODS_MAX);
    const photos = await this.files.photos(
      goods.flatMap(({ photoId }) => photoId ?? []),
      now,
    );
    return {
      goods: goods.map(({ holds, photoId, ...one }) => ({
        ...one,
        reserved: holds.reduce((sum, { count }) => sum + count, 0),
        photo: photos.find(({ id }) => id === photoId) ?? null,
      })),
    };
  }

  async fund(villageId: string): Promise<OutputOf<Contract['fund']>> {
    const cycle = await this.cycles.find(villageId);
    const fund = cycle && (await this.funds.find(villageId, cycle.year));
    const entries = fund?.entries ?? [];
    const sum = (kind: FundEntry['kind']) =>
      entries.reduce((total, entry) => total + (entry.kind === kind ? entry.cents : 0), 0);
    return {
      year: cycle?.year ?? null,
      budgetCents: sum('budget'),
      spentCents: sum('purchase'),
      leftCents: fund?.leftCents ?? 0,
      entries: [...entries]
        .reverse()
        .map(({ kind, cents, words, at }) => ({ kind, cents, words, at: at.toISOString() })),
    };
  }

  /** Adds goods, once for the key. Problems: those of the photo. */
  async addGoods(
    actor: Actor,
    { villageId, name, pricePoints, photoIds }: Input<'addGoods'>,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const id = idFromKey(actor.personId, 'points.goods', key);
    await this.files.attach(photoIds, { kind: 'points.goods', id }, actor.personId, now);
    const empty = { bought: 0, left: 0, handedOver: 0, holds: [], restocks: [] };
    await this.goods.insert({ id, villageId, name, pricePoints, photoId: photoIds[0] ?? null, isOpen: true, ...empty });
    return { id };
  }

  /** Problems: `points.goodsUnknown`. */
  async changeGoods({ villageId, goodsId, ...fields }: Input<'changeGoods'>): Promise<Nothing> {
    if (!(await this.goods.change(goodsId, villageId, fields))) throw problem('points.goodsUnknown');
    return {};
  }

  /** The money first, then the stock; a crash in between is made good by the clock. Problems: as the contract says. */
  async restock(actor: Actor, input: Input<'restock'>, key: string, now: Date): Promise<Nothing> {
    const { villageId, goodsId, count, cents, words } = input;
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    const goods = await this.goods.find(goodsId);
    if (goods?.villageId !== villageId) throw problem('points.goodsUnknown');
    const fund = { villageId, year: cycle.year };
    const entry: FundEntry = {
      ...{ key: `restock/${idFromKey(actor.personId, 'points.restock', key)}`, kind: 'purchase', cents },
      ...{
        words: `${goods.name} ${count} 件：${words}`,
        by: actor.personId,
        at: now,
        goodsId,
        count,
        isStocked: false,
      },
    };
    if (!(await this.funds.add(fund, entry))) throw problem('points.fundTooLow');
    await this.stock(fund, entry);
    return {};
  }

  /** Purchases that a crash has kept from the stock. Repeating is harmless. */
  async stockPurchases(): Promise<void> {
    for (const fund of await this.funds.listUnstocked())
      for (const entry of fund.entries) if (!entry.isStocked) await this.stock(fund, entry);
  }

  private async stock(fund: { villageId: string; year: number }, entry: FundEntry): Promise<void> {
    if (entry.goodsId !== null) await this.goods.restock(entry.goodsId, entry.key, entry.count);
    await this.funds.setStocked(fund, entry.key);
  }

  /** Problems: `points.noCatalogue`. */
  async addBudget(
    actor: Actor,
    { villageId, cents, words }: Input<'addBudget'>,
    key: string,
    now: Date,
  ): Promise<Nothing> {
    const { cycle } = await this.catalogue.requireCurrent(villageId);
    await this.funds.add(
      { villageId, year: cycle.year },
      {
        ...{ key: `budget/${idFromKey(actor.personId, 'points.budget', key)}`, kind: 'budget', cents, words },
        ...{ by: actor.personId, at: now, goodsId: null, count: 0, isStocked: true },
      },
    );
    return {};
  }

  async myOrders(actor: Actor): Promise<OutputOf<Contract['myOrders']>> {
    const household = await this.households.householdOf(actor.personId);
    const orders = household ? await this.orders.listOfHousehold(household.id, ORDERS_LIMIT) : [];
    return {
      orders: orders.map((order) => ({
        ...order,
        orderedAt: order.orderedAt.toISOString(),
        pickupCode: order.state === 'reserved' ? order.pickupCode : null,
      })),
    };
  }

  /** What waits to be fetched; the look is kept. */
  async waiting(actor: Actor, villageId: string, now: Date): Promise<DeskOrders> {
    return { orders: await this.show(actor, await this.orders.listReserved(villageId, {}, ORDERS_LIMIT), now) };
  }

  /** Whoever holds the card, or shows the phone, fetches. Problems: `points.pickupUnknown`. */
  async pickup(actor: Actor, { villageId, code }: Input<'pickup'>, now: Date): Promise<DeskOrders> {
    return { orders: await this.show(actor, await this.provenBy(villageId, code), now) };
  }

  /** Problems: as the contract says. */
  async handOver(actor: Actor, { villageId, orderId, code }: Input<'handOver'>, now: Date): Promise<Nothing> {
    const order = await this.ordering.require(orderId);
    if (order.villageId !== villageId) throw problem('points.orderUnknown');
    const household = await this.householdOfCard(code);
    if (code !== order.pickupCode && household?.id !== order.householdId) throw problem('points.pickupUnknown');
    await this.ordering.handOver(order, actor.personId, now);
    return {};
  }

  /** The orders that a household's card, or the digits on a phone, stand for. Problems: `points.pickupUnknown`. */
  private async provenBy(villageId: string, code: string): Promise<Order[]> {
    const household = await this.householdOfCard(code);
    if (!household && !DIGITS.test(code)) throw problem('points.pickupUnknown');
    const of = household ? { householdId: household.id } : { pickupCode: code };
    const found = await this.orders.listReserved(villageId, of, ORDERS_LIMIT);
    if (found.length === 0) throw problem('points.pickupUnknown');
    return found;
  }

  private async householdOfCard(code: string): Promise<Household | null> {
    const card = readCardCode(code);
    return card === null ? null : this.cards.findByCode(card);
  }

  private async show(actor: Actor, orders: readonly Order[], now: Date): Promise<DeskOrders['orders']> {
    const subjectIds = [...new Set(orders.map(({ householdId }) => householdId))];
    if (subjectIds.length > 0) await this.accessLog.record({ actor, subjectIds, what: '看了积分超市的兑换', now });
    const homes = await this.households.findMany(subjectIds);
    const groups = await this.regions.namesOf([...homes.values()].map(({ groupId }) => groupId));
    return orders.map((order) => {
      const home = homes.get(order.householdId);
      return {
        ...order,
        orderedAt: order.orderedAt.toISOString(),
        householdName: home ? headNameOf(home) : '',
        number: home?.number ?? '',
        groupName: groups.get(home?.groupId ?? '') ?? '',
      };
    });
  }

  /** Stock of goods as it can be proven: bought is what is left, held and handed over. */
  static isStockWhole({ bought, left, handedOver, holds }: Goods): boolean {
    return bought === left + handedOver + holds.reduce((sum, { count }) => sum + count, 0);
  }
}
