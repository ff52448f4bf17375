/** What villagers say about a draft: one document a comment, one document an opinion on a clause. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { ANSWER_RESULTS, POLL_CHOICES } from '@xiangyue/shared/features/rules/consultation.contract';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export type PollChoice = keyof typeof POLL_CHOICES;
export type AnswerResult = keyof typeof ANSWER_RESULTS;
export type Look = 'waiting' | 'shown' | 'held';

export interface RuleComment {
  id: string;
  documentId: string;
  clauseKey: string | null;
  authorId: string;
  named: boolean;
  /** By which somebody wrote it down for a villager. */
  delegationId: string | null;
  text: string;
  at: Date;
  /** Whether the village's desk has looked at it, and lets everyone read it. */
  look: Look;
  heldWhy: string | null;
  lookedBy: string | null;
  answer: { result: AnswerResult; words: string; by: string; at: Date } | null;
}

/** `seat` counts a person's comments on a document from 1: a unique index keeps them few, whatever arrives together. */
type CommentRow = Omit<RuleComment, 'id'> & { _id: string; seat: number };

interface OpinionRow {
  /** `<documentId>/<clauseKey>/<personId>`: one opinion each, the last one said. */
  _id: string;
  documentId: string;
  clauseKey: string;
  personId: string;
  choice: PollChoice;
  at: Date;
}

export interface Tally {
  clauseKey: string;
  choice: PollChoice;
  count: number;
}

