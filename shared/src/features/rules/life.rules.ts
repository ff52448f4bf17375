/**
 * The life of a rule document, as one table: who may move it from which state to which. In words: docs/states/rules.md.
 * The order is that of the seven ministries' opinion of 2018 (征集民意 → 拟定草案 → 提请审核 → 审议表决 → 备案公布).
 */
import type { LocalDate } from '../../kernel/time';

/** Every state, with the word that people read. */
export const STATE_NAMES = {
  draft: '起草中',
  comments: '征求意见',
  review: '审核中',
  resolution: '等待表决',
  adopted: '等待备案',
  filed: '已备案',
  inForce: '现行',
  superseded: '已被代替',
  withdrawn: '已撤回',
} as const;

export type RuleState = keyof typeof STATE_NAMES;
export const RULE_STATES = Object.keys(STATE_NAMES) as RuleState[];

/** Who moves a document; `clock` is the day that came. */
export type Mover = 'cadre' | 'townOffice' | 'legalAdviser' | 'clock';

/** The two whose approval a draft needs before it is voted on, as people call them. */
export const REVIEWER_NAMES = { townOffice: '镇里', legalAdviser: '法律顾问' } as const;
export type Reviewer = keyof typeof REVIEWER_NAMES;
export const REVIEWERS = Object.keys(REVIEWER_NAMES) as Reviewer[];

interface Move {
  /** What it is called on a button and in the history. */
  readonly name: string;
  readonly from: readonly RuleState[];
  readonly to: RuleState;
  readonly by: readonly Mover[];
  /** Whoever makes it has to say why. */
  readonly needsWhy: boolean;
}

const MOVE_TABLE = {
  announce: { name: '开始征求意见', from: ['draft'], to: 'comments', by: ['cadre'], needsWhy: false },
  submit: { name: '送去审核', from: ['comments'], to: 'review', by: ['cadre'], needsWhy: false },
  /** The second of the two approvals makes it; the first is only kept. */
  approve: { name: '审核通过', from: ['review'], to: 'resolution', by: ['townOffice', 'legalAdviser'], needsWhy: true },
  sendBack: { name: '退回修改', from: ['review'], to: 'draft', by: ['townOffice', 'legalAdviser'], needsWhy: true },
  adopt: { name: '会议通过', from: ['resolution'], to: 'adopted', by: ['cadre'], needsWhy: false },
  reject: { name: '会议没有通过', from: ['resolution'], to: 'draft', by: ['cadre'], needsWhy: false },
  file: { name: '备案', from: ['adopted'], to: 'filed', by: ['townOffice'], needsWhy: false },
  /** A text that changes has to go to the villagers again, so it starts anew. */
  refuseFiling: { name: '退回改正', from: ['adopted'], to: 'draft', by: ['townOffice'], needsWhy: true },
  takeEffect: { name: '开始实行', from: ['filed'], to: 'inForce', by: ['clock'], needsWhy: false },
  supersede: { name: '被新版代替', from: ['filed', 'inForce'], to: 'superseded', by: ['clock'], needsWhy: false },
  reopen: {
    name: '收回来改',
    from: ['comments', 'review', 'resolution'],
    to: 'draft',
    by: ['cadre'],
    needsWhy: true,
  },
  withdraw: {
    name: '撤回',
    from: ['draft', 'comments', 'review', 'resolution', 'adopted'],
    to: 'withdrawn',
    by: ['cadre'],
    needsWhy: true,
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof MOVE_TABLE;
export const MOVES: Readonly<Record<MoveName, Move>> = MOVE_TABLE;
export const MOVE_NAMES = Object.keys(MOVE_TABLE) as MoveName[];

/** Where the move leads, or null when this mover may not make it from this state. */
export function moveFrom(state: RuleState, move: MoveName, mover: Mover): RuleState | null {
  const { from, to, by } = MOVES[move];
  return from.includes(state) && by.includes(mover) ? to : null;
}

/** What this mover can do with a document in this state. */
export function movesOf(state: RuleState, mover: Mover): MoveName[] {
  return MOVE_NAMES.filter((move) => moveFrom(state, move, mover) !== null);
}

/** States in which a document is still on its way; each village may have one such version of a rule at a time. */
export const OPEN_STATES = ['draft', 'comments', 'review', 'resolution', 'adopted'] as const satisfies RuleState[];
/** States in which villagers see what is planned: from the announcement on. */
export const ANNOUNCED_STATES = ['comments', 'review', 'resolution', 'adopted'] as const satisfies RuleState[];
/** States in which it is part of the village's rules, past, present or to come. */
export const PUBLISHED_STATES = ['filed', 'inForce', 'superseded'] as const satisfies RuleState[];

/** The shortest and the longest announced period for comments, in days after the day of the announcement. */
export const PERIOD_MIN_DAYS = 7;
export const PERIOD_MAX_DAYS = 60;
/** True until the last announced day is over. @param until the last day; null where none was announced */
export function isPeriodRunning(until: LocalDate | null, today: LocalDate): boolean {
  return until !== null && today <= until;
}

/** How far ahead a rule may be filed to take effect, in days. */
export const EFFECT_MAX_DAYS = 366;

/** What decides which version readers are shown. */
export interface Published {
  readonly state: RuleState;
  readonly effectiveFrom: LocalDate | null;
  /** The first day on which the next version holds in its place. */
  readonly supersededOn: LocalDate | null;
}

export type ShownState = 'upcoming' | 'inForce' | 'superseded';

/**
 * How a published version stands on a day. Decided by its dates and not by whether the nightly work has run: a crash may
 * delay the history, never the rule (docs/decisions/0004-rule-versions.md).
 */
export function shownState({ state, effectiveFrom, supersededOn }: Published, today: LocalDate): ShownState {
  if (state === 'superseded' || (supersededOn !== null && supersededOn <= today)) return 'superseded';
  return effectiveFrom !== null && effectiveFrom <= today ? 'inForce' : 'upcoming';
}

interface Version {
  readonly lineageId: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate | null;
}

/** Of published versions, the one of each rule that holds on the day: the latest whose day has come. In the order given. */
export function versionsInForce<V extends Version>(versions: readonly V[], today: LocalDate): V[] {
  const holding = new Map<string, V>();
  for (const version of versions) {
    if (version.effectiveFrom === null || version.effectiveFrom > today) continue;
    const other = holding.get(version.lineageId);
    if (!other || isLater(version, other)) holding.set(version.lineageId, version);
  }
  return versions.filter((version) => holding.get(version.lineageId) === version);
}

function isLater(a: Version, b: Version): boolean {
  if (a.effectiveFrom === b.effectiveFrom) return a.version > b.version;
  return (a.effectiveFrom ?? '') > (b.effectiveFrom ?? '');
}
