/** Booking a time, seen from whoever books. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  BOOKING_PAGE_LIMIT,
  type bookingContract,
  OPEN_BOOKINGS_MAX,
} from '@xiangyue/shared/features/legal/booking.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, endOfLocalDate } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';
import { Sealing } from '../../platform/sealing/sealing';
import { DelegationsService } from '../delegations/delegations.service';
import { IdentityService } from '../identity/identity.service';
import { PurposeConsentsService } from '../privacy/purpose-consents.service';
import { BookingMoves, eventOf, type Moved } from './booking-moves';
import { BookingNews } from './booking-news';
import { BookingView } from './booking-view';
import { type Booking, BookingsStore } from './bookings.store';
import { HostsService } from './hosts.service';
import { WaitsStore } from './waits.store';

type Contract = typeof bookingContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

/** Weeks that one person waits for at a time. */
const WAITS_MAX = 10;

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingsService {
  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly waits!: WaitsStore;

  @Inject()
  private readonly hosts!: HostsService;

  @Inject()
  private readonly moves!: BookingMoves;

  @Inject()
  private readonly news!: BookingNews;

  @Inject()
  private readonly view!: BookingView;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly delegations!: DelegationsService;

  @Inject()
  private readonly consents!: PurposeConsentsService;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly sealing!: Sealing;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** Takes a free time. The same key again is the same booking. Problems: as the contract says. */
  async book(actor: Actor, input: Input<'book'>, key: string, now: Date): Promise<Output<'book'>> {
    const id = idFromKey(actor.personId, 'legal.book', key);
    // A repeat finds its own slot taken, by itself.
    const made = await this.bookings.find(id);
    if (made) return { id, state: made.state, revision: made.revision };
    const booking = await this.prepare(actor, id, input, now);
    const documents = { kind: 'legal.booking', id };
    await this.files.attach(input.photoIds, documents, actor.personId, now);
    await this.news.plan(id, 0, now);
    const taken = await this.bookings.insert(booking);
    if (taken !== 'done') {
      await this.files.release(documents, now);
      throw problem(`legal.${taken}`);
    }
    await this.news.follow(id, 0, now);
    return { id, state: booking.state, revision: 0 };
  }

  private async prepare(actor: Actor, id: string, input: Input<'book'>, now: Date): Promise<Booking> {
    const { hostId, villageId, way, phone, delegationId = null, matterKind, matter, photoIds } = input;
    const startsAt = new Date(input.startsAt);
    const host = await this.hosts.requireFor(hostId, villageId, now);
    if (delegationId !== null) await this.delegations.requireActing(actor, delegationId, now);
    const slot = await this.hosts.requireSlot(hostId, startsAt, now);
    if (!slot.ways.includes(way)) throw problem('legal.wayNotOffered');
    if (way === 'phone' && phone === undefined) throw problem('legal.phoneMissing');
    // Whose number it is has consented; for somebody without a phone of their own it is the agent's.
    if (phone !== undefined) await this.consents.requireConsent(actor.personId, 'bookingPhone');
    // Not exact when several arrive at once, and need not be: it keeps slots for others, not a promise.
    if ((await this.bookings.countComing(actor.personId, delegationId, now)) >= OPEN_BOOKINGS_MAX)
      throw problem('legal.bookingsTooMany', { limit: OPEN_BOOKINGS_MAX });
    return {
      id,
      hostKind: host.kind,
      hostId,
      personId: actor.personId,
      delegationId,
      villageId,
      startsAt,
      endsAt: new Date(slot.endsAtMs),
      bufferMinutes: host.hours.bufferMinutes,
      way,
      place: way === 'onSite' ? slot.place : '',
      matterKind,
      matter,
      phone: phone === undefined ? null : this.sealing.seal(phone),
      photoIds,
      state: host.hours.confirms ? 'requested' : 'confirmed',
      revision: 0,
      history: [eventOf({ move: 'book' }, actor, 'booker', now)],
      outcome: null,
    };
  }

  async mine(actor: Actor, before: string | undefined, now: Date): Promise<Output<'mine'>> {
    const [found, waits] = await Promise.all([
      this.bookings.ofPerson(actor.personId, before ? readTimeMark(before) : undefined, BOOKING_PAGE_LIMIT + 1),
      this.waits.ofPerson(actor.personId, now),
    ]);
    const { page, next } = pageOf(found, BOOKING_PAGE_LIMIT, ({ startsAt, id }) => writeTimeMark({ at: startsAt, id }));
    const names = await this.identity.namesOf(waits.map(({ hostId }) => hostId));
    return {
      bookings: await this.view.summaries(page),
      next,
      waits: waits.map(({ hostId, week, toldAt }) => ({
        hostId,
        hostName: names.get(hostId) ?? '',
        week,
        toldAt: toldAt?.toISOString() ?? null,
      })),
    };
  }

  /** For those who take part; the host's look is written down. Problems: `legal.bookingUnknown`. */
  async find(actor: Actor, bookingId: string, now: Date): Promise<Output<'find'>> {
    const { booking, as } = await this.moves.require(actor, bookingId);
    if (as === 'host')
      await this.accessLog.record({ actor, subjectIds: [booking.personId], what: '看了您的预约和留的电话', now });
    return this.view.detail(booking, as, now);
  }

  /** Problems: `MOVE_PROBLEMS`. */
  cancel(actor: Actor, input: Input<'cancel'>, now: Date): Promise<Moved> {
    return this.moves.cancel(actor, { ...input, move: 'cancel' }, now);
  }

  /** Problems: `MOVE_PROBLEMS`, `SLOT_PROBLEMS`. */
  reschedule(actor: Actor, { startsAt, ...input }: Input<'reschedule'>, now: Date): Promise<Moved> {
    return this.moves.take(actor, { ...input, move: 'reschedule' }, new Date(startsAt), now);
  }

  /** Problems: `MOVE_PROBLEMS`, `SLOT_PROBLEMS`. */
  reopen(actor: Actor, input: Input<'reopen'>, now: Date): Promise<Moved> {
    return this.moves.take(actor, { ...input, move: 'reopen' }, undefined, now);
  }

  /** Problems: `legal.hostUnknown`, `legal.weekNotFull`, `legal.waitsTooMany`. */
  async wait(actor: Actor, { hostId, week }: Input<'wait'>, now: Date): Promise<Output<'wait'>> {
    if (!(await this.hosts.isFull(hostId, week, now))) throw problem('legal.weekNotFull');
    if ((await this.waits.ofPerson(actor.personId, now)).length >= WAITS_MAX)
      throw problem('legal.waitsTooMany', { limit: WAITS_MAX });
    const expiresAt = new Date(endOfLocalDate(daysAfter(week, 6)));
    await this.waits.add({ hostId, week, personId: actor.personId, since: now, toldAt: null, toldOf: null, expiresAt });
    return {};
  }

  async stopWaiting(actor: Actor, { hostId, week }: Input<'stopWaiting'>): Promise<Output<'stopWaiting'>> {
    await this.waits.remove(hostId, week, actor.personId);
    return {};
  }
}
