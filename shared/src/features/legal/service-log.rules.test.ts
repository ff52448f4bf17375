import { type Counted, mayEnter, reckonYear, sayMinutes } from './service-log.rules';

const entry = (fields: Partial<Counted>): Counted => ({
  kind: 'other',
  on: '2026-03-02',
  minutes: 30,
  onSite: false,
  ...fields,
});

test.each<[string, Counted[], ReturnType<typeof reckonYear>]>([
  ['nothing', [], { minutes: 0, visits: 0, lectures: 0, answers: 0, entries: 0 }],
  [
    'two meetings of one day are one visit',
    [
      entry({ kind: 'meeting', onSite: true }),
      entry({ kind: 'meeting', onSite: true, minutes: 45 }),
      entry({ kind: 'meeting', onSite: true, on: '2026-03-09' }),
    ],
    { minutes: 105, visits: 2, lectures: 0, answers: 0, entries: 3 },
  ],
  [
    'by phone is no visit',
    [entry({ kind: 'meeting' }), entry({ kind: 'answer', minutes: 10 }), entry({ kind: 'lecture', onSite: true })],
    { minutes: 70, visits: 1, lectures: 1, answers: 1, entries: 3 },
  ],
])('%s', (_name, entries, expected) => {
  expect(reckonYear(entries)).toEqual(expected);
});

test.each([
  [0, '0 分钟'],
  [59, '59 分钟'],
  [60, '1 小时'],
  [90, '1.5 小时'],
  [100, '1.7 小时'],
  [3000, '50 小时'],
])('%s minutes are said %s', (minutes, said) => {
  expect(sayMinutes(minutes)).toBe(said);
});

test.each([
  ['2026-11-24', true],
  ['2026-11-25', false],
  ['2025-01-01', true],
  ['2024-12-31', false],
])('on 2026-11-24 an entry of %s may be made: %s', (on, may) => {
  expect(mayEnter(on, '2026-11-24')).toBe(may);
});
