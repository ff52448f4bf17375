/**
 * What follows from a change of a booking: the other side is told, reminders are planned, what an adviser did goes into the
 * service log, and a time that became free goes to whoever waits. All of it is keyed by the booking and its revision, so that
 * the job which repeats it after a crash does nothing twice.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  COMING_STATES,
  HOST_KINDS,
  MATTERS,
  REMINDER_NAMES,
  REMINDERS,
  type Reminder,
} from '@xiangyue/shared/features/legal/booking-life.rules';
import { mondayOf, WAYS } from '@xiangyue/shared/features/legal/slots.rules';
import { localDateOf, sayAppointment } from '@xiangyue/shared/kernel/time';
import { jobKind } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { IdentityService } from '../identity/identity.service';
import { MessagesService } from '../messages/messages.service';
import { type Booking, type BookingEvent, BookingsStore } from './bookings.store';
import { HostsService } from './hosts.service';
import { LegalService } from './legal.service';
import { WaitsStore } from './waits.store';

/** After a change, what follows is done at once; this is for when the process dies in between. */
const FOLLOW = jobKind<{ bookingId: string; revision: number }>('legal.follow');
const FOLLOW_AFTER_MS = 30_000;
const REMIND = jobKind<{ bookingId: string; startsAtMs: number; reminder: Reminder }>('legal.remind');
const OFFER = jobKind<{ hostId: string; startsAtMs: number; round: number }>('legal.offer');
/** The next in the line is told when the one before has let so much time pass. */
const OFFER_EVERY_MS = 3 * 3600_000;
/** Days of being told in turn; then nobody wants it. */
const OFFER_ROUNDS = 24;
/** As the purpose says that people consent to: thirty days after the meeting (privacy/purposes.ts, bookingPhone). */
const PHONE_KEPT_MS = 30 * 24 * 3600_000;
const DAY_MS = 24 * 3600_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingNews {
  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly waits!: WaitsStore;

  @Inject()
  private readonly hosts!: HostsService;

  @Inject()
  private readonly legal!: LegalService;

  @Inject()
  private readonly messages!: MessagesService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly jobs!: Jobs;

  @Init()
  init(): void {
    this.jobs.define({
      name: FOLLOW,
      title: '把预约的变动告诉对方',
      run: ({ data: { bookingId, revision }, now }) => this.follow(bookingId, revision, now),
    });
    this.jobs.define({
      name: REMIND,
      title: '提醒快到时间的预约',
      run: ({ data, now }) => this.remind(data, now),
    });
    this.jobs.define({
      name: OFFER,
      title: '把空出来的时间告诉在等的人',
      run: ({ data, now }) => this.offer(data, now),
    });
    this.jobs.every({
      name: 'legal.forgetPhones',
      periodMs: DAY_MS,
      offsetMs: 3 * 3600_000,
      run: ({ now }) => this.bookings.forgetPhones(new Date(now.getTime() - PHONE_KEPT_MS)),
    });
  }

  /** Before the write: what follows from it will be done, whatever happens. A write that is refused has no consequences. */
  async plan(bookingId: string, revision: number, now: Date): Promise<void> {
    const at = new Date(now.getTime() + FOLLOW_AFTER_MS);
    await this.jobs.schedule(FOLLOW, `${bookingId}/${revision}`, { bookingId, revision }, at);
  }

  /** After the write. Repeating is harmless. */
  async follow(bookingId: string, revision: number, now: Date): Promise<void> {
    const booking = await this.bookings.find(bookingId);
    const event = booking?.history[revision];
    if (!booking || !event) return;
    await this.tell(booking, event, revision, now);
    if (['book', 'confirm', 'reschedule', 'reopen'].includes(event.move)) await this.planReminders(booking, now);
    if (event.move === 'book') {
      const week = mondayOf(localDateOf(booking.startsAt.getTime()));
      await this.waits.remove(booking.hostId, week, booking.personId);
    }
    if (event.move === 'finish') await this.note(booking);
    if (event.from) await this.planOffer(booking.hostId, event.from.getTime(), 0, now);
  }

  private async tell(booking: Booking, event: BookingEvent, revision: number, now: Date): Promise<void> {
    const { hostId, hostKind, personId, startsAt, way, matterKind } = booking;
    const when = sayAppointment(startsAt.getTime());
    const host = `${HOST_KINDS[hostKind]}${(await this.identity.namesOf([hostId])).get(hostId) ?? ''}`;
    const why = event.why === null ? '' : `原因：${event.why}`;
    const who = event.as === 'host' ? host : '来访的人';
    const sentences: Readonly<Partial<Record<BookingEvent['move'], string>>> = {
      book: `有人约了您：${when}，${WAYS[way]}，${MATTERS[matterKind]}。`,
      confirm: `${host}确认了您的预约：${when}，请按时到。`,
      reschedule: `${who}把${event.from ? sayAppointment(event.from.getTime()) : ''}的预约改到了${when}。`,
      cancel: `${who}取消了${when}的预约。${why}`,
      reopen: `${who}恢复了${when}的预约。`,
      miss: `${when}的预约您没有来。还有事，可以另约一个时间。`,
      finish: `${when}的预约办完了。说了什么、答应了什么，都写在这次预约里。`,
      keep: '上次接访答应的事办好了，请看看是不是这样。',
    };
    const text = sentences[event.move];
    if (text === undefined) return;
    await this.messages.send(
      {
        key: `booking/${booking.id}/${revision}`,
        personId: event.as === 'host' ? personId : hostId,
        kind: event.move === 'book' ? 'legal.booked' : 'legal.bookingChanged',
        text,
        about: booking.id,
      },
      now,
    );
  }

  /** Plans those reminders whose time is still to come. Repeating is harmless. */
  async planReminders({ id, startsAt }: Booking, now: Date): Promise<void> {
    const startsAtMs = startsAt.getTime();
    for (const reminder of REMINDER_NAMES) {
      const at = new Date(startsAtMs - REMINDERS[reminder]);
      // Who books in the last minute needs no reminder of that minute.
      if (at <= now) continue;
      await this.jobs.schedule(REMIND, `${id}/${startsAtMs}/${reminder}`, { bookingId: id, startsAtMs, reminder }, at);
    }
  }

  /** Reminds both sides, if the meeting still is at that time. */
  async remind(
    { bookingId, startsAtMs, reminder }: { bookingId: string; startsAtMs: number; reminder: Reminder },
    now: Date,
  ): Promise<void> {
    const booking = await this.bookings.find(bookingId);
    if (!booking || booking.startsAt.getTime() !== startsAtMs || now.getTime() >= startsAtMs) return;
    if (!(COMING_STATES as readonly string[]).includes(booking.state)) return;
    const { hostId, hostKind, personId, way, place } = booking;
    const host = `${HOST_KINDS[hostKind]}${(await this.identity.namesOf([hostId])).get(hostId) ?? ''}`;
    const when = sayAppointment(startsAtMs);
    const where = way === 'onSite' ? `，地点：${place}` : `，${WAYS[way]}`;
    const key = `booking/${bookingId}/${startsAtMs}/${reminder}`;
    const about = { kind: 'legal.bookingSoon', about: bookingId } as const;
    await this.messages.send(
      { ...about, key, personId, text: `您约了${host}：${when}${where}。来不了请先取消，让给别人。` },
      now,
    );
    await this.messages.send({ ...about, key, personId: hostId, text: `有人约了您：${when}${where}。` }, now);
  }

  /** What the adviser did for the village; who came is not said. */
  private async note({ id, hostKind, hostId, villageId, startsAt, way, matterKind, outcome }: Booking): Promise<void> {
    if (hostKind !== 'adviser' || !outcome) return;
    await this.legal.note({
      key: `booking/${id}`,
      adviserId: hostId,
      villageId,
      kind: 'meeting',
      at: startsAt,
      minutes: outcome.minutes,
      onSite: way === 'onSite',
      words: `接待来访（${WAYS[way]}）：${MATTERS[matterKind]}`,
    });
  }

  private async planOffer(hostId: string, startsAtMs: number, round: number, at: Date): Promise<void> {
    if (round < OFFER_ROUNDS)
      await this.jobs.schedule(OFFER, `${hostId}/${startsAtMs}/${round}`, { hostId, startsAtMs, round }, at);
  }

  /** Tells the next in the line of a time that became free, while it is; the one after that some hours later. */
  async offer(
    { hostId, startsAtMs, round }: { hostId: string; startsAtMs: number; round: number },
    now: Date,
  ): Promise<void> {
    if (!(await this.hosts.isFree(hostId, startsAtMs, now))) return;
    const week = mondayOf(localDateOf(startsAtMs));
    const wait = await this.waits.tellNext(hostId, week, `${startsAtMs}/${round}`, now);
    if (!wait) return;
    const name = (await this.identity.namesOf([hostId])).get(hostId) ?? '';
    await this.messages.send(
      {
        key: `wait/${hostId}/${startsAtMs}/${round}`,
        personId: wait.personId,
        kind: 'legal.slotFree',
        text: `您等的那一周，${name}空出来一个时间：${sayAppointment(startsAtMs)}。三小时内没约，就告诉下一位。`,
        about: hostId,
      },
      now,
    );
    await this.planOffer(hostId, startsAtMs, round + 1, new Date(now.getTime() + OFFER_EVERY_MS));
  }
}
