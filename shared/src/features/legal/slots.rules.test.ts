import { startOfLocalDate } from '../../kernel/time';
import {
  fullWeeks,
  type HoursException,
  type HoursPattern,
  holdsOf,
  hoursMistakes,
  mondayOf,
  readMinute,
  sayMinute,
  slotAt,
  slotsOf,
  type WeeklyRange,
} from './slots.rules';

/** Tuesday, 2026-03-03, is the day of most cases; it is looked at from the Monday morning before. */
const DAY = '2026-03-03';
const NOW = Date.parse('2026-03-02T08:00:00+08:00');
const clock = (text: string) => {
  const [h = 0, m = 0] = text.split(':').map(Number);
  return h * 60 + m;
};
const onDay = (from: string, to: string, more: Partial<WeeklyRange> = {}): WeeklyRange => ({
  weekday: 2,
  from: clock(from),
  to: clock(to),
  ways: ['onSite'],
  place: '村委会',
  ...more,
});
const exception = (kind: 'off' | 'extra', from: string, to: string, date = DAY): HoursException => ({
  kind,
  date,
  from: clock(from),
  to: clock(to),
  ways: ['onSite'],
  place: '村委会',
});
const hours = (fields: Partial<HoursPattern>): HoursPattern => ({
  weekly: [],
  exceptions: [],
  slotMinutes: 30,
  bufferMinutes: 0,
  noticeMinutes: 60,
  aheadDays: 30,
  ...fields,
});
interface More {
  holidays?: string[];
  busy?: [string, string][];
  now?: string;
}
const question = (pattern: HoursPattern, { holidays = [], busy = [], now }: More = {}) => ({
  hours: pattern,
  holidays: new Set(holidays),
  busy: busy.map(([from, to]) => ({ from: Date.parse(`${from}+08:00`), to: Date.parse(`${to}+08:00`) })),
  nowMs: now ? Date.parse(`${now}+08:00`) : NOW,
});
/** 09:00 free, 09:30x taken. */
const said = (pattern: HoursPattern, more: More = {}, day = DAY, days = 1) =>
  slotsOf(question(pattern, more), day, days).map(
    ({ startsAtMs, isFree }) =>
      `${new Date(startsAtMs + 8 * 3600_000).toISOString().slice(days > 1 ? 5 : 11, 16)}${isFree ? '' : 'x'}`,
  );

