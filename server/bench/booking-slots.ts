/** Slots of a host, computed from hours and what is booked: what each look at a calendar and each booking does. */
import type { HoursPattern } from '@xiangyue/shared/features/legal/slots.rules';
import { slotsOf } from '@xiangyue/shared/features/legal/slots.rules';

const NOW = Date.parse('2026-03-02T08:00:00+08:00');
const HOUR_MS = 3600_000;
const RUNS = 50;

/** A full week from eight to eighteen with a break, and an exception on every third day. */
const HOURS: HoursPattern = {
  weekly: [1, 2, 3, 4, 5].flatMap((weekday) =>
    [8, 14].map((hour) => ({
      weekday,
      from: hour * 60,
      to: (hour + 4) * 60,
      ways: ['onSite', 'phone'],
      place: '村委会',
    })),
  ),
  exceptions: Array.from({ length: 10 }, (_, i) => ({
    date: new Date(NOW + i * 3 * 24 * HOUR_MS).toISOString().slice(0, 10),
    kind: 'off',
    from: 9 * 60,
    to: 9 * 60 + 45,
    ways: [],
    place: '',
  })),
  slotMinutes: 20,
  bufferMinutes: 5,
  noticeMinutes: 60,
  aheadDays: 30,
};

/** How long 30 days of slots take beside 1,000 bookings that have been, in milliseconds; the median of many. */
export function thirtyDaysOfSlotsMs(): number {
  const busy = Array.from({ length: 1_000 }, (_, i) => {
    const from = NOW - (i + 1) * 8 * HOUR_MS;
    return { from, to: from + HOUR_MS / 2 };
  });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const slots = slotsOf({ hours: HOURS, holidays: new Set(['2026-03-06']), busy, nowMs: NOW }, '2026-03-02', 30);
    times.push(performance.now() - start);
    if (slots.length < 300) throw new Error(`${slots.length} slots in 30 days`);
  }
  return times.sort((a, b) => a - b)[RUNS / 2] as number;
}
