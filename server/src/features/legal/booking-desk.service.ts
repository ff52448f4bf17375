/** The desk of whoever is booked: the week, each meeting, what came of it and what was promised. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf, startOfLocalDate } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { BookingMoves, eventOf, type Moved } from './booking-moves';
import { BookingNews } from './booking-news';
import { BookingView } from './booking-view';
import { BookingsStore } from './bookings.store';
import { HostsService } from './hosts.service';

type Contract = typeof bookingDeskContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

const WEEK_DAYS = 7;
const WEEK_MAX = 600;
const PROMISES_MAX = 200;
/** What is promised for later than this is no promise. */
const PROMISE_MAX_DAYS = 366;
/** As many people as one look can name. */
const LOOK_MAX = 100;

@Provide()
@Scope(ScopeEnum.Singleton)
export class BookingDeskService {
  @Inject()
  private readonly accessLog!: AccessLog;

  @Inject()
  private readonly view!: BookingView;

  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly moves!: BookingMoves;

  @Inject()
  private readonly hosts!: HostsService;

  @Inject()
  private readonly news!: BookingNews;

  /** Seven days from the given one; the look at who comes is written down. Problems: `legal.notHost`. */
  async week(actor: Actor, given: string | undefined, now: Date): Promise<Output<'week'>> {
    const from = given ?? localDateOf(now.getTime());
    const [start, end] = [startOfLocalDate(from), startOfLocalDate(daysAfter(from, WEEK_DAYS))];
    await this.hosts.myHours(actor, now);
    const found = await this.bookings.ofHost(actor.personId, new Date(start), new Date(end), WEEK_MAX);
    const subjectIds = [...new Set(found.map(({ personId }) => personId))].slice(0, LOOK_MAX);
    if (subjectIds.length > 0) await this.accessLog.record({ actor, subjectIds, what: '看了您约的时间', now });
    const summaries = await this.view.summaries(found);
    return {
      from,
      bookings: summaries.map((summary, i) => ({
        ...summary,
        matter: found[i]?.matter ?? '',
        place: found[i]?.place ?? '',
      })),
    };
  }

  /** What was promised and is not done. Problems: `legal.notHost`. */
  async promises(actor: Actor, now: Date): Promise<Output<'promises'>> {
    await this.hosts.myHours(actor, now);
    const found = await this.bookings.openPromises(actor.personId, PROMISES_MAX);
    const summaries = await this.view.summaries(found);
    return {
      promises: summaries.flatMap((summary, i) => {
        const promise = found[i]?.outcome?.promise;
        return promise ? [{ ...summary, ...promise }] : [];
      }),
    };
  }

  /** A move that only says what happened. Problems: `MOVE_PROBLEMS`. */
  step(
    actor: Actor,
    move: 'confirm' | 'begin' | 'miss' | 'appear',
    input: Input<'confirm'>,
    now: Date,
  ): Promise<Moved> {
    return this.moves.step(actor, { ...input, move }, now);
  }

  /** What came of it, and what was promised by when. Problems: `MOVE_PROBLEMS`, `legal.promiseDateWrong`. */
  async finish(actor: Actor, input: Input<'finish'>, now: Date): Promise<Moved> {
    const { bookingId, revision, minutes, words, promise } = input;
    const today = localDateOf(now.getTime());
    if (promise && (promise.dueOn < today || promise.dueOn > daysAfter(today, PROMISE_MAX_DAYS)))
      throw problem('legal.promiseDateWrong');
    const { booking, as } = await this.moves.requireMovable(actor, { bookingId, revision, move: 'finish' }, now);
    const outcome = { minutes, words, promise, kept: null };
    return this.moves.write(
      booking,
      { state: 'done', event: eventOf({ move: 'finish' }, actor, as, now), outcome },
      now,
    );
  }

  /** The promise is kept; whoever came is told how. Problems: `legal.bookingUnknown`, `legal.bookingChanged`, `legal.nothingPromised`. */
  async keep(actor: Actor, { bookingId, revision, words }: Input<'keep'>, now: Date): Promise<Moved> {
    const { booking, as } = await this.moves.require(actor, bookingId);
    if (as !== 'host' || !booking.outcome?.promise || booking.outcome.kept) throw problem('legal.nothingPromised');
    await this.news.plan(bookingId, revision + 1, now);
    const event = eventOf({ move: 'keep' }, actor, as, now);
    if (!(await this.bookings.keepPromise(bookingId, revision, { words, at: now }, event)))
      throw problem('legal.bookingChanged');
    await this.news.follow(bookingId, revision + 1, now);
    return { revision: revision + 1, state: booking.state };
  }
}