test.each<[string, Partial<HoursPattern>, More, string[]]>([
  ['a morning', { weekly: [onDay('09:00', '10:30')] }, {}, ['09:00', '09:30', '10:00']],
  ['another weekday', { weekly: [onDay('09:00', '10:30', { weekday: 3 })] }, {}, []],
  ['the last slot ends exactly with the range', { weekly: [onDay('09:00', '10:00')] }, {}, ['09:00', '09:30']],
  ['one that would not end in time is none', { weekly: [onDay('09:00', '10:25')] }, {}, ['09:00', '09:30']],
  [
    'the buffer lies between slots',
    { weekly: [onDay('09:00', '11:00')], bufferMinutes: 15 },
    {},
    ['09:00', '09:45', '10:30'],
  ],
  [
    'the last buffer may reach past the range',
    { weekly: [onDay('09:00', '10:15')], bufferMinutes: 15 },
    {},
    ['09:00', '09:45'],
  ],
  [
    'an exception splits the range',
    { weekly: [onDay('09:00', '12:00')], exceptions: [exception('off', '10:00', '10:45')] },
    {},
    ['09:00', '09:30', '10:45', '11:15'],
  ],
  [
    'an exception takes the whole day',
    { weekly: [onDay('09:00', '12:00')], exceptions: [exception('off', '00:00', '24:00')] },
    {},
    [],
  ],
  [
    'an exception of another day takes nothing',
    { weekly: [onDay('09:00', '10:00')], exceptions: [exception('off', '00:00', '24:00', '2026-03-10')] },
    {},
    ['09:00', '09:30'],
  ],
  [
    'an extra hour joins the range',
    { weekly: [onDay('09:00', '10:00')], exceptions: [exception('extra', '10:00', '11:00')] },
    {},
    ['09:00', '09:30', '10:00', '10:30'],
  ],
  [
    'off goes before extra',
    { exceptions: [exception('extra', '09:00', '11:00'), exception('off', '10:00', '11:00')] },
    {},
    ['09:00', '09:30'],
  ],
  ['a holiday has no weekly hours', { weekly: [onDay('09:00', '10:00')] }, { holidays: [DAY] }, []],
  [
    'an extra hour holds on a holiday',
    { weekly: [onDay('09:00', '10:00')], exceptions: [exception('extra', '14:00', '15:00')] },
    { holidays: [DAY] },
    ['14:00', '14:30'],
  ],
  [
    'two ranges that overlap are one',
    { weekly: [onDay('09:00', '10:10'), onDay('10:00', '11:00')] },
    {},
    ['09:00', '09:30', '10:00', '10:30'],
  ],
  [
    'a booking takes its slot',
    { weekly: [onDay('09:00', '10:30')] },
    { busy: [[`${DAY}T09:30`, `${DAY}T10:00`]] },
    ['09:00', '09:30x', '10:00'],
  ],
  [
    'one made under other hours takes every slot that it touches',
    { weekly: [onDay('09:00', '10:30')] },
    { busy: [[`${DAY}T09:20`, `${DAY}T09:40`]] },
    ['09:00x', '09:30x', '10:00'],
  ],
  [
    'its buffer is kept free as well',
    { weekly: [onDay('09:00', '11:00')], bufferMinutes: 15 },
    { busy: [[`${DAY}T10:00`, `${DAY}T10:30`]] },
    ['09:00', '09:45x', '10:30'],
  ],
  ['notice: exactly enough', { weekly: [onDay('09:00', '10:00')] }, { now: `${DAY}T08:00` }, ['09:00', '09:30']],
  ['notice: a minute too late', { weekly: [onDay('09:00', '10:00')] }, { now: `${DAY}T08:01` }, ['09:30']],
  [
    'no notice asked: what begins now can be had',
    { weekly: [onDay('09:00', '10:00')], noticeMinutes: 0 },
    { now: `${DAY}T09:30` },
    ['09:30'],
  ],
  ['beyond the days ahead', { weekly: [onDay('09:00', '10:00')], aheadDays: 0 }, {}, []],
  ['on the last day ahead', { weekly: [onDay('09:00', '10:00')], aheadDays: 1 }, {}, ['09:00', '09:30']],
])('%s', (_name, pattern, more, expected) => {
  expect(said(hours(pattern), more)).toEqual(expected);
});

test.each<[string, Partial<HoursPattern>, string, string[]]>([
  [
    'an evening until midnight and a night from midnight are one stretch, and a slot lies across',
    { weekly: [onDay('23:15', '24:00'), onDay('00:00', '00:45', { weekday: 3 })], noticeMinutes: 0 },
    DAY,
    ['03-03T23:15', '03-03T23:45', '03-04T00:15'],
  ],
  [
    'seen from the day after, the grid is the same',
    { weekly: [onDay('23:15', '24:00'), onDay('00:00', '00:45', { weekday: 3 })], noticeMinutes: 0 },
    '2026-03-04',
    ['03-04T00:15'],
  ],
  ['an evening alone ends at midnight', { weekly: [onDay('23:00', '24:00')] }, DAY, ['03-03T23:00', '03-03T23:30']],
])('midnight: %s', (_name, pattern, day, expected) => {
  expect(said(hours(pattern), {}, day, 2)).toEqual(expected);
});

test('ways: a slot offers only what holds for the whole of it, with the place of its own range', () => {
  const pattern = hours({
    weekly: [
      onDay('09:00', '10:00', { ways: ['onSite', 'phone'], place: '扎营村委会' }),
      onDay('10:00', '10:30', { ways: ['phone'], place: '' }),
      onDay('10:30', '11:00', { ways: ['onSite'], place: '红溪村委会' }),
      onDay('11:00', '11:15', { ways: ['onSite'], place: '红溪村委会' }),
      onDay('11:15', '11:30', { ways: ['phone'], place: '' }),
    ],
  });
  expect(slotsOf(question(pattern), DAY, 1).map(({ ways, place }) => [ways.join(), place])).toEqual([
    ['onSite,phone', '扎营村委会'],
    ['onSite,phone', '扎营村委会'],
    ['phone', ''],
    ['onSite', '红溪村委会'],
  ]);
});

