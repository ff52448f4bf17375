/** Where village rules are kept: a document is one version of a village's rules with all its clauses. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { IN_FORCE_LIMIT } from '@xiangyue/shared/features/rules/rules.contract';
import { gramsOf } from '@xiangyue/shared/kernel/text';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface LegalBasis {
  law: string;
  article: string;
  gist: string;
}

export interface Clause {
  number: number;
  title: string;
  text: string;
  basis: LegalBasis[];
  consequence: string;
}

export interface RuleDocument {
  id: string;
  villageId: string;
  /** Regions above the village and the village itself; a search in a township looks here. */
  regionPath: string[];
  title: string;
  version: number;
  state: 'inForce';
  adoptedOn: LocalDate;
  effectiveFrom: LocalDate;
  clauses: Clause[];
  illustrative: boolean;
}

/** A document without its clauses' texts, as lists show it. */
export type RuleSummary = Omit<RuleDocument, 'clauses' | 'regionPath' | 'state'> & { clauseCount: number };

type Row = Omit<RuleDocument, 'id'> & { _id: string; grams: string[] };

/** Documents that one search may look into: more than the villages of the largest township have. */
const SEARCHED_DOCUMENTS_LIMIT = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesStore {
  @Inject()
  private readonly database!: Database;

  private documents!: Model<Row>;

  @Init()
  init(): void {
    const basis = new Schema({ law: String, article: String, gist: String }, { _id: false });
    const clause = new Schema(
      { number: Number, title: String, text: String, basis: [basis], consequence: String },
      { _id: false },
    );
    const document = new Schema({
      _id: String,
      villageId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      title: { type: String, required: true },
      version: { type: Number, required: true },
      state: { type: String, required: true },
      adoptedOn: String,
      effectiveFrom: String,
      clauses: [clause],
      illustrative: { type: Boolean, required: true },
      grams: [String],
    });
    document.index({ villageId: 1, state: 1, effectiveFrom: -1 });
    // No region in this index: an index over two arrays is not possible, and a pair of characters is rarer than a town.
    document.index({ grams: 1 });
    this.documents = this.database.collection<Row>('ruleDocuments', document);
  }

  /** The village's documents in force, newest first. */
  async listInForce(villageId: string): Promise<RuleSummary[]> {
    const rows = await this.documents.aggregate<Omit<RuleSummary, 'id'> & { _id: string }>([
      { $match: { villageId, state: 'inForce' } },
      { $sort: { effectiveFrom: -1 } },
      { $limit: IN_FORCE_LIMIT },
      { $set: { clauseCount: { $size: '$clauses' } } },
      { $unset: ['clauses', 'grams', 'regionPath', 'state'] },
    ]);
    return rows.map(({ _id, ...fields }) => ({ id: _id, ...fields }));
  }

  async find(documentId: string): Promise<RuleDocument | null> {
    // Straight through the driver: the most read page, and mongoose's query would cost a fifth of the whole answer.
    const row = await this.documents.collection.findOne<Row>(
      { _id: documentId as never, state: 'inForce' },
      { projection: { grams: 0 } },
    );
    return row && toDocument(row);
  }

  /** Documents in force in the region that hold every gram, newest first; whether one clause holds the words is not asked here. */
  async findByGrams(regionId: string, grams: readonly string[]): Promise<RuleDocument[]> {
    const rows = await this.documents
      .find({ grams: { $all: grams }, regionPath: regionId, state: 'inForce' }, { grams: 0 })
      .sort({ effectiveFrom: -1, _id: 1 })
      .limit(SEARCHED_DOCUMENTS_LIMIT)
      .lean<Row[]>();
    return rows.map(toDocument);
  }

  /** Writes documents whole, by id, with what a search needs; writing the same again changes nothing. */
  async put(documents: readonly RuleDocument[]): Promise<void> {
    await this.documents.bulkWrite(
      documents.map(({ id, ...fields }) => ({
        replaceOne: { filter: { _id: id }, replacement: { ...fields, grams: gramsOfDocument(fields) }, upsert: true },
      })),
    );
  }
}

function gramsOfDocument({ clauses }: Pick<RuleDocument, 'clauses'>): string[] {
  return gramsOf(clauses.map(({ title, text }) => `${title}\n${text}`).join('\n'));
}

function toDocument({ _id, grams: _grams, ...fields }: Row): RuleDocument {
  return { id: _id, ...fields };
}
