/** Parts of contracts that the booker's routes and the host's desk share. */
import { z } from 'zod';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photo } from '../files/files.contract';
import { BOOKING_MOVE_NAMES, BOOKING_STATE_NAMES, HOST_KIND_NAMES, MATTER_NAMES } from './booking-life.rules';
import { WAY_NAMES } from './slots.rules';

export const text = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);
export const written = (max: number) => text(max).min(1, '请填写');
export const revision = z.int().nonnegative();
export const way = z.enum(WAY_NAMES);
export const matterKind = z.enum(MATTER_NAMES);
export const hostKind = z.enum(HOST_KIND_NAMES);
export const ofBooking = z.object({ bookingId: documentId });

/** What is in a list. */
export const bookingSummary = z.object({
  id: documentId,
  hostKind,
  hostId: documentId,
  hostName: z.string(),
  villageName: z.string(),
  /** Who comes; shown to the host, and to whoever booked. */
  visitorName: z.string(),
  startsAt: instant,
  endsAt: instant,
  way,
  matterKind,
  state: z.enum(BOOKING_STATE_NAMES),
});

/** What came of a meeting. */
const outcome = z.object({
  words: z.string(),
  /** What was promised, and by when; null: nothing is left to do. */
  promise: z.object({ words: z.string(), dueOn: localDate }).nullable(),
  /** How the promise was kept. */
  kept: z.object({ words: z.string(), at: instant }).nullable(),
});

export const bookingDetail = bookingSummary.extend({
  revision,
  villageId: regionId,
  /** Which side of the table the reader sits on. */
  as: z.enum(['host', 'booker']),
  place: z.string(),
  /** For a meeting by video, once it is agreed on. */
  videoLink: z.string(),
  matter: z.string(),
  /** In clear for the host; masked for whoever gave it; null: none, or forgotten. */
  phone: z.string().nullable(),
  photos: z.array(photo),
  outcome: outcome.nullable(),
  history: z.array(
    z.object({
      move: z.enum(['book', 'keep', ...BOOKING_MOVE_NAMES]),
      byName: z.string(),
      at: instant,
      why: z.string().nullable(),
    }),
  ),
  /** What the reader can do now. */
  moves: z.array(z.enum(BOOKING_MOVE_NAMES)),
});

export const moved = z.object({ revision, state: z.enum(BOOKING_STATE_NAMES) });
export const MOVE_PROBLEMS = [
  'legal.bookingUnknown',
  'legal.bookingChanged',
  'legal.moveForbidden',
  'legal.moveTooEarly',
  'legal.moveTooLate',
] as const;
export const SLOT_PROBLEMS = [
  'legal.slotPast',
  'legal.slotTooSoon',
  'legal.slotNotOffered',
  'legal.slotTaken',
  'legal.overlapsOwn',
  'legal.wayNotOffered',
] as const;
