/** Fraud cases, each one document. Every change is one write whose filter names the state and the revision that were seen. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CASE_MOVES, type CaseMoveName, type CaseState } from '@xiangyue/shared/features/antifraud/case.rules';
import type { FraudTypeKey, Target } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

/** What is written of a case. */
export interface CaseContent {
  type: FraudTypeKey;
  title: string;
  steps: string[];
  sayNo: string;
  amountYuan: number | null;
  targets: Target[];
  doNow: string[];
  source: string;
  ownerId: string;
  expiresOn: LocalDate;
}

export interface CaseEvent {
  what: CaseMoveName | 'write';
  /** A person's id, or `clock`. */
  by: string;
  at: Date;
  why: string | null;
}

export interface FraudCase extends CaseContent {
  id: string;
  regionId: string;
  /** From the county down to `regionId`. */
  regionPath: string[];
  state: CaseState;
  revision: number;
  /** Whoever has written of it: none of them publishes it. */
  writerIds: string[];
  publishedOn: LocalDate | null;
  changedAt: Date;
  history: CaseEvent[];
  illustrative: boolean;
}

type Row = Omit<FraudCase, 'id'> & { _id: string };

/** What a mover saw; the write happens only while it is still so. */
interface SeenCase {
  readonly id: string;
  readonly state: CaseState;
  readonly revision: number;
}

/** Moves that are kept; a case goes round a few times. */
const HISTORY_MAX = 100;
/** Cases that one look of the clock lets go. */
const EXPIRED_AT_ONCE = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CasesStore {
  @Inject()
  private readonly database!: Database;

  private cases!: Model<Row>;

  @Init()
  init(): void {
    const event = part({ what: String, by: String, at: Date, why: { type: String, default: null } });
    const fraudCase = new Schema({
      _id: String,
      regionId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      state: { type: String, required: true },
      revision: { type: Number, required: true },
      type: { type: String, required: true },
      title: { type: String, default: '' },
      steps: [String],
      sayNo: { type: String, default: '' },
      amountYuan: { type: Number, default: null },
      targets: [String],
      doNow: [String],
      source: { type: String, default: '' },
      ownerId: { type: String, required: true },
      expiresOn: { type: String, required: true },
      writerIds: { type: [String], required: true },
      publishedOn: { type: String, default: null },
      changedAt: { type: Date, required: true },
      history: [event],
      illustrative: { type: Boolean, required: true },
    });
    fraudCase.index({ regionId: 1, state: 1, publishedOn: -1 });
    fraudCase.index({ regionPath: 1, changedAt: -1 });
    fraudCase.index({ state: 1, expiresOn: 1 });
    this.cases = this.database.collection<Row>('fraudCases', fraudCase);
  }

  async find(id: string): Promise<FraudCase | null> {
    const row = await this.cases.findById(id).lean<Row>();
    return row && toCase(row);
  }

  /** Published cases of these very regions that hold today, the newest first. */
  async listPublic(regionIds: readonly string[], today: LocalDate, limit: number): Promise<FraudCase[]> {
    const rows = await this.cases
      .find({ regionId: { $in: regionIds }, state: 'published', expiresOn: { $gte: today } })
      .sort({ publishedOn: -1, _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toCase);
  }

  /** All of a region and below it, last changed first. */
  async list(regionId: string, limit: number): Promise<FraudCase[]> {
    const rows = await this.cases
      .find({ regionPath: regionId })
      .sort({ changedAt: -1, _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toCase);
  }

  /** The same id again is the same case. */
  async insert({ id, ...fields }: FraudCase): Promise<void> {
    await this.cases.updateOne({ _id: id }, { $setOnInsert: fields }, { upsert: true });
  }

  /** Writes a draft; false when somebody was faster or it is none any more. */
  async save(id: string, revision: number, content: CaseContent, by: string, at: Date): Promise<boolean> {
    const saved = await this.cases.updateOne(
      { _id: id, state: 'draft', revision },
      { $set: { ...content, changedAt: at }, $inc: { revision: 1 }, $addToSet: { writerIds: by } },
    );
    return saved.modifiedCount === 1;
  }

  /** Moves a case from what was seen; false when it is not so any more, or a second person is needed and this is none. */
  async move(
    { id, state, revision }: SeenCase,
    { what, by, at, why }: CaseEvent & { what: CaseMoveName },
    publishedOn?: LocalDate,
  ): Promise<boolean> {
    const move = CASE_MOVES[what];
    const moved = await this.cases.updateOne(
      { _id: id, state, revision, ...(move.by === 'second' && { writerIds: { $ne: by } }) },
      {
        $set: { state: move.to, changedAt: at, ...(publishedOn !== undefined && { publishedOn }) },
        $inc: { revision: 1 },
        $push: { history: { $each: [{ what, by, at, why }], $slice: -HISTORY_MAX } },
      },
    );
    return moved.modifiedCount === 1;
  }

  /** Published cases whose last day is over. */
  async listOver(today: LocalDate): Promise<FraudCase[]> {
    const rows = await this.cases
      .find({ state: 'published', expiresOn: { $lt: today } })
      .limit(EXPIRED_AT_ONCE)
      .lean<Row[]>();
    return rows.map(toCase);
  }

  /** Writes cases whole, by id, for the demo; writing the same again changes nothing. */
  async put(cases: readonly FraudCase[]): Promise<void> {
    await this.cases.bulkWrite(
      cases.map(({ id, ...fields }) => ({ replaceOne: { filter: { _id: id }, replacement: fields, upsert: true } })),
    );
  }
}

function toCase({ _id, ...fields }: Row): FraudCase {
  return { id: _id, ...fields };
}
