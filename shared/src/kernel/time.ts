/**
 * Time as the countryside keeps it: one zone, Asia/Shanghai, +08:00 all year (no daylight saving since 1991).
 * Instants are UTC; a local date is the text `YYYY-MM-DD`. No zone library is needed, and none is right on every phone.
 */

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string;

const SHANGHAI_OFFSET_MS = 8 * 3600_000;

/** The day in Asia/Shanghai at this instant. */
export function localDateOf(instantMs: number): LocalDate {
  return new Date(instantMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first millisecond of the day in Asia/Shanghai. */
export function startOfLocalDate(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The last millisecond of the day in Asia/Shanghai. */
export function endOfLocalDate(date: LocalDate): number {
  return Date.parse(`${date}T23:59:59.999+08:00`);
}

/** Whole days from one day to another: 1 from today to tomorrow, negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 3600_000);
}

/** The day so many days after another; before it when `days` is negative. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * 3600_000).toISOString().slice(0, 10);
}

/** `2024-03-05` as people say it: 2024年3月5日. */
export function sayDate(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The day of an instant as people say it: 2024年3月5日. */
export function sayDay(instantMs: number): string {
  return sayDate(localDateOf(instantMs));
}

/** `14:05`, in Asia/Shanghai. */
export function sayClock(instantMs: number): string {
  return new Date(instantMs + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

const WEEKDAYS = '一二三四五六日';

/** 周三. */
export function sayWeekday(date: LocalDate): string {
  return `周${WEEKDAYS[weekdayOf(date) - 1]}`;
}

/** When to be somewhere, told so that it is right on whatever day it is read: 3月5日 周四 14:05. */
export function sayAppointment(instantMs: number): string {
  const date = localDateOf(instantMs);
  return `${sayDate(date).slice(5)} ${sayWeekday(date)} ${sayClock(instantMs)}`;
}

/** An instant as people say it: 今天 14:05, 昨天 14:05, 3月5日 14:05, and without the hour 2024年3月5日 in another year. */
export function sayMoment(instantMs: number, nowMs: number): string {
  const [day, today] = [localDateOf(instantMs), localDateOf(nowMs)];
  if (day.slice(0, 4) !== today.slice(0, 4) && daysBetween(day, today) !== 1) return sayDate(day);
  const days = daysBetween(day, today);
  const said = days === 0 ? '今天' : days === 1 ? '昨天' : sayDate(day).slice(5);
  return `${said} ${sayClock(instantMs)}`;
}

/** How long ago something was fetched or written: 刚刚, 5 分钟前, 3 小时前, 2 天前. A clock that runs behind counts as 刚刚. */
export function sayAge(thenMs: number, nowMs: number): string {
  const minutes = Math.floor((nowMs - thenMs) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`;
  return `${Math.floor(minutes / (24 * 60))} 天前`;
}
