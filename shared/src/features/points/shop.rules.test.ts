import {
  isKeptTooLong,
  keptUntil,
  ORDER_MOVE_NAMES,
  ORDER_STATES,
  type OrderMover,
  orderMoveFrom,
  sayMoney,
} from './shop.rules';

const MOVERS: OrderMover[] = ['household', 'desk', 'clock'];

test('every allowed move of an order, and no other', () => {
  const allowed = ORDER_MOVE_NAMES.flatMap((move) =>
    ORDER_STATES.flatMap((from) =>
      MOVERS.flatMap((mover) => {
        const to = orderMoveFrom(from, move, mover);
        return to === null ? [] : [`${from} ${move} ${mover} ${to}`];
      }),
    ),
  );
  expect(allowed).toEqual([
    'placing reserve clock reserved',
    'placing refuse clock refusing',
    'refusing undo clock refused',
    'reserved handOver desk handedOver',
    'reserved giveBack household givingBack',
    'reserved giveBack desk givingBack',
    'reserved giveBack clock givingBack',
    'givingBack settle clock givenBack',
  ]);
});

test('kept for seven days after the day itself', () => {
  expect(keptUntil('2026-11-24')).toBe('2026-12-01');
  expect([isKeptTooLong('2026-12-01', '2026-12-01'), isKeptTooLong('2026-12-01', '2026-12-02')]).toEqual([false, true]);
});

test.each([
  [0, '0 元'],
  [1200, '12 元'],
  [1234, '12.34 元'],
  [1230, '12.30 元'],
])('%d cents are %s', (cents, words) => expect(sayMoney(cents)).toBe(words));
