/** Whether somebody is still under an age on a day in Asia/Shanghai. */
import type { LocalDate } from '../../kernel/time';

/** 个人信息保护法 art. 31: under fourteen, a guardian consents. */
export const CONSENT_AGE = 14;
/** 民法典 art. 17: of full age at eighteen. */
export const FULL_AGE = 18;

/**
 * The last day on which somebody is under the age. A period of years does not count its first day and ends with the
 * corresponding day, or with the month's last day where there is none (民法典 art. 201 and 202): born on 29 February
 * 2012, somebody is under fourteen until the end of 28 February 2026, and fourteen from 1 March.
 */
export function lastDayUnder(birthDate: LocalDate, years: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + years;
  const rest = birthDate.slice(4);
  const day = rest === '-02-29' && !isLeap(year) ? '-02-28' : rest;
  return `${String(year).padStart(4, '0')}${day}`;
}

/** True up to and with `lastDayUnder`. Both are days in Asia/Shanghai, `YYYY-MM-DD`. */
export function isUnder(birthDate: LocalDate, years: number, today: LocalDate): boolean {
  return today <= lastDayUnder(birthDate, years);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
