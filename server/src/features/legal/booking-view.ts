/** Bookings as those who take part in them see them. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { type BookingMover, type BookingNow, movesNow } from '@xiangyue/shared/features/legal/booking-life.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskPhone } from '@xiangyue/shared/kernel/names';
import { Files } from '../../platform/files/files';
import { Sealing } from '../../platform/sealing/sealing';
import { DelegationsService } from '../delegations/delegations.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import type { Booking } from './bookings.store';
import { HoursStore } from './hours.store';

export type BookingDetail = OutputOf<(typeof bookingContract)['find']>;
export type BookingSummary = OutputOf<(typeof bookingContract)['mine']>['bookings'][number];

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingView {
  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly delegations!: DelegationsService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly hours!: HoursStore;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly sealing!: Sealing;

  /** Bookings in a list, in their order. */
  async summaries(bookings: readonly Booking[]): Promise<BookingSummary[]> {
    const [names, regions, delegated] = await Promise.all([
      this.identity.namesOf(bookings.flatMap(({ hostId, personId }) => [hostId, personId])),
      this.regions.namesOf(bookings.map(({ villageId }) => villageId)),
      this.delegations.maskedNamesOf(bookings.flatMap(({ delegationId }) => delegationId ?? [])),
    ]);
    return bookings.map((booking) => ({
      ...booking,
      hostName: names.get(booking.hostId) ?? '',
      villageName: regions.get(booking.villageId) ?? '',
      visitorName:
        booking.delegationId === null
          ? (names.get(booking.personId) ?? '已注销用户')
          : `${delegated.get(booking.delegationId) ?? ''}（${names.get(booking.personId) ?? ''}代约）`,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
    }));
  }

  /** One booking, whole. @param as which side of the table the reader sits on */
  async detail(booking: Booking, as: BookingMover, now: Date): Promise<BookingDetail> {
    const [[summary], names, hours, photos] = await Promise.all([
      this.summaries([booking]),
      this.identity.namesOf(booking.history.map(({ by }) => by)),
      this.hours.findMany([booking.hostId]),
      this.files.photos(booking.photoIds, now),
    ]);
    const phone = booking.phone === null ? null : this.sealing.open(booking.phone);
    const isAgreed = booking.state === 'confirmed' || booking.state === 'held';
    return {
      ...booking,
      ...(summary as BookingSummary),
      as,
      videoLink: booking.way === 'video' && isAgreed ? (hours.get(booking.hostId)?.videoLink ?? '') : '',
      phone: phone !== null && as === 'booker' ? maskPhone(phone) : phone,
      photos,
      outcome: booking.outcome && {
        ...booking.outcome,
        kept: booking.outcome.kept && { ...booking.outcome.kept, at: booking.outcome.kept.at.toISOString() },
      },
      history: booking.history.map(({ move, by, at, why }) => ({
        move,
        byName: names.get(by) ?? '',
        at: at.toISOString(),
        why,
      })),
      moves: movesNow(nowOf(booking), as, now.getTime()),
    };
  }
}

/** What the rules of a booking's life look at. */
export function nowOf({ state, startsAt, history }: Booking): BookingNow {
  const last = history.filter(({ move }) => move === 'cancel').at(-1);
  return {
    state,
    startsAtMs: startsAt.getTime(),
    cancelledBy: state === 'cancelled' ? (last?.as ?? null) : null,
    reschedules: history.filter(({ move }) => move === 'reschedule').length,
  };
}
