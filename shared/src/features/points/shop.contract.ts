/** The points shop 积分超市: what there is, reserving and fetching it, and the fund, which everybody can read. */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { SHOP_STAFF } from './offices';
import { cycleYear, villageParam } from './points.fields';
import { COUNT_MAX, ORDER_REFUSALS, ORDER_STATES, PICKUP_DIGITS, PRICE_MAX } from './shop.rules';

export const GOODS_MAX = 100;
export const GOODS_NAME_MAX_CHARACTERS = 20;
export const FUND_WORDS_MAX_CHARACTERS = 60;
/** Orders that a list shows. */
export const ORDERS_LIMIT = 50;
/** A million yuan in cents: more than any village's season. */
const CENTS_MAX = 100_000_000;
const RESTOCK_MAX = 10_000;

const count = z.int('只能是整数').min(1, '至少 1 件').max(COUNT_MAX, `一次最多 ${COUNT_MAX} 件`);
const goodsName = z
  .string()
  .trim()
  .min(1, '写一写是什么')
  .max(GOODS_NAME_MAX_CHARACTERS, `最多 ${GOODS_NAME_MAX_CHARACTERS} 个字`);
const pricePoints = z.int('只能是整数').min(1, '至少 1 分').max(PRICE_MAX, `最多 ${PRICE_MAX} 分`);
const fundWords = z
  .string()
  .trim()
  .min(1, '写一写钱从哪来、买了什么')
  .max(FUND_WORDS_MAX_CHARACTERS, `最多 ${FUND_WORDS_MAX_CHARACTERS} 个字`);
const forStaff = only(SHOP_STAFF, 'region', 'villageId');
const forCadre = only(['cadre'], 'region', 'villageId');

const goods = z.object({
  id: documentId,
  name: z.string(),
  pricePoints: z.int(),
  photo: photo.nullable(),
  /** Pieces that can be reserved now. */
  left: z.int(),
  /** Pieces that are reserved and not fetched. */
  reserved: z.int(),
  handedOver: z.int(),
  bought: z.int(),
  isOpen: z.boolean(),
});

const order = z.object({
  id: documentId,
  goodsName: z.string(),
  count: z.int(),
  pricePoints: z.int(),
  state: z.enum(ORDER_STATES),
  refusal: z.enum(ORDER_REFUSALS as readonly [string, ...string[]]).nullable(),
  orderedAt: instant,
  keptUntil: localDate,
});

const deskOrder = order.extend({ householdName: z.string(), number: z.string(), groupName: z.string() });

