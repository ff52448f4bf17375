/**
 * How points come to be: the life of a claim, the days of its publicity, who may decide about it, as tables and plain
 * functions. In words: docs/states/points.md.
 */
import { daysAfter, daysBetween, type LocalDate } from '../../kernel/time';

/** Every state of a claim, with the word that people read. */
export const CLAIM_STATE_NAMES = {
  group: '等组里看',
  panel: '等村里评议',
  publicity: '公示中',
  crediting: '正在入账',
  credited: '已入账',
  reversing: '正在冲正',
  reversed: '已冲正',
  refused: '没有通过',
  withdrawn: '已撤回',
} as const;
export type ClaimState = keyof typeof CLAIM_STATE_NAMES;
export const CLAIM_STATES = Object.keys(CLAIM_STATE_NAMES) as ClaimState[];

/** Who moves a claim; `clock` is the service itself, when a day has come or to end what was begun. */
export type ClaimMover = 'household' | 'groupReviewer' | 'panel' | 'handler' | 'clock';

interface ClaimMove {
  readonly name: string;
  readonly from: readonly ClaimState[];
  readonly to: ClaimState;
  readonly by: readonly ClaimMover[];
}

const MOVE_TABLE = {
  passGroup: { name: '组里同意', from: ['group'], to: 'panel', by: ['groupReviewer'] },
  passPanel: { name: '评议通过，开始公示', from: ['panel'], to: 'publicity', by: ['panel'] },
  refuse: { name: '没有通过', from: ['group', 'panel'], to: 'refused', by: ['groupReviewer', 'panel'] },
  withdraw: { name: '自己撤回', from: ['group', 'panel', 'publicity'], to: 'withdrawn', by: ['household'] },
  /** An objection was right, before the points were there: they never come. */
  cancel: { name: '异议成立，不给分', from: ['publicity'], to: 'withdrawn', by: ['handler'] },
  /** An objection was right about the number: it is published anew. */
  amend: { name: '异议成立，改分重新公示', from: ['publicity'], to: 'publicity', by: ['handler'] },
  begin: { name: '公示期满', from: ['publicity'], to: 'crediting', by: ['clock'] },
  credit: { name: '入账', from: ['crediting'], to: 'credited', by: ['clock'] },
  overCap: { name: '这一项已经封顶', from: ['crediting'], to: 'refused', by: ['clock'] },
  /** An objection was right after the points were there: an opposite entry, and a new one where another number is due. */
  correct: { name: '异议成立，冲正', from: ['credited'], to: 'reversing', by: ['handler'] },
  reverse: { name: '已冲正', from: ['reversing'], to: 'reversed', by: ['clock'] },
  replace: { name: '改分入账', from: ['reversing'], to: 'credited', by: ['clock'] },
} as const satisfies Record<string, ClaimMove>;

export type ClaimMoveName = keyof typeof MOVE_TABLE;
export const CLAIM_MOVES: Readonly<Record<ClaimMoveName, ClaimMove>> = MOVE_TABLE;
export const CLAIM_MOVE_NAMES = Object.keys(MOVE_TABLE) as ClaimMoveName[];

/** Where the move leads, or null when this mover may not make it from this state. */
export function claimMoveFrom(state: ClaimState, move: ClaimMoveName, mover: ClaimMover): ClaimState | null {
  const { from, to, by } = CLAIM_MOVES[move];
  return from.includes(state) && by.includes(mover) ? to : null;
}

/** States in which a claim is on its way. */
export const OPEN_CLAIM_STATES = ['group', 'panel', 'publicity', 'crediting'] as const satisfies ClaimState[];
/** States whose points count towards a household's limit for an item. */
export const COUNTING_STATES = [...OPEN_CLAIM_STATES, 'credited', 'reversing'] as const satisfies ClaimState[];
/** States in which anybody of the village may object. */
export const OBJECTIONABLE_STATES = ['publicity', 'credited'] as const satisfies ClaimState[];

