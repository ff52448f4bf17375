/** One document a message. That the same message comes once is the unique index of person and key. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { MessageKind } from '@xiangyue/shared/features/messages/messages.kinds';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

export interface Message {
  /** Made from the time: sorting by it sorts by time. */
  id: string;
  personId: string;
  key: string;
  kind: MessageKind;
  text: string;
  about: string | null;
  createdAt: Date;
  readAt?: Date;
  expiresAt: Date;
}

type Row = Omit<Message, 'id'> & {
  _id: string;
  /** There while it was not read; only such messages are in the index that counts them. */
  isUnread?: true;
};

/** The kind that goes to many at once, and is counted. */
const SENT_TO_MANY: MessageKind = 'antifraud.warning';

@Provide()
@Scope(ScopeEnum.Singleton)
export class MessagesStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private messages!: Model<Row>;

  @Init()
  init(): void {
    const message = new Schema({
      _id: String,
      personId: { type: String, required: true },
      key: { type: String, required: true },
      kind: { type: String, required: true },
      text: { type: String, required: true },
      about: { type: String, default: null },
      createdAt: { type: Date, required: true },
      readAt: Date,
      isUnread: Boolean,
      expiresAt: { type: Date, required: true },
    });
    message.index({ personId: 1, key: 1 }, { unique: true });
    message.index({ personId: 1, _id: -1 });
    message.index({ personId: 1, isUnread: 1 }, { partialFilterExpression: { isUnread: true } });
    message.index({ expiresAt: 1 });
    // Of what goes to many, how many have read it.
    message.index({ key: 1, readAt: 1 }, { partialFilterExpression: { kind: SENT_TO_MANY } });
    this.messages = this.database.collection<Row>('messages', message);
    this.sweeper.register({ collection: 'messages', field: 'expiresAt' });
  }

  /** False when the person has a message with this key already. */
  async insert({ id, ...fields }: Message): Promise<boolean> {
    return Database.accepts(this.messages.create({ _id: id, isUnread: true, ...fields }));
  }

  /** Those who have a message with this key already keep it as it is. */
  async insertMany(messages: readonly Message[]): Promise<void> {
    const rows = messages.map(({ id, ...fields }) => ({ _id: id, isUnread: true, ...fields }));
    await Database.accepts(this.messages.collection.insertMany(rows as never, { ordered: false }));
  }

  /** How many have read what went to many under this key. */
  async countRead(key: string): Promise<number> {
    return this.messages.countDocuments({ key, kind: SENT_TO_MANY, readAt: { $exists: true } });
  }

  /** The newest first. @param before only those older than this one */
  async list(personId: string, before: string | undefined, limit: number): Promise<Message[]> {
    const rows = await this.messages
      .find({ personId, ...(before !== undefined && { _id: { $lt: before } }) })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ _id, isUnread, ...fields }) => ({ id: _id, ...fields }));
  }

  /** Counted up to the limit, from the index alone. */
  async countUnread(personId: string, limit: number): Promise<number> {
    return this.messages.countDocuments({ personId, isUnread: true }, { limit });
  }

  /** False when the person has no such message; read again is read still, since when it was first. */
  async markRead(personId: string, id: string, now: Date): Promise<boolean> {
    const { matchedCount } = await this.messages.updateOne({ _id: id, personId, isUnread: true }, readAt(now));
    return matchedCount === 1 || (await this.messages.exists({ _id: id, personId })) !== null;
  }

  /** This one and every older one. */
  async markReadUpTo(personId: string, id: string, now: Date): Promise<void> {
    await this.messages.updateMany({ personId, isUnread: true, _id: { $lte: id } }, readAt(now));
  }

  async removeAll(personId: string): Promise<void> {
    await this.messages.deleteMany({ personId });
  }
}

function readAt(now: Date) {
  return { $set: { readAt: now }, $unset: { isUnread: 1 as const } };
}
