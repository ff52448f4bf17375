/**
 * The collection of rule documents: one document is one version of a village's rules, from the first draft until the next
 * version takes its place. What readers need stands at the top; how it came about is in `work`, which readers never load.
 */
import type { Explanation } from '@xiangyue/shared/features/rules/clause-check.rules';
import type { MoveName, RuleState } from '@xiangyue/shared/features/rules/life.rules';
import type { Exclusion, MeetingCount, Outcome } from '@xiangyue/shared/features/rules/meeting.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import type { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface LegalBasis {
  law: string;
  article: string;
  gist: string;
}

export interface Clause {
  /** Stays when the clause moves, is reworded, and through the versions. */
  key: string;
  number: number;
  title: string;
  text: string;
  basis: LegalBasis[];
  consequence: string;
}

export type Reviewer = 'townOffice' | 'legalAdviser';

export interface Review {
  as: Reviewer;
  by: string;
  words: string;
  at: Date;
}

export interface HeldMeeting extends Omit<MeetingCount, 'excluded'> {
  excluded: Exclusion[];
  heldOn: LocalDate;
  outcome: Outcome;
  recordedAt: Date;
  by: string;
  /** Of the signed record. */
  photoIds: string[];
}

export interface HistoryEntry {
  move: MoveName;
  /** The person, or `clock`. */
  by: string;
  at: Date;
  why: string | null;
}

/** How a document came about. */
export interface Work {
  /** Counts every write; a move names the one it has seen. */
  revision: number;
  changedAt: Date;
  basedOn: string | null;
  explanations: Explanation[];
  /** Last day of the announced period for comments. */
  until: LocalDate | null;
  reviews: Review[];
  meetings: HeldMeeting[];
  history: HistoryEntry[];
}

export interface RuleRow {
  _id: string;
  villageId: string;
  /** Regions above the village and the village itself; a search in a township looks here. */
  regionPath: string[];
  /** The first version's id; all versions of one rule share it. */
  lineageId: string;
  version: number;
  /** `<lineageId>/<version>`, unique: one version of a rule is in the making at a time. A withdrawn one gives it back. */
  slot?: string;
  title: string;
  state: RuleState;
  adoptedOn: LocalDate | null;
  effectiveFrom: LocalDate | null;
  /** The first day on which the next version holds in its place. */
  supersededOn: LocalDate | null;
  clauses: Clause[];
  illustrative: boolean;
  filingNumber: string | null;
  /** `<townshipId>/<number>`, unique: a town gives each number once. */
  filingKey?: string;
  /** What a search looks in; filled when the document is filed. */
  grams: string[];
  work?: Work;
}

/** The collection, declared once, for the stores that read and write it. */
export function ruleDocuments(database: Database): Model<RuleRow> {
  return (
    (database.connection.models.ruleDocuments as Model<RuleRow> | undefined) ??
    database.collection<RuleRow>('ruleDocuments', makeSchema())
  );
}

function makeSchema(): Schema {
  const basis = part({ law: String, article: String, gist: String });
  const clause = part({
    key: String,
    number: Number,
    title: String,
    text: String,
    basis: [basis],
    consequence: String,
  });
  const work = part({
    revision: Number,
    changedAt: Date,
    basedOn: { type: String, default: null },
    explanations: [part({ clauseKey: String, check: String, quote: String, words: String })],
    until: { type: String, default: null },
    reviews: [part({ as: String, by: String, words: String, at: Date })],
    meetings: [
      part({
        kind: String,
        base: String,
        registered: Number,
        excluded: [part({ reason: String, count: Number })],
        present: Number,
        womenPresent: Number,
        inFavour: Number,
        against: Number,
        abstaining: Number,
        heldOn: String,
        outcome: String,
        recordedAt: Date,
        by: String,
        photoIds: [String],
      }),
    ],
    history: [part({ move: String, by: String, at: Date, why: { type: String, default: null } })],
  });
  const document = new Schema({
    _id: String,
    villageId: { type: String, required: true },
    regionPath: { type: [String], required: true },
    lineageId: { type: String, required: true },
    version: { type: Number, required: true },
    slot: String,
    title: { type: String, required: true },
    state: { type: String, required: true },
    adoptedOn: { type: String, default: null },
    effectiveFrom: { type: String, default: null },
    supersededOn: { type: String, default: null },
    clauses: [clause],
    illustrative: { type: Boolean, required: true },
    filingNumber: { type: String, default: null },
    filingKey: String,
    grams: [String],
    work,
  });
  document.index({ villageId: 1, state: 1, effectiveFrom: -1 });
  document.index({ regionPath: 1, state: 1 });
  document.index({ lineageId: 1, version: -1 });
  // For the clock's work: what is filed and what is to be closed.
  document.index({ state: 1, effectiveFrom: 1 });
  document.index({ slot: 1 }, { unique: true, partialFilterExpression: { slot: { $exists: true } } });
  document.index({ filingKey: 1 }, { unique: true, partialFilterExpression: { filingKey: { $exists: true } } });
  // No region in this index: an index over two arrays is not possible, and a pair of characters is rarer than a town.
  document.index({ grams: 1 });
  return document;
}
