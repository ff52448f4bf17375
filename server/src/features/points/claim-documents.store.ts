/** What a claim is, as it is stored: one document each, with everything that was decided about it. */
import type { Category } from '@xiangyue/shared/features/points/catalogue.rules';
import type { ClaimState } from '@xiangyue/shared/features/points/points.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import type { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface ClaimReview {
  readonly by: string;
  readonly householdId: string;
  readonly stage: 'group' | 'panel';
  readonly approves: boolean;
  readonly words: string;
  readonly at: Date;
}

export type ObjectionOutcome = 'waiting' | 'dismissed' | 'cancelled' | 'amended';

export interface Objection {
  readonly id: string;
  readonly by: string;
  readonly words: string;
  readonly at: Date;
  readonly dueOn: LocalDate;
  readonly handlerId: string | null;
  readonly outcome: ObjectionOutcome;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** How it came in: asked for by somebody, entered for many at once, or told by an event of volunteers. */
export type ClaimSource = 'claim' | 'bulk' | 'event';

export interface Claim {
  readonly id: string;
  readonly villageId: string;
  readonly regionPath: readonly string[];
  readonly householdId: string;
  readonly relatedHouseholdIds: readonly string[];
  /** The cycle that ran when it was asked for, later the one in which it was credited. */
  readonly year: number;
  readonly itemKey: string;
  readonly itemTitle: string;
  readonly category: Category;
  readonly points: number;
  readonly minPoints: number;
  readonly maxPoints: number;
  readonly evidence: string;
  readonly capPoints: number | null;
  readonly publicityDays: number;
  readonly doneOn: LocalDate;
  readonly words: string;
  readonly photoIds: readonly string[];
  readonly source: ClaimSource;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly onBehalf: boolean;
  readonly state: ClaimState;
  readonly revision: number;
  readonly reviews: readonly ClaimReview[];
  readonly publishedOn: LocalDate | null;
  readonly publicUntil: LocalDate | null;
  readonly creditedOn: LocalDate | null;
  /** The key of the entry with which its points stand in the account. */
  readonly entryKey: string | null;
  /** What an objection that was right makes of credited points; 0: nothing is left of them. */
  readonly correction: { readonly objectionId: string; readonly points: number } | null;
  readonly objections: readonly Objection[];
  readonly openObjections: number;
}

export type ClaimRow = Omit<Claim, 'id'> & { _id: string };

function declare(database: Database): Model<ClaimRow> {
  const review = part({ by: String, householdId: String, stage: String, approves: Boolean, words: String, at: Date });
  const objection = part({
    id: String,
    by: String,
    words: String,
    at: Date,
    dueOn: String,
    handlerId: String,
    outcome: String,
    answer: String,
    answeredBy: String,
    answeredAt: Date,
  });
  const claim = new Schema({
    _id: String,
    villageId: { type: String, required: true },
    regionPath: { type: [String], required: true },
    householdId: { type: String, required: true },
    relatedHouseholdIds: [String],
    year: { type: Number, required: true },
    itemKey: { type: String, required: true },
    itemTitle: { type: String, required: true },
    category: { type: String, required: true },
    points: { type: Number, required: true },
    minPoints: { type: Number, required: true },
    maxPoints: { type: Number, required: true },
    evidence: { type: String, default: '' },
    capPoints: Number,
    publicityDays: { type: Number, required: true },
    doneOn: { type: String, required: true },
    words: { type: String, default: '' },
    photoIds: [String],
    source: { type: String, required: true },
    proposedBy: { type: String, required: true },
    proposedAt: { type: Date, required: true },
    onBehalf: { type: Boolean, required: true },
    state: { type: String, required: true },
    revision: { type: Number, required: true },
    reviews: [review],
    publishedOn: String,
    publicUntil: String,
    creditedOn: String,
    entryKey: String,
    correction: part({ objectionId: String, points: Number }),
    objections: [objection],
    openObjections: { type: Number, required: true },
  });
  claim.index({ householdId: 1, proposedAt: -1, _id: -1 });
  claim.index({ householdId: 1, itemKey: 1, doneOn: 1 });
  claim.index({ state: 1, regionPath: 1, proposedAt: 1, _id: 1 });
  claim.index({ villageId: 1, state: 1, publicUntil: 1, _id: 1 });
  claim.index({ villageId: 1, state: 1, creditedOn: -1, _id: -1 });
  claim.index({ state: 1, publicUntil: 1 });
  claim.index({ regionPath: 1, openObjections: 1 }, { partialFilterExpression: { openObjections: { $gt: 0 } } });
  claim.index({ proposedBy: 1 });
  claim.index({ 'objections.by': 1 });
  return database.collection<ClaimRow>('pointsClaims', claim);
}

/** The one model of a process: two stores read and write it. */
export function claimsOf(database: Database): Model<ClaimRow> {
  return (database.connection.models.pointsClaims as Model<ClaimRow> | undefined) ?? declare(database);
}

export function toClaim({ _id, ...fields }: ClaimRow): Claim {
  return { id: _id, ...fields };
}
