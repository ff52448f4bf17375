import {
  BOOKING_MOVE_NAMES,
  BOOKING_STATE_NAMES,
  type BookingMover,
  type BookingNow,
  type BookingState,
  moveRefusal,
  movesNow,
  RESCHEDULES_MAX,
} from './booking-life.rules';

const MINUTE = 60_000;
const booking = (fields: Partial<BookingNow>): BookingNow => ({
  state: 'confirmed',
  startsAtMs: 0,
  cancelledBy: null,
  reschedules: 0,
  ...fields,
});

/** A day before the start, and in the middle of the meeting. */
test.each<[BookingState, BookingMover, string, string]>([
  ['requested', 'host', 'confirm,reschedule,cancel', 'begin,miss'],
  ['requested', 'booker', 'reschedule,cancel', ''],
  ['confirmed', 'host', 'reschedule,cancel', 'begin,finish,miss'],
  ['confirmed', 'booker', 'reschedule,cancel', ''],
  ['held', 'host', '', 'finish'],
  ['held', 'booker', '', ''],
  ['done', 'host', '', ''],
  ['done', 'booker', '', ''],
  ['noShow', 'host', 'appear', 'appear'],
  ['noShow', 'booker', '', ''],
  ['cancelled', 'host', '', ''],
  ['cancelled', 'booker', 'reopen', ''],
])('%s, %s: before %j, meanwhile %j', (state, mover, before, meanwhile) => {
  const now = booking({ state, cancelledBy: state === 'cancelled' ? 'booker' : null });
  expect(movesNow(now, mover, -24 * 60 * MINUTE).join()).toBe(before);
  expect(movesNow(now, mover, 20 * MINUTE).join()).toBe(meanwhile);
});

test.each<[string, Parameters<typeof moveRefusal>, ReturnType<typeof moveRefusal>]>([
  ['beginning 31 minutes early', [booking({}), 'begin', 'host', -31 * MINUTE], 'legal.moveTooEarly'],
  ['beginning 30 minutes early', [booking({}), 'begin', 'host', -30 * MINUTE], null],
  ['missed after 9 minutes', [booking({}), 'miss', 'host', 9 * MINUTE], 'legal.moveTooEarly'],
  ['missed after 10 minutes', [booking({}), 'miss', 'host', 10 * MINUTE], null],
  ['cancelled a moment before', [booking({}), 'cancel', 'booker', -1], null],
  ['cancelled at the start', [booking({}), 'cancel', 'booker', 0], 'legal.moveTooLate'],
  ['put off once more', [booking({ reschedules: RESCHEDULES_MAX - 1 }), 'reschedule', 'booker', -MINUTE], null],
  [
    'put off too often',
    [booking({ reschedules: RESCHEDULES_MAX }), 'reschedule', 'booker', -MINUTE],
    'legal.moveForbidden',
  ],
  [
    'taking back what the other cancelled',
    [booking({ state: 'cancelled', cancelledBy: 'host' }), 'reopen', 'booker', -MINUTE],
    'legal.moveForbidden',
  ],
])('%s', (_name, asked, expected) => {
  expect(moveRefusal(...asked)).toBe(expected);
});

test('what is done stays done', () => {
  for (const state of BOOKING_STATE_NAMES)
    for (const move of BOOKING_MOVE_NAMES)
      if (state === 'done') expect(moveRefusal(booking({ state }), move, 'host', 0)).toBe('legal.moveForbidden');
});
