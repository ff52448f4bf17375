/** Proves every account: the balance is the sum of the entries, and every entry has what allows it. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { deciderRefusal, honourOf } from '@xiangyue/shared/features/points/points.rules';
import { type Account, AccountsStore, type Entry } from './accounts.store';
import type { Claim } from './claim-documents.store';
import { ClaimsStore } from './claims.store';
import { GoodsStore } from './goods.store';
import { type Order, OrdersStore } from './orders.store';
import { ShopService } from './shop.service';

export interface Proof {
  readonly accounts: number;
  readonly entries: number;
  /** The first account that does not hold; null when all do. */
  readonly failure: { readonly account: string; readonly what: string } | null;
}

const sumOf = (entries: readonly Entry[], of: (entry: Entry) => number) =>
  entries.reduce((sum, entry) => sum + of(entry), 0);

@Provide()
@Scope(ScopeEnum.Singleton)
export class VerifyService {
  @Inject()
  private readonly accounts!: AccountsStore;

  @Inject()
  private readonly claims!: ClaimsStore;

  @Inject()
  private readonly orders!: OrdersStore;

  @Inject()
  private readonly goods!: GoodsStore;

  /** Looks at every account, in the order of their households, until one fails. */
  async verify(): Promise<Proof> {
    let accounts = 0;
    let entries = 0;
    for await (const account of this.accounts.all()) {
      accounts++;
      entries += account.entries.length;
      const what = sumFailure(account) ?? (await this.claimFailure(account)) ?? (await this.orderFailure(account));
      if (what !== null)
        return { accounts, entries, failure: { account: `${account.householdId}/${account.year}`, what } };
    }
    for await (const goods of this.goods.all())
      if (!ShopService.isStockWhole(goods))
        return { accounts, entries, failure: { account: goods.id, what: `“${goods.name}”的存货对不上` } };
    return { accounts, entries, failure: null };
  }

  private async claimFailure({ entries, householdId }: Account): Promise<string | null> {
    const ids = [...new Set(entries.flatMap(({ claimId }) => claimId ?? []))];
    const claims = new Map((await this.claims.findMany(ids)).map((claim) => [claim.id, claim]));
    for (const id of ids) {
      const claim = claims.get(id);
      const own = entries.filter(({ claimId }) => claimId === id);
      const failure = claim ? failureOf(claim, own, householdId) : '没有对应的申报';
      if (failure !== null) return `申报 ${id} 的入账${failure}`;
    }
    return null;
  }

  private async orderFailure({ entries, householdId }: Account): Promise<string | null> {
    const ids = [...new Set(entries.flatMap(({ orderId }) => orderId ?? []))];
    const orders = new Map((await this.orders.findMany(ids)).map((order) => [order.id, order]));
    for (const id of ids) {
      const order = orders.get(id);
      if (order?.householdId !== householdId) return `兑换 ${id} 没有对应的一单`;
      const stands = sumOf(
        entries.filter(({ orderId }) => orderId === id),
        ({ points }) => points,
      );
      const due = dueOf(order);
      if (due !== null && stands !== due) return `兑换 ${id} 扣了 ${-stands} 分，应扣 ${-due} 分`;
    }
    return null;
  }
}

/** What an order has taken from the account once it rests; null while it is under way. */
function dueOf({ state, isSettled, pricePoints }: Order): number | null {
  if (!isSettled) return null;
  return state === 'reserved' || state === 'handedOver' ? -pricePoints : 0;
}

function sumFailure({ state, entries, balancePoints, honourPoints }: Account): string | null {
  if (state === 'closed' && balancePoints !== 0) return `已经结算，还有 ${balancePoints} 分`;
  if (entries.some(({ points }) => !Number.isInteger(points))) return '有一笔不是整数';
  if (new Set(entries.map(({ key }) => key)).size !== entries.length) return '同一笔记了两次';
  const wrong = entries.find(({ kind, points, honourPoints: honour }) => honour !== honourOf(kind, points));
  if (wrong) return `“${wrong.title}”的荣誉分不对`;
  const unpaired = entries.find(({ opposes, points }) => {
    const opposed = opposes === null ? undefined : entries.find(({ key }) => key === opposes);
    return opposed !== undefined && opposed.points !== -points;
  });
  if (unpaired) return `“${unpaired.title}”的冲正和原来那笔对不上`;
  const [sum, honour] = [sumOf(entries, ({ points }) => points), sumOf(entries, (entry) => entry.honourPoints)];
  if (sum !== balancePoints) return `余额 ${balancePoints} 分，各笔合计 ${sum} 分`;
  return honour === honourPoints ? null : `荣誉积分 ${honourPoints} 分，各笔合计 ${honour} 分`;
}

/** A claim that has entries was seen by two who may, and is worth what stands. */
function failureOf(claim: Claim, entries: readonly Entry[], householdId: string): string | null {
  if (claim.householdId !== householdId) return '记到了别的户';
  const unfinished = claim.state === 'crediting' || claim.state === 'reversing';
  if (!unfinished && claim.state !== 'credited' && claim.state !== 'reversed') return `还没有通过（${claim.state}）`;
  const approvals = claim.reviews.filter(({ approves }) => approves);
  if (approvals.length < 2) return '没有两个人审过';
  for (const [i, { by, householdId: home }] of approvals.entries()) {
    const seen = { ...claim, reviews: approvals.slice(0, i) };
    if (deciderRefusal(seen, { personId: by, householdId: home }) !== null) return '审的人应当回避';
  }
  const stands = sumOf(entries, ({ points }) => points);
  const due = claim.state === 'reversed' ? 0 : claim.points;
  return unfinished || stands === due ? null : `和申报的分数对不上：${stands} 分，应是 ${due} 分`;
}