export const shopContract = {
  goods: route({
    method: 'GET',
    path: '/villages/:villageId/points/shop',
    summary: '积分超市有什么，多少分，还剩几件',
    access: 'public',
    params: villageParam,
    output: z.object({ goods: z.array(goods).max(GOODS_MAX) }),
  }),
  fund: route({
    method: 'GET',
    path: '/villages/:villageId/points/shop/fund',
    summary: '积分超市的钱：拨了多少，买了什么，还剩多少',
    access: 'public',
    publicForS: 30,
    params: villageParam,
    output: z.object({
      year: cycleYear.nullable(),
      budgetCents: z.int(),
      spentCents: z.int(),
      leftCents: z.int(),
      /** The latest first. */
      entries: z.array(
        z.object({ kind: z.enum(['budget', 'purchase']), cents: z.int(), words: z.string(), at: instant }),
      ),
    }),
  }),
  reserve: route({
    method: 'POST',
    path: '/me/points/orders',
    summary: '用积分换东西：分和东西都先留着，七天内来取',
    access: 'signedIn',
    body: z.object({ goodsId: documentId, count }),
    output: z.object({ id: documentId, keptUntil: localDate }),
    problems: [
      'households.notMine',
      'points.noCatalogue',
      'points.goodsUnknown',
      'points.soldOut',
      'points.balanceTooLow',
      'points.accountFull',
    ],
  }),
  myOrders: route({
    method: 'GET',
    path: '/me/points/orders',
    summary: '我家换的东西，和取东西时给人看的数字',
    access: 'signedIn',
    output: z.object({ orders: z.array(order.extend({ pickupCode: z.string().nullable() })).max(ORDERS_LIMIT) }),
  }),
  cancel: route({
    method: 'POST',
    path: '/me/points/orders/:orderId/cancellation',
    summary: '不要了，分和东西都退回',
    access: 'signedIn',
    params: z.object({ orderId: documentId }),
    output: z.object({}),
    problems: ['points.orderUnknown', 'points.orderNotHere'],
    idempotency: 'natural',
  }),
  orders: route({
    method: 'GET',
    path: '/villages/:villageId/points/shop/orders',
    summary: '留着等人来取的东西',
    access: forStaff,
    params: villageParam,
    output: z.object({ orders: z.array(deskOrder).max(ORDERS_LIMIT) }),
  }),
  pickup: route({
    method: 'POST',
    path: '/villages/:villageId/points/shop/pickups',
    summary: '扫户卡或输手机上的数字，看这一户有什么要取',
    access: forStaff,
    params: villageParam,
    body: z.object({ code: z.string().trim().min(PICKUP_DIGITS).max(40) }),
    output: z.object({ orders: z.array(deskOrder).max(ORDERS_LIMIT) }),
    problems: ['points.pickupUnknown'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  handOver: route({
    method: 'POST',
    path: '/villages/:villageId/points/shop/orders/:orderId/handover',
    summary: '交给他了',
    access: forStaff,
    params: villageParam.extend({ orderId: documentId }),
    body: z.object({ code: z.string().trim().min(PICKUP_DIGITS).max(40) }),
    output: z.object({}),
    problems: ['points.orderUnknown', 'points.orderNotHere', 'points.pickupUnknown'],
  }),
  addGoods: route({
    method: 'POST',
    path: '/villages/:villageId/points/shop/goods',
    summary: '添一样东西',
    access: forCadre,
    params: villageParam,
    body: z.object({ name: goodsName, pricePoints, photoIds: photoIds.max(1, '放一张照片').default([]) }),
    output: z.object({ id: documentId }),
    problems: ['files.unknown', 'files.attachedElsewhere'],
  }),
  changeGoods: route({
    method: 'PUT',
    path: '/villages/:villageId/points/shop/goods/:goodsId',
    summary: '改一样东西的名字、分数，或者先不换了',
    access: forCadre,
    params: villageParam.extend({ goodsId: documentId }),
    body: z.object({ name: goodsName, pricePoints, isOpen: z.boolean() }),
    output: z.object({}),
    problems: ['points.goodsUnknown'],
    idempotency: 'natural',
  }),
  restock: route({
    method: 'POST',
    path: '/villages/:villageId/points/shop/goods/:goodsId/restocks',
    summary: '进货：记进公开的账，加到存货里',
    access: forCadre,
    params: villageParam.extend({ goodsId: documentId }),
    body: z.object({
      count: z.int('只能是整数').min(1, '至少 1 件').max(RESTOCK_MAX, `最多 ${RESTOCK_MAX} 件`),
      /** What all of them cost; 0 for what was given. */
      cents: z.int().min(0).max(CENTS_MAX),
      words: fundWords,
    }),
    output: z.object({}),
    problems: ['points.goodsUnknown', 'points.fundTooLow', 'points.noCatalogue'],
  }),
  addBudget: route({
    method: 'POST',
    path: '/villages/:villageId/points/shop/fund/budgets',
    summary: '记一笔拨给积分超市的钱',
    access: forCadre,
    params: villageParam,
    body: z.object({ cents: z.int().min(1, '写一写多少钱').max(CENTS_MAX), words: fundWords }),
    output: z.object({}),
    problems: ['points.noCatalogue'],
  }),
};
