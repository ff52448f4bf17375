/** Who can be booked, when: hosts with their hours, and the slots that come of them. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import type { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import type { HostKind } from '@xiangyue/shared/features/legal/booking-life.rules';
import {
  fullWeeks,
  hoursMistakes,
  mondayOf,
  type Slot,
  type SlotsQuestion,
  slotAt,
  slotsOf,
} from '@xiangyue/shared/features/legal/slots.rules';
import { type Grant, ROLE_NAMES, type Role } from '@xiangyue/shared/kernel/access';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf, startOfLocalDate } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { GrantsService } from '../identity/grants.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { AdvisersStore } from './advisers.store';
import { BookingsStore } from './bookings.store';
import { type Hours, HoursStore } from './hours.store';

type Contract = typeof bookingContract;
type DeskContract = typeof bookingDeskContract;

/** Whose office lets them be booked as what; who advises is booked as an adviser, whatever else they are. */
const ROLES_OF: Readonly<Record<HostKind, readonly Role[]>> = {
  adviser: ['legalAdviser'],
  reception: ['cadre', 'townOffice'],
};
const HOST_ROLES = [...ROLES_OF.adviser, ...ROLES_OF.reception];

const DAY_MS = 24 * 3600_000;

/** What hours are before anybody has set any: none, with lengths that most offices keep. */
const NO_HOURS = {
  weekly: [],
  exceptions: [],
  slotMinutes: 30,
  bufferMinutes: 10,
  noticeMinutes: 120,
  aheadDays: 28,
  confirms: false,
  post: '',
  videoLink: '',
} as const;

