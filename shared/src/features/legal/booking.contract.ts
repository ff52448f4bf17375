/** Booking a time: with the village's legal adviser, or with a leading cadre who receives. */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photoIds } from '../files/files.contract';
import {
  bookingDetail,
  bookingSummary,
  hostKind,
  MOVE_PROBLEMS,
  matterKind,
  moved,
  ofBooking,
  revision,
  SLOT_PROBLEMS,
  text,
  way,
  written,
} from './booking.fields';
import { MATTER_MAX_CHARACTERS, WHY_MAX_CHARACTERS } from './booking-life.rules';

/** Sixty days of a full day's short slots, with room. */
const SLOTS_MAX = 6_000;
const HOSTS_MAX = 40;
export const BOOKING_PAGE_LIMIT = 20;
/** Whoever has so many meetings to come should first have one of them. */
export const OPEN_BOOKINGS_MAX = 5;
export const ATTACHMENTS_MAX = 6;
const WAITS_MAX = 20;

const ofHost = z.object({ hostId: documentId });
/** Where the page before ended, as the answer said. */
const timeMark = z.string().regex(/^\d{1,15}-[0-9a-z]{26}$/, '翻页的记号不对');
const phone = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, '请写 11 位手机号码');

export const bookingContract = {
  hosts: route({
    method: 'GET',
    path: '/villages/:villageId/hosts',
    summary: '一个村里可以预约的人：法律顾问和接访的干部',
    access: 'public',
    params: z.object({ villageId: regionId }),
    output: z.object({
      villageId: regionId,
      villageName: z.string(),
      hosts: z
        .array(
          z.object({
            id: documentId,
            kind: hostKind,
            name: z.string(),
            /** 律师事务所, 村党支部书记 */
            post: z.string(),
            /** The next free slot; null: none is offered, or all are taken. */
            nextFree: instant.nullable(),
          }),
        )
        .max(HOSTS_MAX),
    }),
    problems: ['regions.villageUnknown'],
    publicForS: 5,
  }),
  slots: route({
    method: 'GET',
    path: '/hosts/:hostId/slots',
    summary: '一个人可以预约的时间，从今天起',
    access: 'public',
    params: ofHost,
    output: z.object({
      hostId: documentId,
      kind: hostKind,
      name: z.string(),
      post: z.string(),
      /** A booking waits for the host's word. */
      confirms: z.boolean(),
      slots: z
        .array(
          z.object({
            startsAt: instant,
            endsAt: instant,
            ways: z.array(way),
            place: z.string(),
            isFree: z.boolean(),
          }),
        )
        .max(SLOTS_MAX),
      /** Weeks, by their Mondays, in which all is taken: one can wait for them. */
      fullWeeks: z.array(localDate),
    }),
    problems: ['legal.hostUnknown'],
  }),
  book: route({
    method: 'POST',
    path: '/hosts/:hostId/bookings',
    summary: '预约一个时间',
    access: 'signedIn',
    params: ofHost,
    body: z.object({
      villageId: regionId,
      startsAt: instant,
      way,
      matterKind,
      matter: text(MATTER_MAX_CHARACTERS),
      phone: phone.optional(),
      photoIds: photoIds.max(ATTACHMENTS_MAX, `最多 ${ATTACHMENTS_MAX} 张照片`).default([]),
      /** 代办: for whom, where somebody else comes. */
      delegationId: documentId.optional(),
    }),
    output: moved.extend({ id: documentId }),
    problems: [
      ...SLOT_PROBLEMS,
      'legal.hostUnknown',
      'legal.phoneMissing',
      'legal.bookingsTooMany',
      'delegations.unknown',
      'delegations.notYours',
      'delegations.ended',
      'delegations.officeOver',
      'privacy.consentMissing',
      'regions.villageUnknown',
      'files.unknown',
      'files.attachedElsewhere',
    ],
  }),
  mine: route({
    method: 'GET',
    path: '/me/bookings',
    summary: '我的预约，时间晚的在前；和我在等的那些周',
    access: 'signedIn',
    query: z.object({ before: timeMark.optional() }),
    output: z.object({
      bookings: z.array(bookingSummary).max(BOOKING_PAGE_LIMIT),
      next: z.string().nullable(),
      waits: z
        .array(z.object({ hostId: documentId, hostName: z.string(), week: localDate, toldAt: instant.nullable() }))
        .max(WAITS_MAX),
    }),
  }),
  find: route({
    method: 'GET',
    path: '/bookings/:bookingId',
    summary: '一次预约，只有预约的人和接待的人看得到',
    access: 'signedIn',
    params: ofBooking,
    output: bookingDetail,
    problems: ['legal.bookingUnknown'],
  }),
  cancel: route({
    method: 'POST',
    path: '/bookings/:bookingId/cancellation',
    summary: '取消预约，写明为什么',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision, why: written(WHY_MAX_CHARACTERS) }),
    output: moved,
    problems: MOVE_PROBLEMS,
  }),
  reschedule: route({
    method: 'POST',
    path: '/bookings/:bookingId/reschedule',
    summary: '改到另一个时间；原来的时间同时空出来',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision, startsAt: instant }),
    output: moved,
    problems: [...MOVE_PROBLEMS, ...SLOT_PROBLEMS],
  }),
  reopen: route({
    method: 'POST',
    path: '/bookings/:bookingId/reopening',
    summary: '恢复自己取消的预约，时间还空着才行',
    access: 'signedIn',
    params: ofBooking,
    body: z.object({ revision }),
    output: moved,
    problems: [...MOVE_PROBLEMS, ...SLOT_PROBLEMS],
  }),
  wait: route({
    method: 'PUT',
    path: '/hosts/:hostId/waits/:week',
    summary: '这一周约满了，有空出来的时间就告诉我',
    access: 'signedIn',
    params: z.object({ hostId: documentId, week: localDate }),
    output: z.object({}),
    problems: ['legal.hostUnknown', 'legal.weekNotFull', 'legal.waitsTooMany'],
    idempotency: 'natural',
  }),
  stopWaiting: route({
    method: 'DELETE',
    path: '/hosts/:hostId/waits/:week',
    summary: '不再等这一周',
    access: 'signedIn',
    params: z.object({ hostId: documentId, week: localDate }),
    output: z.object({}),
    idempotency: 'natural',
  }),
};
