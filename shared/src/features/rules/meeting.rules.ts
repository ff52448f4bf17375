/**
 * Whether a meeting had its quorum and passed what it voted on: 村民委员会组织法 as amended 2025-10-28, arts. 26, 30, 31, 32.
 * The resolution is the signed record; this only counts, so that nothing passes that the numbers do not pass.
 */

/** The three meetings, and what each may be counted by. */
export const MEETINGS = {
  assembly: { name: '村民会议', article: '第二十六条', bases: ['adults', 'households'] },
  representatives: { name: '村民代表会议', article: '第三十条', bases: ['members'] },
  group: { name: '村民小组会议', article: '第三十二条', bases: ['adults', 'households'] },
} as const;
export type MeetingKind = keyof typeof MEETINGS;
export const MEETING_KINDS = Object.keys(MEETINGS) as MeetingKind[];

export const BASE_NAMES = { adults: '十八周岁以上的村民', households: '户的代表', members: '村民代表' } as const;
export type Base = keyof typeof BASE_NAMES;
export const BASES = Object.keys(BASE_NAMES) as Base[];

/** People left out of the base, with the reason; some local measures allow it for those who cannot be reached. */
export interface Exclusion {
  readonly reason: string;
  readonly count: number;
}

/** What the signed record says. All numbers are of whole people (or households' representatives). */
export interface MeetingCount {
  readonly kind: MeetingKind;
  readonly base: Base;
  /** All who belong to the base, before anyone is left out. */
  readonly registered: number;
  readonly excluded: readonly Exclusion[];
  readonly present: number;
  readonly womenPresent: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining: number;
}

/** A number that cannot be right, and why. */
export interface Mistake {
  readonly field:
    | 'base'
    | 'registered'
    | 'excluded'
    | 'present'
    | 'womenPresent'
    | 'inFavour'
    | 'against'
    | 'abstaining';
  readonly message: string;
}

export const OUTCOME_NAMES = { passed: '通过', notPassed: '没有通过', noQuorum: '到会的人不够' } as const;
export type Outcome = keyof typeof OUTCOME_NAMES;
export const OUTCOMES = Object.keys(OUTCOME_NAMES) as Outcome[];

export interface Reckoning {
  readonly outcome: Outcome;
  /** Registered less those left out. */
  readonly counted: number;
  /** The fewest that had to be present. */
  readonly quorum: number;
  /** The fewest votes in favour that pass, of those present; an abstention counts as present. */
  readonly majority: number;
  /** How the quorum and the majority are reckoned, and the article, as people read it. */
  readonly quorumRule: string;
  readonly majorityRule: string;
  /** What the record should also say; none of it stops the resolution. */
  readonly remarks: readonly string[];
}

const NUMBERS = ['registered', 'present', 'womenPresent', 'inFavour', 'against', 'abstaining'] as const;

/** Everything in the numbers that cannot be true; empty when they add up. */
export function mistakesIn(count: MeetingCount): Mistake[] {
  const mistakes: Mistake[] = [];
  const wrong = (field: Mistake['field'], message: string) => mistakes.push({ field, message });
  for (const field of NUMBERS)
    if (!Number.isInteger(count[field]) || count[field] < 0) wrong(field, '请填写 0 或大于 0 的整数');
  if (!count.excluded.every((exclusion) => Number.isInteger(exclusion.count) && exclusion.count > 0))
    wrong('excluded', '不计入的人数请填写大于 0 的整数');
  if (!count.excluded.every(({ reason }) => reason.trim().length > 0)) wrong('excluded', '不计入的人要写明理由');
  if (!(MEETINGS[count.kind].bases as readonly Base[]).includes(count.base))
    wrong('base', `${MEETINGS[count.kind].name}不能按${BASE_NAMES[count.base]}计算`);
  if (mistakes.length > 0) return mistakes;

  const left = sum(count.excluded.map((exclusion) => exclusion.count));
  if (count.base === 'members' && left > 0) wrong('excluded', '村民代表会议按全体代表计算，不能减去没到的人');
  if (count.registered === 0) wrong('registered', '应到人数不能是 0');
  else if (left >= count.registered) wrong('excluded', '不计入的人数不能等于或超过应到人数');
  else if (count.present > count.registered - left)
    wrong('present', `到会人数超过了应到的 ${count.registered - left} 人`);
  if (count.womenPresent > count.present) wrong('womenPresent', '到会妇女的人数超过了到会人数');
  const votes = count.inFavour + count.against + count.abstaining;
  if (votes !== count.present)
    wrong('inFavour', `赞成、反对、弃权加起来是 ${votes}，到会的是 ${count.present}，对不上`);
  return mistakes;
}

/** Counts the meeting. @throws RangeError on numbers in which `mistakesIn` finds a mistake */
export function reckon(count: MeetingCount): Reckoning {
  if (mistakesIn(count).length > 0) throw new RangeError('numbers that do not add up');
  const { name, article } = MEETINGS[count.kind];
  const counted = count.registered - sum(count.excluded.map((exclusion) => exclusion.count));
  const byHalf = count.kind === 'assembly' && count.base === 'adults';
  // Whole numbers throughout: a third of a person is not a rounding error.
  const quorum = byHalf ? moreThanHalf(counted) : twoThirds(counted);
  const majority = moreThanHalf(count.present);
  const outcome = count.present < quorum ? 'noQuorum' : count.inFavour < majority ? 'notPassed' : 'passed';
  return {
    outcome,
    counted,
    quorum,
    majority,
    quorumRule: `${name}要有${BASE_NAMES[count.base]}${byHalf ? '过半数' : '三分之二以上'}到会（村民委员会组织法${article}）`,
    majorityRule: `要到会人员过半数同意，弃权的也算到会（村民委员会组织法${article}）`,
    remarks: remarksOn(count),
  };
}

function remarksOn({ kind, womenPresent, excluded }: MeetingCount): string[] {
  const remarks: string[] = [];
  if (kind === 'representatives')
    remarks.push(
      '村规民约由村民会议制定（村民委员会组织法第三十一条）；由代表会议表决的，记录里要写明村民会议的授权。',
    );
  if (kind === 'group') remarks.push('村民小组会议只能定本组的事，全村的村规民约要由村民会议表决。');
  if (womenPresent === 0) remarks.push('没有妇女到会。2018 年七部门的意见要求表决时有妇女参加。');
  if (excluded.length > 0) remarks.push('有人不计入应到人数，会议记录里要写明人数和理由，并在会上报告。');
  return remarks;
}

function moreThanHalf(count: number): number {
  return Math.floor(count / 2) + 1;
}

/** Two thirds or more: of 100, 67. */
function twoThirds(count: number): number {
  return Math.ceil((count * 2) / 3);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
