/** Bookings in words. */
import { WAYS, type Way } from '@xiangyue/shared/features/legal/slots.rules';
import { localDateOf, sayAppointment, sayClock, sayDate, sayWeekday } from '@xiangyue/shared/kernel/time';

/** 3月3日 周二. */
export function sayDayOf(startsAt: string): string {
  const date = localDateOf(Date.parse(startsAt));
  return `${sayDate(date).slice(5)} ${sayWeekday(date)}`;
}

/** 09:00. */
export function sayStart(startsAt: string): string {
  return sayClock(Date.parse(startsAt));
}

/** 3月3日 周二 09:00–09:30. */
export function sayTime({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string {
  return `${sayAppointment(Date.parse(startsAt))}–${sayStart(endsAt)}`;
}

/** 见面，在扎营村便民服务中心; 电话. */
export function sayWay(way: Way, place: string): string {
  return way === 'onSite' && place !== '' ? `${WAYS[way]}，在${place}` : WAYS[way];
}
