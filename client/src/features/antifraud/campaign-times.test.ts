import { startChoices } from './campaign-times';

test.each([
  ['2026-11-24T08:00:00+08:00', ['现在', '今天中午 12 点', '今天晚上 7 点', '明天中午 12 点', '明天晚上 7 点']],
  ['2026-11-24T12:00:00+08:00', ['现在', '今天晚上 7 点', '明天中午 12 点', '明天晚上 7 点']],
  ['2026-12-31T23:30:00+08:00', ['现在', '明天中午 12 点', '明天晚上 7 点']],
])('at %s', (now, texts) => expect(startChoices(Date.parse(now)).map(({ text }) => text)).toEqual(texts));

test('as instants', () =>
  expect(startChoices(Date.parse('2026-12-31T23:30:00+08:00'))[1]?.startsAt).toBe('2027-01-01T04:00:00.000Z'));