test.each<[string, string, string | 'slot']>([
  ['offered and free', `${DAY}T09:00`, 'slot'],
  ['in the past', '2026-03-02T07:55', 'legal.slotPast'],
  ['now', '2026-03-02T08:00', 'legal.slotPast'],
  ['within the notice', '2026-03-02T08:30', 'legal.slotTooSoon'],
  ['outside the hours', `${DAY}T13:00`, 'legal.slotNotOffered'],
  ['beside the grid', `${DAY}T09:10`, 'legal.slotNotOffered'],
  ['taken', `${DAY}T09:30`, 'legal.slotTaken'],
  ['further than is offered', '2026-05-05T09:00', 'legal.slotNotOffered'],
])('a slot %s', (_name, at, expected) => {
  const asked = question(hours({ weekly: [onDay('09:00', '10:30')] }), { busy: [[`${DAY}T09:30`, `${DAY}T10:00`]] });
  const found = slotAt(asked, Date.parse(`${at}+08:00`));
  expect(typeof found === 'string' ? found : 'slot').toBe(expected);
});

test('a full week has slots and none that is free', () => {
  const pattern = hours({ weekly: [onDay('09:00', '10:00')] });
  const busy: [string, string][] = [
    [`${DAY}T09:00`, `${DAY}T10:00`],
    ['2026-03-10T09:00', '2026-03-10T09:30'],
  ];
  expect(fullWeeks(slotsOf(question(pattern, { busy }), '2026-03-02', 21))).toEqual(['2026-03-02']);
});

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
  ['2026-03-01', '2026-02-23'],
])('the Monday of %s is %s', (date, monday) => {
  expect(mondayOf(date)).toBe(monday);
});

test.each<[string, Partial<HoursPattern>, string[]]>([
  ['nothing', {}, []],
  ['turned round', { weekly: [onDay('10:00', '09:00')] }, ['weekly.0']],
  ['not in steps of five minutes', { weekly: [onDay('09:03', '10:00')] }, ['weekly.0']],
  ['shorter than a slot', { weekly: [onDay('09:00', '09:20')] }, ['weekly.0']],
  ['no way', { weekly: [onDay('09:00', '10:00', { ways: [] })] }, ['weekly.0']],
  ['on site nowhere', { weekly: [onDay('09:00', '10:00', { place: '' })] }, ['weekly.0']],
  ['taking away a short time is fine', { exceptions: [exception('off', '09:00', '09:05')] }, []],
  ['open all round', { weekly: [onDay('00:00', '12:00'), onDay('12:00', '24:00')] }, ['weekly']],
  [
    'open all round by an exception',
    { weekly: [onDay('00:00', '12:00')], exceptions: [exception('extra', '12:00', '24:00')] },
    ['weekly'],
  ],
])('hours that are %s', (_name, pattern, paths) => {
  expect(hoursMistakes(hours(pattern)).map(({ path }) => path)).toEqual(paths);
});

test('a booking holds each cell that it touches, of its host with the buffer and of its visitor without', () => {
  const startsAtMs = startOfLocalDate(DAY);
  const holds = holdsOf({ hostId: 'a', visitor: 'b', startsAtMs, endsAtMs: startsAtMs + 600_000, bufferMinutes: 5 });
  const cell = (n: number) => (startsAtMs / 300_000 + n).toString(36);
  expect(holds).toEqual([`h:a:${cell(0)}`, `h:a:${cell(1)}`, `h:a:${cell(2)}`, `v:b:${cell(0)}`, `v:b:${cell(1)}`]);
});

test.each([
  ['09:00', 540],
  ['9：05', 545],
  ['24:00', 1440],
  ['24:05', undefined],
  ['9:60', undefined],
  ['九点', undefined],
])('%s is minute %s of the day', (text, minute) => {
  expect(readMinute(text)).toBe(minute);
  if (minute !== undefined) expect(readMinute(sayMinute(minute))).toBe(minute);
});
