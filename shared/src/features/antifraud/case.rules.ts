/** The life of a fraud case, as one table, and what must hold before it goes on. In words: docs/states/antifraud.md. */
import { daysAfter, daysBetween, type LocalDate } from '../../kernel/time';
import { findPersonal, PERSONAL_NAMES, type PersonalFinding } from './personal-words.rules';

/** Every state, with the word that people read. */
export const CASE_STATE_NAMES = {
  draft: '在写',
  review: '等另一个人看',
  published: '已公布',
  expired: '到期了',
  withdrawn: '撤下了',
} as const;

export type CaseState = keyof typeof CASE_STATE_NAMES;
export const CASE_STATES = Object.keys(CASE_STATE_NAMES) as CaseState[];

interface CaseMove {
  /** What the button says. */
  readonly name: string;
  readonly from: CaseState;
  readonly to: CaseState;
  /** `second`: somebody who has written none of it. `clock`: the day after its last. */
  readonly by: 'anyone' | 'second' | 'clock';
  readonly needsWhy: boolean;
}

const MOVE_TABLE = {
  submit: { name: '写好了，请另一个人看', from: 'draft', to: 'review', by: 'anyone', needsWhy: false },
  publish: { name: '没有问题，公布', from: 'review', to: 'published', by: 'second', needsWhy: false },
  sendBack: { name: '退回去改', from: 'review', to: 'draft', by: 'anyone', needsWhy: true },
  withdraw: { name: '撤下来', from: 'published', to: 'withdrawn', by: 'anyone', needsWhy: true },
  expire: { name: '到期', from: 'published', to: 'expired', by: 'clock', needsWhy: false },
} as const satisfies Record<string, CaseMove>;

export type CaseMoveName = keyof typeof MOVE_TABLE;
export const CASE_MOVES: Readonly<Record<CaseMoveName, CaseMove>> = MOVE_TABLE;
/** Those that a person makes. */
export const STAFF_MOVES = ['submit', 'publish', 'sendBack', 'withdraw'] as const;

/** Moves that this person can make now, for the buttons; the write decides again. */
export function movesFor(state: CaseState, hasWritten: boolean): (typeof STAFF_MOVES)[number][] {
  return STAFF_MOVES.filter(
    (move) => CASE_MOVES[move].from === state && !(CASE_MOVES[move].by === 'second' && hasWritten),
  );
}

/** A warning is news: an old one is written anew or let go. */
export const EXPIRY_MAX_DAYS = 365;
/** What a form offers first. */
export const EXPIRY_USUAL_DAYS = 90;

/** True from tomorrow to a year from today. */
export function isExpiryFine(expiresOn: LocalDate, today: LocalDate): boolean {
  const days = daysBetween(today, expiresOn);
  return days >= 1 && days <= EXPIRY_MAX_DAYS;
}

export function usualExpiry(today: LocalDate): LocalDate {
  return daysAfter(today, EXPIRY_USUAL_DAYS);
}

/** Fields of a case that hold words, for whoever checks them. */
export interface CaseWords {
  readonly title: string;
  readonly steps: readonly string[];
  readonly sayNo: string;
  readonly doNow: readonly string[];
  readonly source: string;
}

export interface FieldFinding extends PersonalFinding {
  /** As in the contract's paths: `steps.2`. */
  readonly path: string;
}

/** What names a person, field by field: such a case is not taken. */
export function personalIn({ title, steps, sayNo, doNow, source }: CaseWords): FieldFinding[] {
  const fields: readonly (readonly [string, string])[] = [
    ['title', title],
    ...steps.map((step, i) => [`steps.${i}`, step] as const),
    ['sayNo', sayNo],
    ...doNow.map((line, i) => [`doNow.${i}`, line] as const),
    ['source', source],
  ];
  return fields.flatMap(([path, text]) => findPersonal(text).map((finding) => ({ ...finding, path })));
}

/** What a person reads beside the field. */
export function sayFinding({ kind, quote }: PersonalFinding): string {
  return `“${quote}”像是${PERSONAL_NAMES[kind]}，案例里不能写；姓名写成“张某”“李大爷”`;
}

/** What still has to be written before somebody else looks; none when whole. */
export function missingIn({ title, steps, sayNo, doNow, source }: CaseWords): string[] {
  return [
    ...(title ? [] : ['title']),
    ...(steps.length > 0 ? [] : ['steps']),
    ...(sayNo ? [] : ['sayNo']),
    ...(doNow.length > 0 ? [] : ['doNow']),
    ...(source ? [] : ['source']),
  ];
}

interface Warned {
  readonly id: string;
  readonly publishedOn: LocalDate;
}

/** For so many days a new case is the warning of the day. */
const NEWS_DAYS = 3;

/**
 * The warning of the day: what was published in the last three days, the newest first; else one after the other, a day each, the
 * same for everybody.
 * @param cases the newest first
 */
export function warningOfTheDay<Case extends Warned>(cases: readonly Case[], today: LocalDate): Case | undefined {
  const [newest] = cases;
  if (!newest || daysBetween(newest.publishedOn, today) < NEWS_DAYS) return newest;
  return cases[daysBetween('2026-01-01', today) % cases.length];
}
