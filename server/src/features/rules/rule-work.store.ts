/** Versions in the making. Every change is one write whose filter names the state and the revision that were seen. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  MOVES,
  type MoveName,
  OPEN_STATES,
  PUBLISHED_STATES,
  type RuleState,
} from '@xiangyue/shared/features/rules/life.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import type { Model } from 'mongoose';
import { Database } from '../../platform/database/database';
import type { Clause, HeldMeeting, Review, RuleRow, Work } from './rule-documents.store';
import { ruleDocuments } from './rule-documents.store';
import { gramsOfClauses, slotOf } from './rules.store';

/** A version with how it came about. */
export type RuleInMaking = Omit<RuleRow, '_id' | 'grams' | 'work' | 'slot' | 'filingKey'> & { id: string; work: Work };

export type OpenSummary = Pick<RuleInMaking, 'id' | 'villageId' | 'title' | 'version' | 'state'> & {
  changedAt: Date;
  until: LocalDate | null;
  clauseCount: number;
  reviewedBy: Review['as'][];
};

/** What a mover saw; the write happens only while it is still so. */
export interface Seen {
  readonly state: RuleState;
  readonly revision: number;
}

/** One move, with what else it changes in the same write. */
export interface MoveWrite {
  readonly move: MoveName;
  readonly by: string;
  readonly at: Date;
  readonly why?: string;
  readonly changes?: MoveChanges;
}

/** What the town says when it files a version. */
interface Filing {
  readonly number: string;
  readonly effectiveFrom: LocalDate;
  readonly clauses: Clause[];
  readonly townshipId: string;
}

interface MoveChanges {
  readonly until?: LocalDate;
  /** All of this round's reviews; a document that is sent round again begins with none. */
  readonly reviews?: Review[];
  readonly meeting?: HeldMeeting;
  readonly adoptedOn?: LocalDate;
  readonly filing?: Filing;
}

export interface NewDraft {
  readonly id: string;
  readonly villageId: string;
  readonly regionPath: string[];
  readonly title: string;
  readonly lineageId: string;
  readonly version: number;
  readonly basedOn: string | null;
  readonly clauses: Clause[];
  readonly at: Date;
}

