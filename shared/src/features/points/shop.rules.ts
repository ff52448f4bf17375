/** The points shop 积分超市: the life of an order, as a table. In words: docs/states/points-shop.md. */
import { daysAfter, type LocalDate } from '../../kernel/time';

/** Every state of an order, with the word that people read. */
export const ORDER_STATE_NAMES = {
  placing: '正在办',
  reserved: '留着，等您来取',
  handedOver: '取走了',
  givingBack: '正在退回',
  givenBack: '退回了',
  refusing: '正在办',
  refused: '没有兑成',
} as const;
export type OrderState = keyof typeof ORDER_STATE_NAMES;
export const ORDER_STATES = Object.keys(ORDER_STATE_NAMES) as OrderState[];

export type OrderMover = 'household' | 'desk' | 'clock';

interface OrderMove {
  readonly from: readonly OrderState[];
  readonly to: OrderState;
  readonly by: readonly OrderMover[];
}

/**
 * Goods, account and order are three documents. An order first says what is being done (`placing`, `givingBack`,
 * `refusing`), then goods and account do it under the order's key, then it says that it is done: each step can be repeated.
 */
const MOVE_TABLE = {
  reserve: { from: ['placing'], to: 'reserved', by: ['clock'] },
  refuse: { from: ['placing'], to: 'refusing', by: ['clock'] },
  undo: { from: ['refusing'], to: 'refused', by: ['clock'] },
  handOver: { from: ['reserved'], to: 'handedOver', by: ['desk'] },
  giveBack: { from: ['reserved'], to: 'givingBack', by: ['household', 'desk', 'clock'] },
  settle: { from: ['givingBack'], to: 'givenBack', by: ['clock'] },
} as const satisfies Record<string, OrderMove>;

export type OrderMoveName = keyof typeof MOVE_TABLE;
export const ORDER_MOVES: Readonly<Record<OrderMoveName, OrderMove>> = MOVE_TABLE;
export const ORDER_MOVE_NAMES = Object.keys(MOVE_TABLE) as OrderMoveName[];

/** Where the move leads, or null when this mover may not make it from this state. */
export function orderMoveFrom(state: OrderState, move: OrderMoveName, mover: OrderMover): OrderState | null {
  const { from, to, by } = ORDER_MOVES[move];
  return from.includes(state) && by.includes(mover) ? to : null;
}

/** Why an order was not placed. */
export type OrderRefusal = 'soldOut' | 'balanceTooLow';
export const ORDER_REFUSALS: readonly OrderRefusal[] = ['soldOut', 'balanceTooLow'];

/** Days for which goods are kept after the day on which they were reserved. */
export const RESERVED_DAYS = 7;
export const COUNT_MAX = 10;
export const PRICE_MAX = 10_000;
/** Digits that a phone shows at the desk. */
export const PICKUP_DIGITS = 6;

/** The last day on which it can be fetched. */
export function keptUntil(reservedOn: LocalDate): LocalDate {
  return daysAfter(reservedOn, RESERVED_DAYS);
}

/** True once the last day is over. */
export function isKeptTooLong(until: LocalDate, today: LocalDate): boolean {
  return until < today;
}

/** The keys under which the account knows an order. */
export const orderKey = (orderId: string) => `order/${orderId}`;
export const orderBackKey = (orderId: string) => `order/${orderId}/back`;

/** 1234 cents as people write money: 12.34 元. */
export function sayMoney(cents: number): string {
  return `${(cents / 100).toFixed(cents % 100 === 0 ? 0 : 2)} 元`;
}
