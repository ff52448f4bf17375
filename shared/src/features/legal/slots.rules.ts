/**
 * Bookable slots, computed from a host's hours: weekly ranges, exceptions that take away or add, holidays, and what is booked
 * already. Used for the legal adviser's hours and for the reception of leading cadres alike. All instants are milliseconds;
 * minutes of a day count from midnight in Asia/Shanghai, 1440 is the midnight at its end.
 */
import { daysAfter, daysBetween, type LocalDate, localDateOf, startOfLocalDate, weekdayOf } from '../../kernel/time';
import { covers, type Interval, subtract, union } from './intervals.rules';

export const WAYS = { onSite: '见面', phone: '电话', video: '视频' } as const;
export type Way = keyof typeof WAYS;
export const WAY_NAMES = Object.keys(WAYS) as Way[];

export const DAY_MINUTES = 24 * 60;
/** Hours, lengths and buffers are whole multiples of this; a booking holds the cells that it touches. */
export const CELL_MINUTES = 5;
const MINUTE_MS = 60_000;
const CELL_MS = CELL_MINUTES * MINUTE_MS;

/** A stretch of a day in which slots are offered. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
  readonly ways: readonly Way[];
  /** Where, for those who come; '' where nobody may. */
  readonly place: string;
}

/** Every week on this day: 1 is Monday, 7 Sunday. */
export type WeeklyRange = DayRange & { readonly weekday: number };

/** On one day otherwise than every week: `off` takes the stretch away, `extra` adds it, also on a holiday. */
export type HoursException = DayRange & { readonly date: LocalDate; readonly kind: 'off' | 'extra' };

export interface HoursPattern {
  readonly weekly: readonly WeeklyRange[];
  readonly exceptions: readonly HoursException[];
  readonly slotMinutes: number;
  /** Kept free after each slot. */
  readonly bufferMinutes: number;
  /** The least time between booking and the slot. */
  readonly noticeMinutes: number;
  /** How many days ahead slots are offered. */
  readonly aheadDays: number;
}

export interface Slot {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly ways: readonly Way[];
  readonly place: string;
  readonly isFree: boolean;
}

export interface SlotsQuestion {
  readonly hours: HoursPattern;
  /** Days on which the weekly hours do not hold. */
  readonly holidays: ReadonlySet<LocalDate>;
  /** What is booked, each with the buffer after it; in any order, past ones too. */
  readonly busy: readonly Interval[];
  readonly nowMs: number;
}

/** Slots of the days from `from` on, in order; none sooner than the notice and none further than is offered. */
export function slotsOf(question: SlotsQuestion, from: LocalDate, days: number): Slot[] {
  const { hours, nowMs } = question;
  const today = localDateOf(nowMs);
  const until = Math.min(days, daysBetween(from, daysAfter(today, hours.aheadDays)) + 1);
  if (until <= 0) return [];
  const window = { from: startOfLocalDate(from), to: startOfLocalDate(daysAfter(from, until)) };
  const earliest = Math.max(window.from, nowMs + hours.noticeMinutes * MINUTE_MS);
  return cut(question, window).filter(({ startsAtMs }) => startsAtMs >= earliest);
}

/** Why a slot cannot be had. */
export type SlotRefusal = 'legal.slotPast' | 'legal.slotTooSoon' | 'legal.slotNotOffered' | 'legal.slotTaken';

/** The slot that begins at this instant, or why it cannot be had. */
export function slotAt(question: SlotsQuestion, startsAtMs: number): Slot | SlotRefusal {
  const { hours, nowMs } = question;
  if (startsAtMs <= nowMs) return 'legal.slotPast';
  if (startsAtMs < nowMs + hours.noticeMinutes * MINUTE_MS) return 'legal.slotTooSoon';
  const slot = slotsOf(question, localDateOf(startsAtMs), 1).find((one) => one.startsAtMs === startsAtMs);
  if (!slot) return 'legal.slotNotOffered';
  return slot.isFree ? slot : 'legal.slotTaken';
}

type Offer = Interval & Pick<DayRange, 'ways' | 'place'>;

/** Cuts what is open into slots that begin in the window. */
function cut({ hours, holidays, busy }: SlotsQuestion, window: Interval): Slot[] {
  const { offers, off } = openOn(hours, holidays, window);
  const open = subtract(offers, off);
  const openFor = WAY_NAMES.map(
    (way) =>
      [
        way,
        subtract(
          offers.filter(({ ways }) => ways.includes(way)),
          off,
        ),
      ] as const,
  );
  const lengthMs = hours.slotMinutes * MINUTE_MS;
  const bufferMs = hours.bufferMinutes * MINUTE_MS;
  const booked = union(busy.filter(({ to }) => to > window.from));
  const slots: Slot[] = [];
  let next = 0;
  for (const piece of open)
    for (let at = piece.from; at + lengthMs <= piece.to; at += lengthMs + bufferMs) {
      if (at < window.from || at >= window.to) continue;
      const itself = { from: at, to: at + lengthMs };
      const ways = openFor.filter(([, joined]) => covers(joined, itself)).map(([way]) => way);
      if (ways.length === 0) continue;
      // Slots and bookings both go forward in time: what has ended before this slot is never looked at again.
      while ((booked[next]?.to ?? Infinity) <= at) next++;
      slots.push({
        startsAtMs: at,
        endsAtMs: itself.to,
        ways,
        place: ways.includes('onSite') ? placeAt(offers, at) : '',
        isFree: (booked[next]?.from ?? Infinity) >= itself.to + bufferMs,
      });
    }
  return slots;
}

