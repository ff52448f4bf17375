/** The points shop of 扎营: goods with the prices that villages publish, and the money that bought them. Invented for the demo. */
import type { FundEntry } from '../../src/features/points/funds.store';
import type { Goods } from '../../src/features/points/goods.store';
import { seedId } from '../seed-id';

const VILLAGE = 'zhaying';
const BUDGET_CENTS = 600_000;

type Line = readonly [name: string, pricePoints: number, count: number, unitCents: number];

const LINES: readonly Line[] = [
  ['牙膏', 10, 60, 450],
  ['洗衣液', 20, 40, 980],
  ['洗洁精', 25, 30, 1_050],
  ['香皂', 25, 30, 880],
  ['挂面', 30, 50, 1_200],
  ['洗发水', 35, 20, 1_560],
  ['茶苗', 50, 40, 2_000],
  ['水壶', 60, 5, 2_600],
  ['背包', 120, 0, 0],
];

const idOf = (name: string) => seedId(`points/goods/${VILLAGE}/${name}`);

export function demoGoods(): Goods[] {
  return LINES.map(([name, pricePoints, count]) => ({
    ...{ id: idOf(name), villageId: VILLAGE, name, pricePoints, photoId: null, isOpen: true },
    ...{ bought: count, left: count, handedOver: 0, holds: [], restocks: count > 0 ? [keyOf(name)] : [] },
  }));
}

/** @param at when the season began */
export function demoFund(at: Date): FundEntry[] {
  const by = seedId('people/cadre');
  const rest = { by, at, isStocked: true };
  return [
    {
      ...{ key: 'budget/demo', kind: 'budget', cents: BUDGET_CENTS, words: '村集体经济拨款' },
      ...rest,
      goodsId: null,
      count: 0,
    },
    ...LINES.filter(([, , count]) => count > 0).map(
      ([name, , count, unitCents]): FundEntry => ({
        ...{ key: keyOf(name), kind: 'purchase', cents: count * unitCents, words: `${name} ${count} 件：县城批发部` },
        ...{ ...rest, goodsId: idOf(name), count },
      }),
    ),
  ];
}

function keyOf(name: string): string {
  return `restock/${idOf(name)}`;
}
