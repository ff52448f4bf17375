/** The desk of whoever is booked: hours, the week, what comes of each meeting, and what was promised. */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { localDate, regionId } from '../../kernel/fields';
import {
  bookingSummary,
  hostKind,
  MOVE_PROBLEMS,
  moved,
  ofBooking,
  revision,
  text,
  way,
  written,
} from './booking.fields';
import { PROMISE_MAX_CHARACTERS } from './booking-life.rules';
import { CELL_MINUTES, DAY_MINUTES } from './slots.rules';

export const PLACE_MAX_CHARACTERS = 40;
export const POST_MAX_CHARACTERS = 30;
export const LINK_MAX_CHARACTERS = 200;
/** Three stretches a day. */
export const WEEKLY_MAX = 21;
/** A year's holidays, meetings and trips. */
export const EXCEPTIONS_MAX = 100;
export const HOLIDAYS_MAX = 120;
/** Bookings of a week: a full week of the shortest slots. */
const WEEK_MAX = 600;
const PROMISES_MAX = 200;

const minute = z.int().min(0).max(DAY_MINUTES, '一天到二十四点为止');
const steps = (min: number, max: number) =>
  z
    .int()
    .min(min, `最少 ${min} 分钟`)
    .max(max, `最多 ${max} 分钟`)
    .multipleOf(CELL_MINUTES, `要是 ${CELL_MINUTES} 的整数倍`);
const dayRange = z.object({
  from: minute,
  to: minute,
  ways: z.array(way).max(3),
  place: text(PLACE_MAX_CHARACTERS),
});

const pattern = z.object({
  weekly: z.array(dayRange.extend({ weekday: z.int().min(1).max(7) })).max(WEEKLY_MAX, `最多 ${WEEKLY_MAX} 段`),
  exceptions: z
    .array(dayRange.extend({ date: localDate, kind: z.enum(['off', 'extra']) }))
    .max(EXCEPTIONS_MAX, `最多 ${EXCEPTIONS_MAX} 条`),
  slotMinutes: steps(10, 180),
  bufferMinutes: steps(0, 60),
  noticeMinutes: z
    .int()
    .min(0)
    .max(14 * DAY_MINUTES, '最多提前 14 天'),
  aheadDays: z.int().min(1, '最少 1 天').max(60, '最多 60 天'),
  confirms: z.boolean(),
  post: text(POST_MAX_CHARACTERS),
  videoLink: z.union([
    z.literal(''),
    z.url({ protocol: /^https$/, error: '要是 https 开头的网址' }).max(LINK_MAX_CHARACTERS),
  ]),
});

const holidays = z.array(z.object({ date: localDate, name: written(10) })).max(HOLIDAYS_MAX, `最多 ${HOLIDAYS_MAX} 天`);

export const bookingDeskContract = {
  hours: route({
    method: 'GET',
    path: '/me/hours',
    summary: '我每周的接待时间和例外',
    access: 'signedIn',
    output: pattern.extend({ kind: hostKind, revision, holidays }),
    problems: ['legal.notHost'],
  }),
  saveHours: route({
    method: 'PUT',
    path: '/me/hours',
    summary: '写我每周的接待时间；已经约好的不受影响',
    access: 'signedIn',
    body: pattern.extend({ revision }),
    output: z.object({ revision }),
    problems: ['legal.notHost', 'legal.hoursChanged', 'legal.hoursWrong'],
    idempotency: 'natural',
  }),
  week: route({
    method: 'GET',
    path: '/me/desk/bookings',
    summary: '我接待的七天',
    access: 'signedIn',
    query: z.object({ from: localDate.optional() }),
    output: z.object({
      from: localDate,
      bookings: z.array(bookingSummary.extend({ matter: z.string(), place: z.string() })).max(WEEK_MAX),
    }),
    problems: ['legal.notHost'],
  }),
  promises: route({
    method: 'GET',
    path: '/me/desk/promises',
    summary: '我答应了还没有办的事，先到期的在前',
    access: 'signedIn',
    output: z.object({
      promises: z.array(bookingSummary.extend({ words: z.string(), dueOn: localDate })).max(PROMISES_MAX),
    }),
    problems: ['legal.notHost'],
  }),
  confirm: route({
    method: 'POST',
    path: '/bookings/:bookingId/confirmation',
    summary: '确认一次预约',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision }),
    output: moved,
    problems: MOVE_PROBLEMS,
  }),
  begin: route({
    method: 'POST',
    path: '/bookings/:bookingId/beginning',
    summary: '人来了，开始接待',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision }),
    output: moved,
    problems: MOVE_PROBLEMS,
  }),
  miss: route({
    method: 'POST',
    path: '/bookings/:bookingId/absence',
    summary: '等了十分钟，人没有来',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision }),
    output: moved,
    problems: MOVE_PROBLEMS,
  }),
  appear: route({
    method: 'POST',
    path: '/bookings/:bookingId/appearance',
    summary: '人后来来了',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision }),
    output: moved,
    problems: MOVE_PROBLEMS,
  }),
  finish: route({
    method: 'POST',
    path: '/bookings/:bookingId/result',
    summary: '办完了：谈了多久，说了什么，答应了什么、哪天前办',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({
      revision,
      minutes: z
        .int()
        .min(1, '至少 1 分钟')
        .max(8 * 60, '最多 8 小时'),
      words: written(PROMISE_MAX_CHARACTERS),
      promise: z.object({ words: written(PROMISE_MAX_CHARACTERS), dueOn: localDate }).nullable(),
    }),
    output: moved,
    problems: [...MOVE_PROBLEMS, 'legal.promiseDateWrong'],
  }),
  keep: route({
    method: 'POST',
    path: '/bookings/:bookingId/kept-promise',
    summary: '答应的事办好了',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision, words: written(PROMISE_MAX_CHARACTERS) }),
    output: moved,
    problems: ['legal.bookingUnknown', 'legal.bookingChanged', 'legal.nothingPromised'],
  }),
  holidays: route({
    method: 'GET',
    path: '/regions/:regionId/holidays',
    summary: '放假的日子：这些天没有平时的接待时间',
    access: 'public',
    params: z.object({ regionId }),
    output: z.object({ holidays }),
    publicForS: 10,
  }),
  setHolidays: route({
    method: 'PUT',
    path: '/regions/:regionId/holidays',
    summary: '镇里按国务院办公厅的通知写放假的日子',
    access: only(['townOffice', 'countyAdministrator'], 'region', 'regionId'),
    params: z.object({ regionId }),
    body: z.object({ holidays }),
    output: z.object({}),
    idempotency: 'natural',
  }),
};
