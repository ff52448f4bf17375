/**
 * Bookings. The slot is the document: a booking holds the five-minute cells of its host and of its visitor, and a unique index
 * over them refuses a second one that shares a minute, whichever way it comes. Every change is one write whose filter names the
 * revision that was seen; cancelling lets go of the cells and moving to another time takes others, in that same write.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  type BookingMove,
  type BookingMover,
  type BookingState,
  COMING_STATES,
  type HostKind,
  type Matter,
} from '@xiangyue/shared/features/legal/booking-life.rules';
import type { Interval } from '@xiangyue/shared/features/legal/intervals.rules';
import { HOST_MARK, holdsOf, type Way } from '@xiangyue/shared/features/legal/slots.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import type { TimeMark } from '../../platform/paging/page';

export interface BookingEvent {
  move: BookingMove | 'book' | 'keep';
  by: string;
  as: BookingMover;
  at: Date;
  why: string | null;
  /** The time that it let go of: it was put off or cancelled. */
  from: Date | null;
}

export interface Outcome {
  words: string;
  minutes: number;
  promise: { words: string; dueOn: LocalDate } | null;
  kept: { words: string; at: Date } | null;
}

export interface Booking {
  id: string;
  hostKind: HostKind;
  hostId: string;
  /** Whose account booked. */
  personId: string;
  /** 代办: by which somebody without a phone comes; null: whoever booked comes. */
  delegationId: string | null;
  villageId: string;
  startsAt: Date;
  endsAt: Date;
  bufferMinutes: number;
  way: Way;
  place: string;
  matterKind: Matter;
  matter: string;
  /** Sealed; forgotten some days after the meeting. */
  phone: string | null;
  photoIds: string[];
  state: BookingState;
  revision: number;
  history: BookingEvent[];
  outcome: Outcome | null;
}

/** `promiseDueOn` stands beside the outcome while the promise is open, for the list of them. */
type Row = Omit<Booking, 'id'> & { _id: string; holds?: string[]; promiseDueOn?: LocalDate };

/** What became of a write that takes a time. */
export type Taken = 'done' | 'slotTaken' | 'overlapsOwn' | 'changed';