/** 村务公开 is shown for at least 15 days (村民委员会组织法 art. 35), so is this. */
export const PUBLICITY_MIN_DAYS = 15;
export const PUBLICITY_MAX_DAYS = 60;
/** An objection is answered within this many days after the day on which it came. */
export const ANSWER_DAYS = 3;
/** How long after it was credited a claim can still be objected to, in days. */
export const LATE_OBJECTION_DAYS = 60;
/** How long ago something may be that points are asked for, in days. */
export const CLAIM_MAX_AGE_DAYS = 90;

/** The last day on which it is shown. */
export function publicUntil(publishedOn: LocalDate, days: number): LocalDate {
  return daysAfter(publishedOn, days);
}

/** Days that it is still shown after today; 0 on the last. */
export function daysLeft(until: LocalDate, today: LocalDate): number {
  return Math.max(0, daysBetween(today, until));
}

/** True once the last day of publicity is over. */
export function isPublicityOver(until: LocalDate, today: LocalDate): boolean {
  return until < today;
}

/** The last day for the answer to an objection. */
export function answerDueOn(objectedOn: LocalDate): LocalDate {
  return daysAfter(objectedOn, ANSWER_DAYS);
}

/** Whether points may be asked today for what was done on that day. */
export function doneOnRefusal(
  doneOn: LocalDate,
  cycleStartedOn: LocalDate,
  today: LocalDate,
): 'points.doneOnWrong' | 'points.cycleClosed' | null {
  if (doneOn > today || daysBetween(doneOn, today) > CLAIM_MAX_AGE_DAYS) return 'points.doneOnWrong';
  return doneOn < cycleStartedOn ? 'points.cycleClosed' : null;
}

/** Whoever decides, as far as it matters to whether they may. */
export interface Decider {
  readonly personId: string;
  /** Their own household; null where they are bound to none. */
  readonly householdId: string | null;
}

/** What a claim says about who must not decide about it. */
export interface Contested {
  readonly householdId: string;
  /** Households in which relatives of the household live. */
  readonly relatedHouseholdIds: readonly string[];
  readonly proposedBy: string;
  readonly reviews: readonly { readonly by: string; readonly householdId: string }[];
}

export type DeciderRefusal =
  | 'points.deciderUnbound'
  | 'points.ownHousehold'
  | 'points.relatives'
  | 'points.ownProposal'
  | 'points.decidedAlready';

/** Why this person may not decide about this claim; null when they may. Whoever's household is unknown may not: nobody could tell. */
export function deciderRefusal(claim: Contested, { personId, householdId }: Decider): DeciderRefusal | null {
  if (householdId === null) return 'points.deciderUnbound';
  if (claim.householdId === householdId) return 'points.ownHousehold';
  if (claim.relatedHouseholdIds.includes(householdId)) return 'points.relatives';
  if (claim.proposedBy === personId) return 'points.ownProposal';
  const isSecond = claim.reviews.some((review) => review.by === personId || review.householdId === householdId);
  return isSecond ? 'points.decidedAlready' : null;
}

/** What an entry of an account is. */
export const ENTRY_KIND_NAMES = {
  claim: '申报入账',
  reversal: '冲正',
  correction: '改分入账',
  redemption: '兑换',
  giveBack: '兑换退回',
  closing: '年度清零',
  carriedOut: '转到下一年度',
  carriedIn: '上一年度转来',
  imported: '导入以前的台账',
} as const;
export type EntryKind = keyof typeof ENTRY_KIND_NAMES;
export const ENTRY_KINDS = Object.keys(ENTRY_KIND_NAMES) as EntryKind[];

/** What an entry adds to the points for ever; what is spent or carried changes nothing there. */
export function honourOf(kind: EntryKind, points: number): number {
  return kind === 'claim' || kind === 'reversal' || kind === 'correction' || kind === 'imported' ? points : 0;
}

/** The keys under which the account knows what a claim did. */
export const claimKey = (claimId: string) => `claim/${claimId}`;
export const reversalKey = (claimId: string, objectionId: string) => `claim/${claimId}/back/${objectionId}`;
export const correctionKey = (claimId: string, objectionId: string) => `claim/${claimId}/again/${objectionId}`;
