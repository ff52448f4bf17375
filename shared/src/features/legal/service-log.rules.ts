/**
 * The adviser's service log 服务记录: what was done for a village, on which day, for how long. It is fed by what happens (an
 * answer, a meeting) and by the adviser's own entries, and held against what the county wants of a year.
 */
import type { LocalDate } from '../../kernel/time';

/** Every kind of service, with the word that people read. */
export const LOG_KINDS = {
  answer: '解答问题',
  meeting: '接待来访',
  lecture: '普法讲座',
  visit: '到村走访',
  mediation: '参与调解',
  drafting: '审查文书',
  other: '其他',
} as const;

export type LogKind = keyof typeof LOG_KINDS;
export const LOG_KIND_NAMES = Object.keys(LOG_KINDS) as LogKind[];

/** What an entry counts by. */
export interface Counted {
  readonly kind: LogKind;
  readonly on: LocalDate;
  readonly minutes: number;
  /** In the village, face to face. */
  readonly onSite: boolean;
}

/** What a year of service amounts to. */
export interface YearFigures {
  readonly minutes: number;
  /** Days on which the adviser was in the village: two meetings in one afternoon are one way there. */
  readonly visits: number;
  readonly lectures: number;
  readonly answers: number;
  readonly entries: number;
}

/** What the town wants of a year, for one village; null: nothing is asked of that. */
export interface YearTarget {
  readonly hours: number | null;
  readonly visits: number | null;
  readonly lectures: number | null;
}

/** One county's published practice (50 hours a year, a visit a month, a lecture a quarter); the town sets its own. */
export const USUAL_TARGET: YearTarget = { hours: 50, visits: 12, lectures: 4 };

/** Adds up the entries of one village and one year. */
export function reckonYear(entries: readonly Counted[]): YearFigures {
  return {
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    visits: new Set(entries.filter(({ onSite }) => onSite).map(({ on }) => on)).size,
    lectures: entries.filter(({ kind }) => kind === 'lecture').length,
    answers: entries.filter(({ kind }) => kind === 'answer').length,
    entries: entries.length,
  };
}

/** 3.5 小时, 20 分钟. */
export function sayMinutes(minutes: number): string {
  return minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 6) / 10} 小时`;
}

/** The years in which an entry may still be made on this day: a file is closed in the year after. */
export function mayEnter(on: LocalDate, today: LocalDate): boolean {
  return on <= today && Number(on.slice(0, 4)) >= Number(today.slice(0, 4)) - 1;
}
