/** The life of a booking, as one table: who may move it from which state to which, and when. In words: docs/states/booking.md. */

/** Every state, with the word that people read. */
export const BOOKING_STATES = {
  requested: '等对方确认',
  confirmed: '约好了',
  held: '正在接待',
  done: '办完了',
  noShow: '没有来',
  cancelled: '取消了',
} as const;

export type BookingState = keyof typeof BOOKING_STATES;
export const BOOKING_STATE_NAMES = Object.keys(BOOKING_STATES) as BookingState[];
/** States in which the meeting is still to come. */
export const COMING_STATES = ['requested', 'confirmed'] as const satisfies BookingState[];

/** What a booking is about. */
export const MATTERS = {
  land: '土地、宅基地',
  neighbours: '邻里相邻',
  wages: '工钱、欠款',
  family: '婚姻家庭、赡养',
  injury: '受伤赔偿',
  contract: '买卖、合同',
  policy: '政策、办事',
  other: '别的事',
} as const;
export type Matter = keyof typeof MATTERS;
export const MATTER_NAMES = Object.keys(MATTERS) as Matter[];

/** Whose time is booked: the village's legal adviser, or a leading cadre who receives (接访). */
export const HOST_KINDS = { adviser: '法律顾问', reception: '干部接访' } as const;
export type HostKind = keyof typeof HOST_KINDS;
export const HOST_KIND_NAMES = Object.keys(HOST_KINDS) as HostKind[];

/** A reason, in the words of whoever gives it. */
export const WHY_MAX_CHARACTERS = 100;
export const PROMISE_MAX_CHARACTERS = 300;
/** A few words: the rest is told to the adviser, and to nobody else. */
export const MATTER_MAX_CHARACTERS = 200;

export type BookingMover = 'host' | 'booker';

const MINUTE_MS = 60_000;
/** A meeting may begin a little early, when both are there. */
export const BEGIN_EARLY_MS = 30 * MINUTE_MS;
/** Whoever comes on foot is waited for. */
export const MISS_AFTER_MS = 10 * MINUTE_MS;
/** So often may one booking be put to another time; then somebody had better call. */
export const RESCHEDULES_MAX = 5;

interface Move {
  /** What it is called on a button and in the history. */
  readonly name: string;
  readonly from: readonly BookingState[];
  /** null: the state that a new booking has with this host. */
  readonly to: BookingState | null;
  readonly by: readonly BookingMover[];
  /** The first and the last moment, counted from the start of the slot; null: no limit. */
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
  /** Whoever makes it has to say why. */
  readonly needsWhy: boolean;
}

const MOVE_TABLE = {
  confirm: {
    name: '确认',
    from: ['requested'],
    to: 'confirmed',
    by: ['host'],
    earliestMs: null,
    latestMs: 0,
    needsWhy: false,
  },
  reschedule: {
    name: '改时间',
    from: COMING_STATES,
    to: null,
    by: ['booker', 'host'],
    earliestMs: null,
    latestMs: 0,
    needsWhy: false,
  },
  cancel: {
    name: '取消',
    from: COMING_STATES,
    to: 'cancelled',
    by: ['booker', 'host'],
    earliestMs: null,
    latestMs: 0,
    needsWhy: true,
  },
  reopen: {
    name: '恢复',
    from: ['cancelled'],
    to: null,
    by: ['booker', 'host'],
    earliestMs: null,
    latestMs: 0,
    needsWhy: false,
  },
  begin: {
    name: '开始接待',
    from: COMING_STATES,
    to: 'held',
    by: ['host'],
    earliestMs: -BEGIN_EARLY_MS,
    latestMs: null,
    needsWhy: false,
  },
  finish: {
    name: '办完了',
    from: ['confirmed', 'held'],
    to: 'done',
    by: ['host'],
    earliestMs: -BEGIN_EARLY_MS,
    latestMs: null,
    needsWhy: false,
  },
  miss: {
    name: '没有来',
    from: COMING_STATES,
    to: 'noShow',
    by: ['host'],
    earliestMs: MISS_AFTER_MS,
    latestMs: null,
    needsWhy: false,
  },
  appear: {
    name: '后来来了',
    from: ['noShow'],
    to: 'held',
    by: ['host'],
    earliestMs: null,
    latestMs: 24 * 60 * MINUTE_MS,
    needsWhy: false,
  },
} as const satisfies Record<string, Move>;

export type BookingMove = keyof typeof MOVE_TABLE;
export const BOOKING_MOVES: Readonly<Record<BookingMove, Move>> = MOVE_TABLE;
export const BOOKING_MOVE_NAMES = Object.keys(MOVE_TABLE) as BookingMove[];

export interface BookingNow {
  readonly state: BookingState;
  readonly startsAtMs: number;
  /** Who cancelled it: only they may take that back. */
  readonly cancelledBy: BookingMover | null;
  readonly reschedules: number;
}

export type BookingRefusal = 'legal.moveForbidden' | 'legal.moveTooEarly' | 'legal.moveTooLate';

/** Why this mover may not make the move now; null when they may. */
export function moveRefusal(
  booking: BookingNow,
  move: BookingMove,
  mover: BookingMover,
  nowMs: number,
): BookingRefusal | null {
  const { from, by, earliestMs, latestMs } = BOOKING_MOVES[move];
  if (!from.includes(booking.state) || !by.includes(mover)) return 'legal.moveForbidden';
  if (move === 'reopen' && booking.cancelledBy !== mover) return 'legal.moveForbidden';
  if (move === 'reschedule' && booking.reschedules >= RESCHEDULES_MAX) return 'legal.moveForbidden';
  if (earliestMs !== null && nowMs < booking.startsAtMs + earliestMs) return 'legal.moveTooEarly';
  if (latestMs !== null && nowMs >= booking.startsAtMs + latestMs) return 'legal.moveTooLate';
  return null;
}

/** What this mover can do with the booking now, in the order of the table. */
export function movesNow(booking: BookingNow, mover: BookingMover, nowMs: number): BookingMove[] {
  return BOOKING_MOVE_NAMES.filter((move) => moveRefusal(booking, move, mover, nowMs) === null);
}

/** When somebody is reminded, before the start. */
export const REMINDERS = { day: 24 * 60 * MINUTE_MS, hour: 60 * MINUTE_MS } as const;
export type Reminder = keyof typeof REMINDERS;
export const REMINDER_NAMES = Object.keys(REMINDERS) as Reminder[];
