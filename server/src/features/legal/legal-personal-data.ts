/** What advisers and bookings keep about a person, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { BOOKING_STATES, HOST_KINDS, MATTERS } from '@xiangyue/shared/features/legal/booking-life.rules';
import { LOG_KINDS } from '@xiangyue/shared/features/legal/service-log.rules';
import { WAYS } from '@xiangyue/shared/features/legal/slots.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { Sealing } from '../../platform/sealing/sealing';
import { AdvisersStore } from './advisers.store';
import { BookingMoves } from './booking-moves';
import { BookingsStore } from './bookings.store';
import { HoursStore } from './hours.store';
import { ServiceLogStore } from './service-log.store';
import { WaitsStore } from './waits.store';

const GATHERED_MAX = 2_000;

const ERASES: ErasedPart = {
  erased: [
    '还没到时间的预约，时间让给别人',
    '预约时写的事、留的电话、传的照片，您的姓名',
    '在等的那些周',
    '您作为法律顾问的介绍和接待时间',
  ],
  kept: [
    { what: '某天接待过一个人、哪一类事、答应过什么，不写是谁', why: '接待和答应的事要查得到' },
    { what: '任过法律顾问的，为各村做的服务记录，不带姓名', why: '村里的法律顾问服务档案要留存备查' },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class LegalPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly profiles!: AdvisersStore;

  @Inject()
  private readonly serviceLog!: ServiceLogStore;

  @Inject()
  private readonly bookings!: BookingsStore;

  @Inject()
  private readonly moves!: BookingMoves;

  @Inject()
  private readonly waits!: WaitsStore;

  @Inject()
  private readonly hours!: HoursStore;

  @Inject()
  private readonly sealing!: Sealing;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'legal',
      title: '法律顾问和接访',
      gather: (personId) => this.gather(personId),
      erase: (personId, now) => this.erase(personId, now),
      foretells: ERASES,
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const profile = (await this.profiles.findMany([personId])).get(personId);
    const bookings = await this.bookings.ofPerson(personId, undefined, GATHERED_MAX);
    const entries = await this.serviceLog.listBy(personId, GATHERED_MAX);
    return [
      ...(profile
        ? [{ 律所: profile.office, 执业证号: profile.licence, 会说的话: profile.languages, 介绍: profile.intro }]
        : []),
      ...bookings.map(({ hostKind, startsAt, way, matterKind, matter, phone, state }) => ({
        预约: HOST_KINDS[hostKind],
        时间: startsAt.toISOString(),
        方式: WAYS[way],
        哪一类: MATTERS[matterKind],
        事: matter,
        电话: phone === null ? null : this.sealing.open(phone),
        现在: BOOKING_STATES[state],
      })),
      ...entries.map(({ on, kind, words, minutes }) => ({
        服务日期: on,
        类别: LOG_KINDS[kind],
        事由: words,
        分钟: minutes,
      })),
    ];
  }

  private async erase(personId: string, now: Date): Promise<ErasedPart> {
    for (const booking of await this.bookings.comingOf(personId, now)) {
      const as = booking.hostId === personId ? 'host' : 'booker';
      const event = { move: 'cancel', by: personId, as, at: now, why: '账号注销了', from: booking.startsAt } as const;
      await this.moves.write(booking, { state: 'cancelled', event, letsGo: true }, now);
    }
    await this.bookings.forgetBooker(personId);
    await this.waits.removeAll(personId);
    await this.hours.remove(personId);
    await this.profiles.remove(personId);
    return ERASES;
  }
}