const OPEN_LIMIT = 200;
/** A cadre's moves of many years. */
const MOVES_LIMIT = 2_000;
/** Filed versions that one look of the clock goes through; there are a handful in a county. */
const FILED_LIMIT = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RuleWorkStore {
  @Inject()
  private readonly database!: Database;

  private documents!: Model<RuleRow>;

  @Init()
  init(): void {
    this.documents = ruleDocuments(this.database);
  }

  /** The regions above a document, for the gate; null when there is none. */
  async regionPathOf(id: string): Promise<string[] | null> {
    const row = await this.documents.findById(id, { regionPath: 1 }).lean<RuleRow>();
    return row?.regionPath ?? null;
  }

  async find(id: string): Promise<RuleInMaking | null> {
    const row = await this.documents.findById(id, { grams: 0, slot: 0, filingKey: 0 }).lean<RuleRow>();
    return row && toRule(row);
  }

  /** The titles of documents, by id. */
  async titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.documents.find({ _id: { $in: [...new Set(ids)] } }, { title: 1 }).lean<RuleRow[]>();
    return new Map(rows.map(({ _id, title }) => [_id, title]));
  }

  /** Every move that a person made, on whatever document, the earliest first. */
  async listMovedBy(personId: string): Promise<{ title: string; move: MoveName; at: Date }[]> {
    return this.documents.aggregate([
      { $match: { 'work.history.by': personId } },
      { $unwind: '$work.history' },
      { $match: { 'work.history.by': personId } },
      { $sort: { 'work.history.at': 1 } },
      { $limit: MOVES_LIMIT },
      { $project: { _id: 0, title: 1, move: '$work.history.move', at: '$work.history.at' } },
    ]);
  }

  /** What is under way in the region, in any of the states, last changed first. */
  async listOpen(regionId: string, states: readonly RuleState[] = OPEN_STATES): Promise<OpenSummary[]> {
    return this.documents.aggregate<OpenSummary>([
      { $match: { regionPath: regionId, state: { $in: [...states] } } },
      { $sort: { 'work.changedAt': -1, _id: 1 } },
      { $limit: OPEN_LIMIT },
      {
        $project: {
          _id: 0,
          id: '$_id',
          villageId: 1,
          title: 1,
          version: 1,
          state: 1,
          changedAt: '$work.changedAt',
          until: '$work.until',
          clauseCount: { $size: '$clauses' },
          reviewedBy: '$work.reviews.as',
        },
      },
    ]);
  }

  /** The highest version of a rule that was ever published; 0 when none was. */
  async latestVersion(lineageId: string): Promise<number> {
    const row = await this.documents
      .findOne({ lineageId, state: { $in: [...PUBLISHED_STATES] } }, { version: 1 })
      .sort({ version: -1 })
      .lean<RuleRow>();
    return row?.version ?? 0;
  }

  /** Begins a draft; false when this version of the rule is being made already. The same id again is the same draft. */
  async insertDraft({ id, at, basedOn, ...draft }: NewDraft): Promise<boolean> {
    const work: Work = {
      revision: 0,
      changedAt: at,
      basedOn,
      explanations: [],
      until: null,
      reviews: [],
      meetings: [],
      history: [],
    };
    try {
      await this.documents.create({
        _id: id,
        ...draft,
        slot: slotOf(draft),
        state: 'draft',
        illustrative: false,
        work,
      });
      return true;
    } catch (error) {
      if (!Database.isDuplicateKey(error)) throw error;
      return (await this.documents.exists({ _id: id })) !== null;
    }
  }

  /** Writes what the author has; false when somebody else wrote or moved the draft since. */
  async saveDraft(
    id: string,
    revision: number,
    draft: Pick<RuleRow, 'title' | 'clauses'> & Pick<Work, 'explanations'>,
    at: Date,
  ): Promise<boolean> {
    const saved = await this.documents.updateOne(
      { _id: id, state: 'draft', 'work.revision': revision },
      {
        $set: {
          title: draft.title,
          clauses: draft.clauses,
          'work.explanations': draft.explanations,
          'work.changedAt': at,
        },
        $inc: { 'work.revision': 1 },
      },
    );
    return saved.modifiedCount === 1;
  }

  /**
   * Moves a document, and keeps who did it, when and why, in one write. False when it is no longer as it was seen; throws
   * what `Database.isDuplicateKey` knows when the filing number is taken.
   */
  async move(id: string, seen: Seen, { move, by, at, why = '', changes = {} }: MoveWrite): Promise<boolean> {
    const { to } = MOVES[move];
    const { until, reviews, meeting, adoptedOn, filing } = changes;
    const moved = await this.documents.updateOne(
      { _id: id, state: seen.state, 'work.revision': seen.revision },
      {
        $set: {
          state: to,
          'work.changedAt': at,
          ...(until !== undefined && { 'work.until': until }),
          ...(reviews !== undefined && { 'work.reviews': reviews }),
          ...(adoptedOn !== undefined && { adoptedOn }),
          ...(filing !== undefined && filedFields(filing)),
        },
        $inc: { 'work.revision': 1 },
        $push: {
          'work.history': { move, by, at, why: why === '' ? null : why },
          ...(meeting !== undefined && { 'work.meetings': meeting }),
        },
        ...(to === 'withdrawn' && { $unset: { slot: 1 } }),
      },
    );
    return moved.modifiedCount === 1;
  }

  /** Keeps the first of the two approvals, or a meeting without a quorum: something happened, the state stays. */
  async note(
    id: string,
    seen: Seen,
    what: { readonly review?: Review; readonly meeting?: HeldMeeting },
    at: Date,
  ): Promise<boolean> {
    const noted = await this.documents.updateOne(
      { _id: id, state: seen.state, 'work.revision': seen.revision },
      {
        $set: { 'work.changedAt': at },
        $inc: { 'work.revision': 1 },
        $push: {
          ...(what.review && { 'work.reviews': what.review }),
          ...(what.meeting && { 'work.meetings': what.meeting }),
        },
      },
    );
    return noted.modifiedCount === 1;
  }

  /** Writes versions in the making whole, by id, for the demo; writing the same again changes nothing. */
  async put(rules: readonly RuleInMaking[]): Promise<void> {
    await this.documents.bulkWrite(
      rules.map(({ id, ...fields }) => ({
        replaceOne: { filter: { _id: id }, replacement: { ...fields, slot: slotOf(fields), grams: [] }, upsert: true },
      })),
    );
  }

  /** Versions that were filed and have not yet been seen to take effect, in the order of their days. */
  async listFiled(): Promise<Array<Pick<RuleInMaking, 'id' | 'lineageId' | 'version'> & { effectiveFrom: LocalDate }>> {
    const rows = await this.documents
      .find({ state: 'filed' }, { lineageId: 1, version: 1, effectiveFrom: 1 })
      .sort({ effectiveFrom: 1, version: 1 })
      .limit(FILED_LIMIT)
      .lean<RuleRow[]>();
    return rows.map(({ _id, lineageId, version, effectiveFrom }) => ({
      id: _id,
      lineageId,
      version,
      effectiveFrom: effectiveFrom ?? '',
    }));
  }

  /** Tells the earlier versions of a rule the day on which this one takes their place. Repeating changes nothing. */
  async closeEarlier(lineageId: string, version: number, from: LocalDate): Promise<void> {
    await this.documents.updateMany(
      { lineageId, version: { $lt: version }, state: { $in: ['filed', 'inForce'] }, supersededOn: null },
      { $set: { supersededOn: from } },
    );
  }

  /** The clock's two moves, each a guarded write for every document whose day has come. Repeating changes nothing. */
  async takeEffect(today: LocalDate, at: Date): Promise<void> {
    await this.documents.updateMany(
      { state: 'filed', effectiveFrom: { $lte: today } },
      { $set: { state: MOVES.takeEffect.to }, $push: { 'work.history': byClock('takeEffect', at) } },
    );
    await this.documents.updateMany(
      { state: 'inForce', supersededOn: { $ne: null, $lte: today } },
      { $set: { state: MOVES.supersede.to }, $push: { 'work.history': byClock('supersede', at) } },
    );
  }
}

function byClock(move: MoveName, at: Date) {
  return { move, by: 'clock', at, why: null };
}

function filedFields({ number, effectiveFrom, clauses, townshipId }: Filing) {
  // A town gives each number once.
  const filingKey = `${townshipId}/${number}`;
  return { filingNumber: number, filingKey, effectiveFrom, grams: gramsOfClauses(clauses) };
}

/** A version from before there was work to keep has none; it reads as one that nothing was done to. */
function toRule({ _id, work, ...fields }: RuleRow): RuleInMaking {
  return {
    id: _id,
    ...fields,
    work: {
      revision: work?.revision ?? 0,
      changedAt: work?.changedAt ?? new Date(0),
      basedOn: work?.basedOn ?? null,
      explanations: work?.explanations ?? [],
      until: work?.until ?? null,
      reviews: work?.reviews ?? [],
      meetings: work?.meetings ?? [],
      history: work?.history ?? [],
    },
  };
}
