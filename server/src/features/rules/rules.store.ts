/** Where readers find village rules: what is published, and nothing of how it came about. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { PUBLISHED_STATES, type RuleState } from '@xiangyue/shared/features/rules/life.rules';
import { IN_FORCE_LIMIT, VERSIONS_LIMIT } from '@xiangyue/shared/features/rules/rules.contract';
import { gramsOf } from '@xiangyue/shared/kernel/text';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import type { Model } from 'mongoose';
import { Database } from '../../platform/database/database';
import { type RuleRow, ruleDocuments } from './rule-documents.store';

/** A published version; its days are known. */
export type RuleDocument = Omit<
  RuleRow,
  '_id' | 'grams' | 'work' | 'slot' | 'filingKey' | 'adoptedOn' | 'effectiveFrom'
> & {
  id: string;
  adoptedOn: LocalDate;
  effectiveFrom: LocalDate;
};

/** A version without its clauses' texts, as lists show it. */
export type RuleSummary = Omit<RuleDocument, 'clauses' | 'regionPath'> & { clauseCount: number };

type SummaryRow = Omit<RuleSummary, 'id'> & { _id: string };

/** Documents that one search may look into: more than the villages of the largest township have. */
const SEARCHED_DOCUMENTS_LIMIT = 200;
/** Filed and in force at once: besides each that holds, the next may wait and the last not yet be closed. */
const LISTED_VERSIONS_LIMIT = IN_FORCE_LIMIT * 3;
/** Which of them hold is told by their days (`versionsInForce`). */
const MAY_HOLD = { $in: ['filed', 'inForce'] as const };
const PUBLISHED: ReadonlySet<RuleState> = new Set(PUBLISHED_STATES);
const HIDDEN = { grams: 0, work: 0, slot: 0, filingKey: 0 } as const;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesStore {
  @Inject()
  private readonly database!: Database;

  private documents!: Model<RuleRow>;

  @Init()
  init(): void {
    this.documents = ruleDocuments(this.database);
  }

  /** The village's versions that may hold today, newest first. */
  async listHolding(villageId: string, today: LocalDate): Promise<RuleSummary[]> {
    return this.summaries({ villageId, state: MAY_HOLD, effectiveFrom: { $lte: today } }, LISTED_VERSIONS_LIMIT, {
      effectiveFrom: -1,
      _id: 1,
    });
  }

  /** The published versions of one rule, newest first. */
  async listVersions(lineageId: string): Promise<RuleSummary[]> {
    return this.summaries({ lineageId, state: { $in: [...PUBLISHED_STATES] } }, VERSIONS_LIMIT, { version: -1 });
  }

  private async summaries(
    filter: object,
    limit: number,
    sort: Readonly<Record<string, 1 | -1>>,
  ): Promise<RuleSummary[]> {
    const rows = await this.documents.aggregate<SummaryRow>([
      { $match: filter },
      { $sort: sort },
      { $limit: limit },
      { $set: { clauseCount: { $size: '$clauses' } } },
      { $unset: ['clauses', 'regionPath', ...Object.keys(HIDDEN)] },
    ]);
    return rows.map(({ _id, ...fields }) => ({ id: _id, ...fields }));
  }

  /** A published version, whether it holds, waits or is past. */
  async find(documentId: string): Promise<RuleDocument | null> {
    // Straight through the driver, and by the id alone, for which the database has a way of its own: the most read page, and
    // mongoose's query would cost a fifth of the whole answer.
    const row = await this.documents.collection.findOne<RuleRow>({ _id: documentId as never }, { projection: HIDDEN });
    return row && PUBLISHED.has(row.state) ? toDocument(row) : null;
  }

  /** The lineages' versions that may hold today, without their texts. */
  async listHoldingOf(lineageIds: readonly string[], today: LocalDate): Promise<RuleSummary[]> {
    return this.summaries(
      { lineageId: { $in: [...new Set(lineageIds)] }, state: MAY_HOLD, effectiveFrom: { $lte: today } },
      SEARCHED_DOCUMENTS_LIMIT * 2,
      { effectiveFrom: -1 },
    );
  }

  /** Versions in the region that may hold today and have every gram, newest first; whether one clause holds the words is not asked here. */
  async findByGrams(regionId: string, grams: readonly string[], today: LocalDate): Promise<RuleDocument[]> {
    const rows = await this.documents
      .find({ grams: { $all: grams }, regionPath: regionId, state: MAY_HOLD, effectiveFrom: { $lte: today } }, HIDDEN)
      .sort({ effectiveFrom: -1, _id: 1 })
      .limit(SEARCHED_DOCUMENTS_LIMIT)
      .lean<RuleRow[]>();
    return rows.map(toDocument);
  }

  /** Writes documents whole, by id, with what a search needs; writing the same again changes nothing. */
  async put(documents: readonly RuleDocument[]): Promise<void> {
    await this.documents.bulkWrite(
      documents.map(({ id, ...fields }) => ({
        replaceOne: {
          filter: { _id: id },
          replacement: {
            ...fields,
            slot: slotOf(fields),
            grams: gramsOfClauses(fields.clauses),
          },
          upsert: true,
        },
      })),
    );
  }
}

/** What a search looks in. */
export function gramsOfClauses(clauses: RuleRow['clauses']): string[] {
  return gramsOf(clauses.map(({ title, text }) => `${title}\n${text}`).join('\n'));
}

/** The name of a version among those of its rule. */
export function slotOf({ lineageId, version }: Pick<RuleRow, 'lineageId' | 'version'>): string {
  return `${lineageId}/${version}`;
}

function toDocument({ _id, adoptedOn, effectiveFrom, ...fields }: RuleRow): RuleDocument {
  // A published version has both: filing writes the one, adopting the other.
  return { id: _id, adoptedOn: adoptedOn ?? '', effectiveFrom: effectiveFrom ?? '', ...fields };
}