function placeAt(offers: readonly Offer[], at: number): string {
  return offers.find(({ from, to, ways }) => from <= at && at < to && ways.includes('onSite'))?.place ?? '';
}

/**
 * The ranges and the exceptions of the window's days, as instants; the day before as well, since its evening may reach over
 * midnight, and the day after, into which the last evening may reach. No day is open all round (`hoursMistakes`), so no
 * stretch began earlier than that.
 */
function openOn(hours: HoursPattern, holidays: ReadonlySet<LocalDate>, window: Interval) {
  const offers: Offer[] = [];
  const off: Interval[] = [];
  const first = daysAfter(localDateOf(window.from), -1);
  const last = localDateOf(window.to);
  for (let date = first; date <= last; date = daysAfter(date, 1)) {
    const midnight = startOfLocalDate(date);
    const toInterval = ({ from, to }: DayRange) => ({
      from: midnight + from * MINUTE_MS,
      to: midnight + to * MINUTE_MS,
    });
    const toOffer = (range: DayRange): Offer => ({ ...toInterval(range), ways: range.ways, place: range.place });
    const weekday = weekdayOf(date);
    if (!holidays.has(date)) offers.push(...hours.weekly.filter((range) => range.weekday === weekday).map(toOffer));
    for (const exception of hours.exceptions)
      if (exception.date === date) {
        if (exception.kind === 'extra') offers.push(toOffer(exception));
        else off.push(toInterval(exception));
      }
  }
  return { offers, off };
}

/** 540 → 09:00; the end of the day is 24:00. */
export function sayMinute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** 9:00, 09:00 or 9：00 → 540; undefined for what is no time of a day. */
export function readMinute(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return undefined;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= DAY_MINUTES ? minute : undefined;
}

/** What is wrong with hours before they are kept; `path` names the field, as in `weekly.2`. */
export function hoursMistakes(hours: HoursPattern): Array<{ readonly path: string; readonly message: string }> {
  const mistakes: Array<{ path: string; message: string }> = [];
  const look = (range: DayRange, path: string, offers: boolean) => {
    if (range.from >= range.to) mistakes.push({ path, message: '结束的时间要晚于开始的时间' });
    else if (range.from % CELL_MINUTES !== 0 || range.to % CELL_MINUTES !== 0)
      mistakes.push({ path, message: `时间要是 ${CELL_MINUTES} 分钟的整数倍` });
    else if (offers && range.to - range.from < hours.slotMinutes)
      mistakes.push({ path, message: '这一段比一次预约还短' });
    if (offers && range.ways.length === 0) mistakes.push({ path, message: '请选至少一种方式' });
    if (offers && range.ways.includes('onSite') && range.place === '')
      mistakes.push({ path, message: '见面要写明在哪里' });
  };
  for (const [i, range] of hours.weekly.entries()) look(range, `weekly.${i}`, true);
  for (const [i, range] of hours.exceptions.entries()) look(range, `exceptions.${i}`, range.kind === 'extra');
  const days: ReadonlyArray<readonly DayRange[]> = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    hours.weekly.filter((range) => range.weekday === weekday),
  );
  const dates = new Set(hours.exceptions.map(({ date }) => date));
  const withExtras = [...dates].map((date) => [
    ...(days[weekdayOf(date) - 1] ?? []),
    ...hours.exceptions.filter((one) => one.date === date && one.kind === 'extra'),
  ]);
  if ([...days, ...withExtras].some((ranges) => covers(union(ranges), { from: 0, to: DAY_MINUTES })))
    mistakes.push({ path: 'weekly', message: '一天不能从零点排到二十四点' });
  return mistakes;
}

/** The Monday of the week of a day. */
export function mondayOf(date: LocalDate): LocalDate {
  return daysAfter(date, 1 - weekdayOf(date));
}

/** Weeks, by their Mondays, that have slots and none that is free. */
export function fullWeeks(slots: readonly Slot[]): LocalDate[] {
  const weeks = new Map<LocalDate, boolean>();
  for (const { startsAtMs, isFree } of slots) {
    const monday = mondayOf(localDateOf(startsAtMs));
    weeks.set(monday, isFree || (weeks.get(monday) ?? false));
  }
  return [...weeks].filter(([, hasFree]) => !hasFree).map(([monday]) => monday);
}

export interface Held {
  readonly hostId: string;
  /** Whoever comes: an account, or an account and the name that it booked for. */
  readonly visitor: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly bufferMinutes: number;
}

/** A booking's keys begin with these: what it keeps of the host's time, and of the visitor's. */
export const HOST_MARK = 'h:';
const VISITOR_MARK = 'v:';

/**
 * The five-minute cells that a booking keeps, of its host (with the buffer after it) and of its visitor. A unique index over
 * them makes two bookings that share a minute impossible, whatever the hours were when each was made, in one document each.
 */
export function holdsOf({ hostId, visitor, startsAtMs, endsAtMs, bufferMinutes }: Held): string[] {
  const cells = (to: number) => {
    const numbers: string[] = [];
    for (let cell = Math.floor(startsAtMs / CELL_MS); cell * CELL_MS < to; cell++) numbers.push(cell.toString(36));
    return numbers;
  };
  return [
    ...cells(endsAtMs + bufferMinutes * MINUTE_MS).map((cell) => `${HOST_MARK}${hostId}:${cell}`),
    ...cells(endsAtMs).map((cell) => `${VISITOR_MARK}${visitor}:${cell}`),
  ];
}
