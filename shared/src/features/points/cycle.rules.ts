/** When a cycle may end, and what its end makes of an account. Honour points stay; they are no part of it. */
import { daysBetween, type LocalDate } from '../../kernel/time';
import type { EntryKind } from './points.rules';

/** Announced long enough before that everybody can still spend what they have. */
export const CLOSING_MIN_DAYS = 7;
export const CLOSING_MAX_DAYS = 180;

/** True for a day on which a cycle may end, announced today. */
export function mayCloseOn(closesOn: LocalDate, today: LocalDate): boolean {
  const days = daysBetween(today, closesOn);
  return days >= CLOSING_MIN_DAYS && days <= CLOSING_MAX_DAYS;
}

/** The entry that empties an account; null where there is nothing in it. */
export function closingEntry(
  balancePoints: number,
  carries: boolean,
): { readonly kind: Extract<EntryKind, 'closing' | 'carriedOut'>; readonly points: number } | null {
  if (balancePoints === 0) return null;
  return { kind: carries ? 'carriedOut' : 'closing', points: -balancePoints };
}

export const closingKey = (year: number) => `cycle/${year}/end`;
export const carriedKey = (year: number) => `cycle/${year}/carried`;
