/** The demo's legal adviser and the year's service. The office, the person and the work are invented. */
import type { LogKind } from '@xiangyue/shared/features/legal/service-log.rules';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import type { AdviserProfile } from '../../src/features/legal/advisers.store';
import type { Booking } from '../../src/features/legal/bookings.store';
import type { Holiday, Hours } from '../../src/features/legal/hours.store';
import type { LogEntry } from '../../src/features/legal/service-log.store';
import { seedId } from '../seed-id';

const ADVISER_ID = seedId('people/legal-adviser');

export function demoAdvisers(): AdviserProfile[] {
  return [
    {
      id: ADVISER_ID,
      office: '重庆桃源律师事务所（示例）',
      licence: '15001202000000000',
      sinceYear: 2014,
      languages: ['普通话', '酉阳话', '土家语'],
      intro: '做了十来年乡里的案子：土地、邻里、工钱、婚姻家庭。有事先问，问不收钱，能调解的先调解。',
      photoId: null,
    },
  ];
}

/** Days before today on which something was done, the year round; entries of last year are left out by the year's figures. */
const WORK: ReadonlyArray<readonly [number, LogKind, number, boolean, string]> = [
  [3, 'answer', 20, false, '解答土地流转合同的问题'],
  [6, 'visit', 180, true, '到扎营村走访，听群众说难处'],
  [13, 'meeting', 40, true, '接待来访：工钱'],
  [20, 'lecture', 90, true, '院坝会讲《民法典》婚姻家庭编'],
  [34, 'mediation', 120, true, '参与调解一件邻里排水纠纷'],
  [41, 'meeting', 30, false, '电话接待：赡养'],
  [62, 'drafting', 60, false, '审查村集体茶园承包合同'],
  [69, 'visit', 150, true, '到扎营村走访'],
  [97, 'lecture', 80, true, '讲反电信网络诈骗法'],
  [125, 'visit', 150, true, '到扎营村走访'],
  [154, 'drafting', 90, false, '审核村规民约草案'],
  [188, 'lecture', 90, true, '讲法律援助怎样申请'],
];

/** @param now what was done lies some days before it */
export function demoServiceLog(now: Date): LogEntry[] {
  return WORK.map(([daysAgo, kind, minutes, onSite, words], i) => {
    const on = daysAfter(localDateOf(now.getTime()), -daysAgo);
    return {
      id: seedId(`legal/log/${i}`),
      adviserId: ADVISER_ID,
      villageId: 'zhaying',
      kind,
      on,
      minutes,
      onSite,
      words,
      at: new Date(`${on}T08:00:00Z`),
      own: true,
    };
  });
}

/**
 * The days of 全国年节及纪念日放假办法 (as amended in 2024) that lie in 2027; the days moved beside them are told each year
 * by a notice, and the town adds them.
 */
const HOLIDAYS: ReadonlyArray<readonly [name: string, dates: readonly string[]]> = [
  ['元旦', ['2027-01-01']],
  ['春节', ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']],
  ['清明节', ['2027-04-05']],
  ['劳动节', ['2027-05-01', '2027-05-02']],
  ['端午节', ['2027-06-09']],
  ['中秋节', ['2027-09-15']],
  ['国庆节', ['2027-10-01', '2027-10-02', '2027-10-03']],
];

export function demoHolidays(): Holiday[] {
  return HOLIDAYS.flatMap(([name, dates]) => dates.map((date) => ({ date, name })));
}

const CADRE_ID = seedId('people/cadre');

/** The adviser comes on two mornings and listens by phone or video on a third day; the cadre receives once a week. */
export function demoHours(): Hours[] {
  const lengths = { exceptions: [], slotMinutes: 30, bufferMinutes: 10, aheadDays: 28, revision: 1 };
  const morning = (weekday: number) => ({
    weekday,
    from: 9 * 60,
    to: 12 * 60,
    ways: ['onSite', 'phone'] as const,
    place: '扎营村便民服务中心',
  });
  return [
    {
      ...lengths,
      id: ADVISER_ID,
      weekly: [
        morning(2),
        morning(4),
        { weekday: 6, from: 14 * 60 + 30, to: 17 * 60, ways: ['phone', 'video'], place: '' },
      ],
      noticeMinutes: 120,
      confirms: false,
      post: '',
      videoLink: 'https://meeting.example.com/banxi',
    },
    {
      ...lengths,
      id: CADRE_ID,
      weekly: [{ weekday: 3, from: 9 * 60, to: 11 * 60 + 30, ways: ['onSite'], place: '扎营村村委会' }],
      noticeMinutes: 12 * 60,
      confirms: true,
      post: '扎营村村委会主任（示例）',
      videoLink: '',
    },
  ];
}

const MINUTE_MS = 60_000;
const STEP_MS = 5 * MINUTE_MS;

/** One that begins within half an hour, so that it may be begun already, and one of last week from which something is still to be done. */
export function demoBookings(now: Date): Booking[] {
  const soon = Math.ceil((now.getTime() + 25 * MINUTE_MS) / STEP_MS) * STEP_MS;
  const lastWeek = Date.parse(`${daysAfter(localDateOf(now.getTime()), -7)}T10:00:00+08:00`);
  const common = {
    personId: seedId('people/villager'),
    delegationId: null,
    villageId: 'zhaying',
    bufferMinutes: 10,
    way: 'onSite',
    phone: null,
    photoIds: [],
  } as const;
  const time = (startsAtMs: number) => ({
    startsAt: new Date(startsAtMs),
    endsAt: new Date(startsAtMs + 30 * MINUTE_MS),
  });
  const event = (move: 'book' | 'finish', as: 'booker' | 'host', by: string, at: number) => ({
    move,
    as,
    by,
    at: new Date(at),
    why: null,
    from: null,
  });
  return [
    {
      ...common,
      ...time(soon),
      photoIds: [],
      id: seedId('legal/bookings/soon'),
      hostKind: 'adviser',
      hostId: ADVISER_ID,
      place: '扎营村便民服务中心',
      matterKind: 'wages',
      matter: '在工地干了两个月，工钱只给了一半。',
      state: 'confirmed',
      revision: 0,
      history: [event('book', 'booker', common.personId, now.getTime() - 48 * 60 * MINUTE_MS)],
      outcome: null,
    },
    {
      ...common,
      ...time(lastWeek),
      photoIds: [],
      id: seedId('legal/bookings/promised'),
      hostKind: 'reception',
      hostId: CADRE_ID,
      place: '扎营村村委会',
      matterKind: 'policy',
      matter: '院坝外的水管漏水。',
      state: 'done',
      revision: 1,
      history: [
        event('book', 'booker', common.personId, lastWeek - 48 * 60 * MINUTE_MS),
        event('finish', 'host', CADRE_ID, lastWeek + 25 * MINUTE_MS),
      ],
      outcome: {
        words: '水管漏水，影响三户。',
        minutes: 25,
        promise: { words: '请水务所来看，换一段水管', dueOn: daysAfter(localDateOf(now.getTime()), 3) },
        kept: null,
      },
    },
  ];
}