/** What a move writes. */
export interface BookingWrite {
  readonly state: BookingState;
  readonly event: BookingEvent;
  /** The time that it takes, or takes again. */
  readonly time?: Pick<Booking, 'startsAt' | 'endsAt' | 'bufferMinutes' | 'way' | 'place'>;
  /** Lets go of its time. */
  readonly letsGo?: boolean;
  readonly outcome?: Outcome;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingsStore {
  @Inject()
  private readonly database!: Database;

  private bookings!: Model<Row>;

  @Init()
  init(): void {
    const booking = bookingSchema();
    booking.index({ holds: 1 }, { unique: true, partialFilterExpression: { 'holds.0': { $exists: true } } });
    booking.index({ hostId: 1, startsAt: 1 });
    booking.index({ personId: 1, startsAt: -1, _id: -1 });
    booking.index({ hostId: 1, promiseDueOn: 1 }, { partialFilterExpression: { promiseDueOn: { $exists: true } } });
    booking.index({ endsAt: 1 }, { partialFilterExpression: { phone: { $type: 'string' } } });
    this.bookings = this.database.collection<Row>('bookings', booking);
  }

  async find(id: string): Promise<Booking | null> {
    const row = await this.bookings.findById(id).lean<Row>();
    return row && toBooking(row);
  }

  /** Takes the time for a new booking; the same id again is the same booking. */
  async insert(booking: Booking): Promise<Exclude<Taken, 'changed'>> {
    const { id, ...fields } = booking;
    try {
      await this.bookings.create({ _id: id, ...fields, holds: holdsFor(booking) });
      return 'done';
    } catch (error) {
      const clash = clashOf(error);
      return (await this.bookings.exists({ _id: id })) ? 'done' : clash;
    }
  }

  /** Moves a booking, if it is still as it was seen. */
  async move(seen: Booking, { state, event, time, letsGo, outcome }: BookingWrite): Promise<Taken> {
    const promise = outcome?.promise;
    try {
      const moved = await this.bookings.updateOne(
        { _id: seen.id, revision: seen.revision },
        {
          $set: {
            state,
            ...time,
            ...(time && { holds: holdsFor({ ...seen, ...time }) }),
            ...(outcome && { outcome }),
            ...(promise && { promiseDueOn: promise.dueOn }),
          },
          $inc: { revision: 1 },
          $push: { history: event },
          ...(letsGo && { $unset: { holds: 1 } }),
        },
      );
      return moved.modifiedCount === 1 ? 'done' : 'changed';
    } catch (error) {
      return clashOf(error);
    }
  }

  /** Writes down how a promise was kept; false when it was kept already, or the booking is not as it was seen. */
  async keepPromise(
    id: string,
    revision: number,
    kept: NonNullable<Outcome['kept']>,
    event: BookingEvent,
  ): Promise<boolean> {
    const written = await this.bookings.updateOne(
      { _id: id, revision, 'outcome.kept': null, 'outcome.promise': { $ne: null } },
      {
        $set: { 'outcome.kept': kept },
        $inc: { revision: 1 },
        $push: { history: event },
        $unset: { promiseDueOn: 1 },
      },
    );
    return written.modifiedCount === 1;
  }

  /** What a host's time is taken by, with the buffers. */
  async busy(hostId: string, from: Date, to: Date): Promise<Interval[]> {
    const rows = await this.bookings
      .find(
        { hostId, startsAt: { $gte: from, $lt: to }, state: { $ne: 'cancelled' } },
        { startsAt: 1, endsAt: 1, bufferMinutes: 1 },
      )
      .lean<Row[]>();
    return rows.map(({ startsAt, endsAt, bufferMinutes }) => ({
      from: startsAt.getTime(),
      to: endsAt.getTime() + bufferMinutes * 60_000,
    }));
  }

  /** A host's bookings that begin in the stretch, in order. */
  async ofHost(hostId: string, from: Date, to: Date, limit: number): Promise<Booking[]> {
    const rows = await this.bookings
      .find({ hostId, startsAt: { $gte: from, $lt: to } })
      .sort({ startsAt: 1, _id: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toBooking);
  }

  /** What somebody booked, the latest time first. @param before the last one seen */
  async ofPerson(personId: string, before: TimeMark | undefined, limit: number): Promise<Booking[]> {
    const rows = await this.bookings
      .find({
        personId,
        ...(before && { $or: [{ startsAt: { $lt: before.at } }, { startsAt: before.at, _id: { $lt: before.id } }] }),
      })
      .sort({ startsAt: -1, _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toBooking);
  }

  /** How many meetings somebody has to come. */
  async countComing(personId: string, delegationId: string | null, now: Date): Promise<number> {
    const states = [...COMING_STATES];
    return this.bookings.countDocuments({ personId, delegationId, startsAt: { $gt: now }, state: { $in: states } });
  }

  /** A host's promises that are open, the first due first. */
  async openPromises(hostId: string, limit: number): Promise<Booking[]> {
    const rows = await this.bookings
      .find({ hostId, promiseDueOn: { $exists: true } })
      .sort({ promiseDueOn: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toBooking);
  }

  /** Forgets the phone numbers of meetings that ended before. */
  async forgetPhones(before: Date): Promise<void> {
    await this.bookings.updateMany({ phone: { $type: 'string' }, endsAt: { $lt: before } }, { $set: { phone: null } });
  }

  /** What is still to come of a person, as booker or as host. */
  async comingOf(personId: string, now: Date): Promise<Booking[]> {
    const rows = await this.bookings
      .find({
        $or: [{ personId }, { hostId: personId }],
        startsAt: { $gt: now },
        state: { $in: [...COMING_STATES] },
      })
      .lean<Row[]>();
    return rows.map(toBooking);
  }

  /** Forgets who booked and what about; that somebody was received stays. Repeating changes nothing. */
  async forgetBooker(personId: string): Promise<void> {
    await this.bookings.updateMany(
      { personId },
      [
        {
          $set: {
            personId: { $concat: ['erased:', '$_id'] },
            delegationId: null,
            matter: '',
            phone: null,
            photoIds: [],
            outcome: {
              $cond: [{ $eq: [{ $type: '$outcome' }, 'object'] }, { $mergeObjects: ['$outcome', { words: '' }] }, null],
            },
          },
        },
      ],
      { updatePipeline: true },
    );
  }

  /** Writes bookings whole, by id, for the demo; writing the same again changes nothing. */
  async put(bookings: readonly Booking[]): Promise<void> {
    await this.bookings.bulkWrite(
      bookings.map((booking) => {
        const { id, ...fields } = booking;
        const dueOn = booking.outcome?.kept === null ? booking.outcome.promise?.dueOn : undefined;
        const replacement = {
          ...fields,
          ...(booking.state !== 'cancelled' && { holds: holdsFor(booking) }),
          ...(dueOn && { promiseDueOn: dueOn }),
        };
        return { replaceOne: { filter: { _id: id }, replacement, upsert: true } };
      }),
    );
  }
}

function holdsFor({ hostId, personId, delegationId, startsAt, endsAt, bufferMinutes }: Booking): string[] {
  return holdsOf({
    hostId,
    visitor: delegationId ?? personId,
    startsAtMs: startsAt.getTime(),
    endsAtMs: endsAt.getTime(),
    bufferMinutes,
  });
}

/** Whose time was not free; whatever is no such refusal is thrown on. */
function clashOf(error: unknown): 'slotTaken' | 'overlapsOwn' {
  if (!Database.isDuplicateKey(error)) throw error;
  const cell = (error as { keyValue?: { holds?: string } }).keyValue?.holds;
  return cell === undefined || cell.startsWith(HOST_MARK) ? 'slotTaken' : 'overlapsOwn';
}

function toBooking({ _id, holds: _holds, promiseDueOn: _due, ...fields }: Row): Booking {
  return { id: _id, ...fields };
}

function bookingSchema(): Schema {
  const event = part({ move: String, by: String, as: String, at: Date, why: String, from: Date });
  const outcome = part({
    words: String,
    minutes: Number,
    promise: { type: part({ words: String, dueOn: String }), default: null },
    kept: { type: part({ words: String, at: Date }), default: null },
  });
  return new Schema({
    _id: String,
    hostKind: { type: String, required: true },
    hostId: { type: String, required: true },
    personId: { type: String, required: true },
    delegationId: { type: String, default: null },
    villageId: { type: String, required: true },
    startsAt: { type: Date, required: true },
    endsAt: { type: Date, required: true },
    bufferMinutes: { type: Number, required: true },
    way: { type: String, required: true },
    place: { type: String, default: '' },
    matterKind: { type: String, required: true },
    matter: { type: String, default: '' },
    phone: { type: String, default: null },
    photoIds: [String],
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    history: [event],
    outcome: { type: outcome, default: null },
    holds: { type: [String], default: undefined },
    promiseDueOn: String,
  });
}
