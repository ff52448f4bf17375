import type { LocalDate } from '@xiangyue/shared/kernel/time';

/** The clause whose turn it is on this day: one after the other, then from the start. Undefined when there are none. */
export function clauseOfTheDay<Clause>(clauses: readonly Clause[], day: LocalDate): Clause | undefined {
  const dayNumber = Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return clauses[dayNumber % clauses.length];
}
