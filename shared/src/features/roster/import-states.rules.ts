/** The life of an import: nothing is written before every line is right and somebody has said so. */

export const IMPORT_STATES = ['uploaded', 'checked', 'rejected', 'applying', 'applied', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/**
 *     uploaded ─▶ checked ─▶ applying ─▶ applied
 *        │           │          │
 *        ├───────────┼──────────┴─▶ failed
 *        └───────────┴──────────┬─▶ rejected
 *
 * `rejected` from `applying` only before the first line is written: the register may have changed since the check.
 */
const NEXT: Readonly<Record<ImportState, readonly ImportState[]>> = {
  uploaded: ['checked', 'rejected', 'failed'],
  checked: ['applying'],
  rejected: [],
  applying: ['applied', 'rejected', 'failed'],
  applied: [],
  failed: [],
};

/** The states from which this one is reached; a write names them in its condition. */
export function statesBefore(next: ImportState): ImportState[] {
  return IMPORT_STATES.filter((state) => NEXT[state].includes(next));
}

/** True while the service works on it and the answer will change by itself. */
export function isUnderway(state: ImportState): boolean {
  return state === 'uploaded' || state === 'applying';
}

/** True once nothing more can become of it. */
export function isOver(state: ImportState): boolean {
  return NEXT[state].length === 0;
}

export type ImportStep = 'reading' | 'comparing' | 'writing';

const STEP_NAMES: Readonly<Record<ImportStep, string>> = {
  reading: '正在读表格',
  comparing: '正在和名册对照',
  writing: '正在写进名册',
};

/** 正在读表格，第 1,200 行; 正在写进名册，300 / 6,000 户. `total` is 0 while nobody knows it. */
export function sayProgress({ step, done, total }: { step: ImportStep; done: number; total: number }): string {
  if (step === 'reading') return done > 0 ? `${STEP_NAMES.reading}，第 ${grouped(done)} 行` : STEP_NAMES.reading;
  return total > 0 ? `${STEP_NAMES[step]}，${grouped(done)} / ${grouped(total)} 户` : STEP_NAMES[step];
}

/** 12,345; not `toLocaleString`, whose commas depend on the phone. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