export interface Host {
  readonly id: string;
  readonly kind: HostKind;
  readonly name: string;
  readonly post: string;
  readonly grants: readonly Grant[];
  readonly hours: Hours;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class HostsService {
  @Inject()
  private readonly hours!: HoursStore;

  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly profiles!: AdvisersStore;

  @Inject()
  private readonly grants!: GrantsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  /** Who can be booked in a village: its advisers, and those of its offices who have set hours. Problems: `regions.villageUnknown`. */
  async hosts(villageId: string, now: Date): Promise<OutputOf<Contract['hosts']>> {
    const { name: villageName, path } = await this.regions.requireVillage(villageId);
    const holders = await this.grants.holdersOf(HOST_ROLES, path, now);
    const hours = await this.hours.findMany(holders.map(({ personId }) => personId));
    const shown = holders.filter(
      ({ personId, role }) => role === 'legalAdviser' || offersAnything(hours.get(personId)),
    );
    const hosts = await Promise.all(
      shown.map(async ({ personId }) => {
        const { id, kind, name, post } = await this.require(personId, now);
        const free = (await this.slotsOf(personId, now)).find(({ isFree }) => isFree);
        return { id, kind, name, post, nextFree: free ? new Date(free.startsAtMs).toISOString() : null };
      }),
    );
    return { villageId, villageName, hosts };
  }

  /** Every slot that is offered from today on. Problems: `legal.hostUnknown`. */
  async slots(hostId: string, now: Date): Promise<OutputOf<Contract['slots']>> {
    const { kind, name, post, hours } = await this.require(hostId, now);
    const slots = await this.slotsOf(hostId, now);
    return {
      hostId,
      kind,
      name,
      post,
      confirms: hours.confirms,
      slots: slots.map(({ startsAtMs, endsAtMs, ways, place, isFree }) => ({
        startsAt: new Date(startsAtMs).toISOString(),
        endsAt: new Date(endsAtMs).toISOString(),
        ways: [...ways],
        place,
        isFree,
      })),
      fullWeeks: fullWeeks(slots),
    };
  }

  /** Whoever can be booked, with their hours. Problems: `legal.hostUnknown`. */
  async require(hostId: string, now: Date): Promise<Host> {
    const [grants, hours, names, profiles] = await Promise.all([
      this.grants.grantsOf(hostId, now),
      this.hours.findMany([hostId]),
      this.identity.namesOf([hostId]),
      this.profiles.findMany([hostId]),
    ]);
    const kind = kindOf(grants);
    if (!kind) throw problem('legal.hostUnknown');
    const own = hours.get(hostId) ?? { id: hostId, revision: 0, ...NO_HOURS };
    const role = grants.find((grant) => ROLES_OF[kind].includes(grant.role))?.role ?? 'cadre';
    const post = own.post || profiles.get(hostId)?.office || ROLE_NAMES[role];
    return { id: hostId, kind, name: names.get(hostId) ?? '', post, grants, hours: own };
  }

  /** The same, where they act for the village. Problems: `legal.hostUnknown`, `regions.villageUnknown`. */
  async requireFor(hostId: string, villageId: string, now: Date): Promise<Host> {
    const [host, { path }] = await Promise.all([this.require(hostId, now), this.regions.requireVillage(villageId)]);
    if (!holdsRoleWithin(host.grants, ROLES_OF[host.kind], path, now.getTime())) throw problem('legal.hostUnknown');
    return host;
  }

  /** A slot that is free. Problems: `legal.slotPast`, `legal.slotTooSoon`, `legal.slotNotOffered`, `legal.slotTaken`. */
  async requireSlot(hostId: string, startsAt: Date, now: Date): Promise<Slot> {
    const slot = slotAt(await this.questionAbout(hostId, now), startsAt.getTime());
    if (typeof slot === 'string') throw problem(slot);
    return slot;
  }

  /** Whether the host's time is free then, and offered. */
  async isFree(hostId: string, startsAtMs: number, now: Date): Promise<boolean> {
    return typeof slotAt(await this.questionAbout(hostId, now), startsAtMs) !== 'string';
  }

  /** Whether the week, by its Monday, has slots and none that is free. */
  async isFull(hostId: string, week: string, now: Date): Promise<boolean> {
    return mondayOf(week) === week && fullWeeks(await this.slotsOf(hostId, now)).includes(week);
  }

  /** Problems: `legal.notHost`. */
  async myHours(actor: Actor, now: Date): Promise<OutputOf<DeskContract['hours']>> {
    const kind = requireKind(actor);
    const { hours } = await this.require(actor.personId, now);
    return { ...plain(hours), kind, revision: hours.revision, holidays: await this.holidaysFor(actor.grants) };
  }

  /** What is booked stays booked. Problems: `legal.notHost`, `legal.hoursWrong`, `legal.hoursChanged`. */
  async saveHours(
    actor: Actor,
    { revision, ...pattern }: InputOf<DeskContract['saveHours']>,
  ): Promise<OutputOf<DeskContract['saveHours']>> {
    requireKind(actor);
    const errors = hoursMistakes(pattern);
    if (errors.length > 0) throw problem('legal.hoursWrong', undefined, { errors });
    if (!(await this.hours.replace({ ...pattern, id: actor.personId, revision: revision + 1 })))
      throw problem('legal.hoursChanged');
    return { revision: revision + 1 };
  }

  async holidays(regionId: string): Promise<OutputOf<DeskContract['holidays']>> {
    return { holidays: await this.hours.holidaysOf(await this.regions.pathOf(regionId)) };
  }

  async setHolidays({ regionId, holidays }: InputOf<DeskContract['setHolidays']>): Promise<Record<string, never>> {
    await this.hours.setHolidays(regionId, holidays);
    return {};
  }

  private async slotsOf(hostId: string, now: Date): Promise<Slot[]> {
    const question = await this.questionAbout(hostId, now);
    return slotsOf(question, localDateOf(now.getTime()), question.hours.aheadDays + 1);
  }

  private async questionAbout(hostId: string, now: Date): Promise<SlotsQuestion> {
    const { hours, grants } = await this.require(hostId, now);
    const today = localDateOf(now.getTime());
    const [holidays, busy] = await Promise.all([
      this.holidaysFor(grants),
      this.bookings.busy(
        hostId,
        new Date(now.getTime() - DAY_MS),
        new Date(startOfLocalDate(daysAfter(today, hours.aheadDays + 2))),
      ),
    ]);
    return { hours, holidays: new Set(holidays.map(({ date }) => date)), busy, nowMs: now.getTime() };
  }

  private async holidaysFor(grants: readonly Grant[]) {
    const paths = await Promise.all(
      grants.filter(({ role }) => HOST_ROLES.includes(role)).map(({ regionId }) => this.regions.pathOf(regionId)),
    );
    return this.hours.holidaysOf([...new Set(paths.flat())]);
  }
}

function kindOf(grants: readonly Grant[]): HostKind | undefined {
  const holds = (kind: HostKind) => grants.some(({ role }) => ROLES_OF[kind].includes(role));
  if (holds('adviser')) return 'adviser';
  return holds('reception') ? 'reception' : undefined;
}

function requireKind({ grants }: Actor): HostKind {
  const kind = kindOf(grants);
  if (!kind) throw problem('legal.notHost');
  return kind;
}

function offersAnything(hours: Hours | undefined): boolean {
  return hours !== undefined && (hours.weekly.length > 0 || hours.exceptions.some(({ kind }) => kind === 'extra'));
}

/** As the contract has it: lists that nobody else holds. */
function plain({ weekly, exceptions, ...fields }: Hours) {
  return {
    ...fields,
    weekly: weekly.map((range) => ({ ...range, ways: [...range.ways] })),
    exceptions: exceptions.map((range) => ({ ...range, ways: [...range.ways] })),
  };
}