const COMMENTS_LIMIT = 2_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RuleCommentsStore {
  @Inject()
  private readonly database!: Database;

  private comments!: Model<CommentRow>;
  private opinions!: Model<OpinionRow>;

  @Init()
  init(): void {
    const answer = part({ result: String, words: String, by: String, at: Date });
    const comment = new Schema({
      _id: String,
      documentId: { type: String, required: true },
      clauseKey: { type: String, default: null },
      authorId: { type: String, required: true },
      seat: { type: Number, required: true },
      named: { type: Boolean, required: true },
      delegationId: { type: String, default: null },
      text: { type: String, required: true },
      at: { type: Date, required: true },
      look: { type: String, required: true },
      heldWhy: { type: String, default: null },
      lookedBy: { type: String, default: null },
      answer: { type: answer, default: null },
    });
    comment.index({ documentId: 1, at: 1 });
    comment.index({ documentId: 1, authorId: 1, seat: 1 }, { unique: true });
    comment.index({ authorId: 1 });
    this.comments = this.database.collection<CommentRow>('ruleComments', comment);
    const opinion = new Schema({
      _id: String,
      documentId: { type: String, required: true },
      clauseKey: { type: String, required: true },
      personId: { type: String, required: true },
      choice: { type: String, required: true },
      at: { type: Date, required: true },
    });
    opinion.index({ documentId: 1, clauseKey: 1, choice: 1 });
    opinion.index({ personId: 1 });
    this.opinions = this.database.collection<OpinionRow>('ruleOpinions', opinion);
  }

  /** Keeps a comment in the person's next free seat; false when all are taken. The same id again is the same comment. */
  async insert({ id, ...comment }: RuleComment, seats: number): Promise<boolean> {
    // Each try loses only to a comment of the same person that took the seat in between.
    for (;;) {
      const taken = await this.comments
        .find({ documentId: comment.documentId, authorId: comment.authorId }, { seat: 1 })
        .lean<CommentRow[]>();
      if (taken.some(({ _id }) => _id === id)) return true;
      const seat = firstFree(taken.map((row) => row.seat));
      if (seat > seats) return false;
      try {
        await this.comments.create({ _id: id, ...comment, seat });
        return true;
      } catch (error) {
        if (!Database.isDuplicateKey(error)) throw error;
      }
    }
  }

  /** A document's comments, oldest first. @param look only those; all when left out */
  async list(documentId: string, look?: Look): Promise<RuleComment[]> {
    const rows = await this.comments
      .find({ documentId, ...(look && { look }) }, { seat: 0 })
      .sort({ at: 1, _id: 1 })
      .limit(COMMENTS_LIMIT)
      .lean<CommentRow[]>();
    return rows.map(toComment);
  }

  async listOf(documentId: string, authorId: string): Promise<RuleComment[]> {
    const rows = await this.comments.find({ documentId, authorId }, { seat: 0 }).sort({ at: 1 }).lean<CommentRow[]>();
    return rows.map(toComment);
  }

  /** How many there are, how many nobody has looked at, and how many are shown without an answer. */
  async count(documentId: string): Promise<{ total: number; waiting: number; unanswered: number }> {
    const [total, waiting, unanswered] = await Promise.all([
      this.comments.countDocuments({ documentId }),
      this.comments.countDocuments({ documentId, look: 'waiting' }),
      this.comments.countDocuments({ documentId, look: 'shown', answer: null }),
    ]);
    return { total, waiting, unanswered };
  }

  /** False when the document has no such comment. */
  async setLook(documentId: string, id: string, look: Look, why: string | null, by: string): Promise<boolean> {
    const looked = await this.comments.updateOne(
      { _id: id, documentId },
      { $set: { look, heldWhy: why, lookedBy: by } },
    );
    return looked.matchedCount === 1;
  }

  /** Answers a comment that is shown; false when there is none such. */
  async setAnswer(documentId: string, id: string, answer: NonNullable<RuleComment['answer']>): Promise<boolean> {
    const answered = await this.comments.updateOne({ _id: id, documentId, look: 'shown' }, { $set: { answer } });
    return answered.matchedCount === 1;
  }

  /** Says an opinion, or changes it. */
  async putOpinion(
    documentId: string,
    clauseKey: string,
    personId: string,
    choice: PollChoice,
    at: Date,
  ): Promise<void> {
    await this.opinions.updateOne(
      { _id: `${documentId}/${clauseKey}/${personId}` },
      { $set: { documentId, clauseKey, personId, choice, at } },
      { upsert: true },
    );
  }

  async opinionsOf(documentId: string, personId: string): Promise<Array<Pick<OpinionRow, 'clauseKey' | 'choice'>>> {
    return this.opinions.find({ documentId, personId }, { _id: 0, clauseKey: 1, choice: 1 }).lean();
  }

  /** All opinions of a person, on whatever document. */
  async opinionsBy(personId: string): Promise<OpinionRow[]> {
    return this.opinions.find({ personId }).sort({ at: 1 }).lean<OpinionRow[]>();
  }

  /** All comments of a person, on whatever document. */
  async listBy(authorId: string): Promise<RuleComment[]> {
    const rows = await this.comments.find({ authorId }, { seat: 0 }).sort({ at: 1 }).lean<CommentRow[]>();
    return rows.map(toComment);
  }

  /**
   * Forgets who said what: what nobody has read is gone, what the village read and answered stays as 一位村民, opinions go.
   * Repeating changes nothing.
   */
  async forget(personId: string): Promise<void> {
    await this.comments.deleteMany({ authorId: personId, look: { $ne: 'shown' } });
    await this.comments.updateMany(
      { authorId: personId },
      [{ $set: { authorId: { $concat: ['erased:', '$_id'] }, named: false } }],
      { updatePipeline: true },
    );
    await this.opinions.deleteMany({ personId });
  }

  /** How many said what about each clause. */
  async tally(documentId: string): Promise<Tally[]> {
    return this.opinions.aggregate<Tally>([
      { $match: { documentId } },
      { $group: { _id: { clauseKey: '$clauseKey', choice: '$choice' }, count: { $sum: 1 } } },
      { $project: { _id: 0, clauseKey: '$_id.clauseKey', choice: '$_id.choice', count: 1 } },
    ]);
  }

  /** Writes comments whole, by id, for the demo; writing the same again changes nothing. */
  async put(comments: readonly RuleComment[]): Promise<void> {
    await this.comments.bulkWrite(
      comments.map(({ id, ...fields }, i) => ({
        replaceOne: { filter: { _id: id }, replacement: { ...fields, seat: i + 1 }, upsert: true },
      })),
    );
  }
}

/** The smallest number from 1 that is not taken. */
function firstFree(taken: readonly number[]): number {
  let seat = 1;
  while (taken.includes(seat)) seat++;
  return seat;
}

function toComment({ _id, seat: _seat, ...fields }: CommentRow): RuleComment {
  return { id: _id, ...fields };
}
