/** Moving a booking: who may, what it was seen as, one write, and what follows from it. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  BOOKING_MOVES,
  type BookingMove,
  type BookingMover,
  moveRefusal,
} from '@xiangyue/shared/features/legal/booking-life.rules';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { BookingNews } from './booking-news';
import { nowOf } from './booking-view';
import { type Booking, type BookingEvent, BookingsStore, type BookingWrite } from './bookings.store';
import { HostsService } from './hosts.service';

export interface Moved {
  readonly revision: number;
  readonly state: Booking['state'];
}

interface Asked {
  readonly bookingId: string;
  readonly revision: number;
  readonly move: BookingMove;
  readonly why?: string;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingMoves {
  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly hosts!: HostsService;

  @Inject()
  private readonly news!: BookingNews;

  /** A booking that the actor takes part in, and on which side; for everybody else there is none. Problems: `legal.bookingUnknown`. */
  async require(actor: Actor, bookingId: string): Promise<{ booking: Booking; as: BookingMover }> {
    const booking = await this.bookings.find(bookingId);
    if (booking?.hostId === actor.personId) return { booking, as: 'host' };
    if (booking?.personId === actor.personId) return { booking, as: 'booker' };
    throw problem('legal.bookingUnknown');
  }

  /** The booking as it was seen, if the actor may make this move now. Problems: `MOVE_PROBLEMS`. */
  async requireMovable(actor: Actor, { bookingId, revision, move }: Asked, now: Date) {
    const { booking, as } = await this.require(actor, bookingId);
    const refusal = moveRefusal(nowOf(booking), move, as, now.getTime());
    if (refusal) throw problem(refusal);
    if (booking.revision !== revision) throw problem('legal.bookingChanged');
    return { booking, as };
  }

  /** A move that only changes the state. Problems: `MOVE_PROBLEMS`. */
  async step(actor: Actor, asked: Asked, now: Date): Promise<Moved> {
    const { booking, as } = await this.requireMovable(actor, asked, now);
    const event = eventOf(asked, actor, as, now);
    return this.write(booking, { state: BOOKING_MOVES[asked.move].to ?? booking.state, event }, now);
  }

  /** Lets go of the time, in the same write. Problems: `MOVE_PROBLEMS`. */
  async cancel(actor: Actor, asked: Asked, now: Date): Promise<Moved> {
    const { booking, as } = await this.requireMovable(actor, asked, now);
    const event = { ...eventOf(asked, actor, as, now), from: booking.startsAt };
    return this.write(booking, { state: 'cancelled', event, letsGo: true }, now);
  }

  /**
   * Takes another time, or after a cancellation the same one again, in one write: the old one is free in the moment in which the
   * new one is taken, and never both or neither. Problems: `MOVE_PROBLEMS`, `SLOT_PROBLEMS`.
   */
  async take(actor: Actor, asked: Asked, startsAt: Date | undefined, now: Date): Promise<Moved> {
    const { booking, as } = await this.requireMovable(actor, asked, now);
    const at = startsAt ?? booking.startsAt;
    const [slot, { hours }] = await Promise.all([
      this.hosts.requireSlot(booking.hostId, at, now),
      this.hosts.require(booking.hostId, now),
    ]);
    if (!slot.ways.includes(booking.way)) throw problem('legal.wayNotOffered');
    const time = {
      startsAt: at,
      endsAt: new Date(slot.endsAtMs),
      bufferMinutes: hours.bufferMinutes,
      way: booking.way,
      place: slot.place,
    };
    const from = asked.move === 'reschedule' ? booking.startsAt : null;
    const event = { ...eventOf(asked, actor, as, now), from };
    const state = hours.confirms && as === 'booker' ? 'requested' : 'confirmed';
    return this.write(booking, { state, event, time }, now);
  }

  /** One write, and what follows from it. Problems: `legal.bookingChanged`, `legal.slotTaken`, `legal.overlapsOwn`. */
  async write(booking: Booking, write: BookingWrite, now: Date): Promise<Moved> {
    const revision = booking.revision + 1;
    await this.news.plan(booking.id, revision, now);
    const taken = await this.bookings.move(booking, write);
    if (taken !== 'done') throw problem(taken === 'changed' ? 'legal.bookingChanged' : `legal.${taken}`);
    await this.news.follow(booking.id, revision, now);
    return { revision, state: write.state };
  }
}

/** What the history keeps of a move. */
export function eventOf(
  { move, why }: { readonly move: BookingEvent['move']; readonly why?: string },
  actor: Actor,
  as: BookingMover,
  now: Date,
): BookingEvent {
  return { move, by: actor.personId, as, at: now, why: why ?? null, from: null };
}
