/** Questions, each one document with all that was said on it: only its asker and those who answer for the village read it. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { FirstAid } from '@xiangyue/shared/features/antifraud/first-aid.rules';
import type { Opinion, QuestionState } from '@xiangyue/shared/features/antifraud/question.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import { Sweeper } from '../../platform/jobs/sweeper';

export interface QuestionEntry {
  /** The write's, so that a repeated one is the same entry. */
  key: string;
  by: 'asker' | 'officer';
  personId: string;
  text: string;
  opinion: Opinion | null;
  at: Date;
}

export interface FraudQuestion {
  id: string;
  askerId: string;
  villageId: string;
  /** From the county down to the village. */
  regionPath: string[];
  text: string;
  photoIds: string[];
  firstAid: FirstAid;
  hasPaid: boolean;
  caseId: string | null;
  askedAt: Date;
  dueAt: Date;
  state: QuestionState;
  ownerId: string | null;
  opinion: Opinion | null;
  entries: QuestionEntry[];
  expiresAt: Date;
}

/** `openSeat` counts a person's open questions from 1: a unique index keeps them few, whatever arrives together. */
type Row = Omit<FraudQuestion, 'id'> & { _id: string; openSeat?: number };

@Provide()
@Scope(ScopeEnum.Singleton)
export class FraudQuestionsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private questions!: Model<Row>;

  @Init()
  init(): void {
    const firstAid = part({ level: String, type: { type: String, default: null }, signs: [String], hasPaid: Boolean });
    const entry = part({
      key: String,
      by: String,
      personId: String,
      text: String,
      opinion: { type: String, default: null },
      at: Date,
    });
    const question = new Schema({
      _id: String,
      askerId: { type: String, required: true },
      villageId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      text: { type: String, required: true },
      photoIds: [String],
      firstAid: { type: firstAid, required: true },
      hasPaid: { type: Boolean, required: true },
      caseId: { type: String, default: null },
      askedAt: { type: Date, required: true },
      dueAt: { type: Date, required: true },
      state: { type: String, required: true },
      ownerId: { type: String, default: null },
      opinion: { type: String, default: null },
      entries: [entry],
      expiresAt: { type: Date, required: true },
      openSeat: Number,
    });
    question.index({ askerId: 1, askedAt: -1 });
    question.index(
      { askerId: 1, openSeat: 1 },
      { unique: true, partialFilterExpression: { openSeat: { $exists: true } } },
    );
    question.index({ regionPath: 1, state: -1, dueAt: 1 });
    question.index({ caseId: 1, askedAt: 1 });
    question.index({ expiresAt: 1 });
    this.questions = this.database.collection<Row>('fraudQuestions', question);
    this.sweeper.register({ collection: 'fraudQuestions', field: 'expiresAt' });
  }

  /** Keeps a question in the person's next free seat; false when all are taken. The same id again is the same question. */
  async insert({ id, ...fields }: FraudQuestion, seats: number): Promise<boolean> {
    // Each try loses only to a question of the same person that took the seat in between.
    for (;;) {
      if (await this.questions.exists({ _id: id })) return true;
      const taken = await this.questions
        .find({ askerId: fields.askerId, openSeat: { $exists: true } }, { openSeat: 1 })
        .lean<Row[]>();
      const openSeat = Array.from({ length: seats }, (_, i) => i + 1).find(
        (seat) => !taken.some((row) => row.openSeat === seat),
      );
      if (openSeat === undefined) return false;
      if (await Database.accepts(this.questions.create({ _id: id, ...fields, openSeat }))) return true;
    }
  }

  async find(id: string): Promise<FraudQuestion | null> {
    const row = await this.questions.findById(id).lean<Row>();
    return row && toQuestion(row);
  }

  /** A person's own, the newest first. */
  async listOf(askerId: string, limit: number): Promise<FraudQuestion[]> {
    const rows = await this.questions.find({ askerId }).sort({ askedAt: -1, _id: -1 }).limit(limit).lean<Row[]>();
    return rows.map(toQuestion);
  }

  /** Of a region and below it: the open ones first, by the time at which an answer is due. */
  async list(regionId: string, limit: number): Promise<FraudQuestion[]> {
    const rows = await this.questions
      .find({ regionPath: regionId })
      .sort({ state: -1, dueAt: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toQuestion);
  }

  /** Gives the question to somebody, if it is still with whom it was seen; false when another was faster. */
  async take(id: string, insteadOf: string | null, ownerId: string): Promise<boolean> {
    const taken = await this.questions.updateOne(
      { _id: id, ownerId: { $in: [insteadOf, ownerId] } },
      { $set: { ownerId } },
    );
    return taken.matchedCount === 1;
  }

  /** The asker says something more: the question is open again, and due anew. False when it is full. */
  async addOfAsker(id: string, entry: QuestionEntry, dueAt: Date, max: number): Promise<boolean> {
    return this.push(id, entry, max, { $set: { state: 'open', dueAt } });
  }

  /** Its owner answers. False when it is full, or with somebody else now. */
  async addOfOwner(id: string, entry: QuestionEntry & { opinion: Opinion }, max: number): Promise<boolean> {
    const answered = { $set: { state: 'answered', opinion: entry.opinion }, $unset: { openSeat: 1 } } as const;
    return this.push(id, entry, max, answered, { ownerId: entry.personId });
  }

  private async push(
    id: string,
    entry: QuestionEntry,
    max: number,
    change: object,
    more: object = {},
  ): Promise<boolean> {
    const pushed = await this.questions.updateOne(
      { _id: id, ...more, 'entries.key': { $ne: entry.key }, [`entries.${max - 1}`]: { $exists: false } },
      { ...change, $push: { entries: entry } },
    );
    return pushed.modifiedCount === 1 || (await this.questions.exists({ _id: id, 'entries.key': entry.key })) !== null;
  }

  /** How many of these people have asked after the case since then. */
  async countAskersOf(caseId: string, since: Date): Promise<number> {
    return (await this.questions.distinct('askerId', { caseId, askedAt: { $gte: since } })).length;
  }

  async removeAll(askerId: string): Promise<void> {
    await this.questions.deleteMany({ askerId });
  }
}

function toQuestion({ _id, openSeat: _seat, ...fields }: Row): FraudQuestion {
  return { id: _id, ...fields };
}
