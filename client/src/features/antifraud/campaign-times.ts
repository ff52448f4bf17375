/** When a campaign can begin, as a form offers it: now, and the hours at which people look at their phones. */
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';

interface StartChoice {
  readonly value: string;
  readonly text: string;
  /** An instant, in UTC. */
  readonly startsAt: string;
}

const HOURS = [
  ['12:00', '中午 12 点'],
  ['19:00', '晚上 7 点'],
] as const;

/** Now, and the next two days' hours that are still to come. */
export function startChoices(nowMs: number): StartChoice[] {
  const today = localDateOf(nowMs);
  const later = [
    [today, '今天'],
    [daysAfter(today, 1), '明天'],
  ].flatMap(([date, day]) =>
    HOURS.map(([hour, words]) => ({
      value: `${date} ${hour}`,
      text: `${day}${words}`,
      atMs: Date.parse(`${date}T${hour}:00+08:00`),
    })),
  );
  return [
    { value: 'now', text: '现在', startsAt: new Date(nowMs).toISOString() },
    ...later
      .filter(({ atMs }) => atMs > nowMs)
      .map(({ value, text, atMs }) => ({ value, text, startsAt: new Date(atMs).toISOString() })),
  ];
}
