/** Questions to advisers: one document a thread, with everything that was said and whose turn it is. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Thread, ThreadState } from '@xiangyue/shared/features/questions/thread.rules';
import type { Topic } from '@xiangyue/shared/features/questions/topics.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import type { TimeMark } from '../../platform/paging/page';

/** A thread with where it lies, what it is about, and what keeping it needs. */
export interface KeptThread extends Thread {
  readonly villageId: string;
  readonly regionPath: readonly string[];
  readonly topic: Topic;
  readonly askedAt: Date;
  readonly changedAt: Date;
  readonly revision: number;
  /** How many of its events everybody concerned has been told of. */
  readonly told: number;
}

type Row = Omit<KeptThread, 'id'> & {
  _id: string;
  askedOn: LocalDate;
  /** Counts a person's questions of a day from 1: a unique index keeps them few, whatever arrives together. */
  seat: number;
  /** Asker and added: whose list it stands in. */
  readers: string[];
  /** There while somebody is still to be told. */
  isUntold?: true;
};

/** More than anybody asks in a life. */
const GATHERED_MAX = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ThreadsStore {
  @Inject()
  private readonly database!: Database;

  private threads!: Model<Row>;

  @Init()
  init(): void {
    const owner = part({ role: String, personId: String });
    const event = part({
      id: String,
      what: String,
      as: String,
      by: { type: String, default: null },
      at: Date,
      text: { type: String, default: null },
      photoIds: [String],
      to: { type: String, default: null },
    });
    const thread = new Schema({
      _id: String,
      askerId: { type: String, required: true },
      villageId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      topic: { type: String, required: true },
      askedOn: { type: String, required: true },
      seat: { type: Number, required: true },
      askedAt: { type: Date, required: true },
      changedAt: { type: Date, required: true },
      state: { type: String, required: true },
      owner: { type: owner, default: null },
      dueAt: { type: Date, default: null },
      closedAt: { type: Date, default: null },
      thankedAt: { type: Date, default: null },
      excluded: { type: [String], required: true },
      passed: { type: [String], required: true },
      added: { type: [String], required: true },
      readers: { type: [String], required: true },
      events: [event],
      unanswered: { type: Number, required: true },
      revision: { type: Number, required: true },
      told: { type: Number, required: true },
      isUntold: Boolean,
    });
    thread.index({ askerId: 1, askedOn: 1, seat: 1 }, { unique: true });
    thread.index({ readers: 1, changedAt: -1, _id: -1 });
    thread.index({ 'owner.personId': 1, state: 1, dueAt: 1, _id: 1 });
    thread.index({ 'owner.personId': 1, state: 1, changedAt: -1, _id: -1 });
    thread.index({ regionPath: 1, state: 1, askedAt: 1 });
    thread.index({ state: 1, dueAt: 1 });
    thread.index({ closedAt: 1 }, { partialFilterExpression: { closedAt: { $type: 'date' } } });
    thread.index({ isUntold: 1, changedAt: 1 }, { partialFilterExpression: { isUntold: true } });
    this.threads = this.database.collection<Row>('questionThreads', thread);
  }

  /** Keeps a question in the person's next free seat of the day; false when all are taken. The same id again is the same one. */
  async insert(thread: KeptThread, askedOn: LocalDate, seats: number): Promise<boolean> {
    const { askerId } = thread;
    // Each try loses only to a question of the same person that took the seat in between.
    for (;;) {
      const taken = await this.threads.find({ askerId, askedOn }, { seat: 1 }).lean<Row[]>();
      if (taken.some(({ _id }) => _id === thread.id)) return true;
      if (taken.length >= seats) return false;
      const seat = Math.max(0, ...taken.map((row) => row.seat)) + 1;
      if (await Database.accepts(this.threads.create({ ...toRow(thread), askedOn, seat }))) return true;
    }
  }

  async find(id: string): Promise<KeptThread | null> {
    const row = await this.threads.findById(id).lean<Row>();
    return row && toThread(row);
  }

  /** Writes the thread as it has become, if it still is as it was: at the revision before. */
  async replace(thread: KeptThread): Promise<boolean> {
    const { _id, ...fields } = toRow(thread);
    const isUntold = thread.told < thread.events.length;
    const written = await this.threads.updateOne(
      { _id, revision: thread.revision - 1 },
      { $set: { ...fields, ...(isUntold && { isUntold }) } },
    );
    return written.matchedCount === 1;
  }

  /** Everybody has been told of all that was there at this revision. */
  async markTold(id: string, revision: number, told: number): Promise<void> {
    await this.threads.updateOne({ _id: id, revision }, { $set: { told }, $unset: { isUntold: 1 } });
  }

  /** Somebody is still to be told of something that is older than `before`. */
  async listUntold(before: Date, limit: number): Promise<KeptThread[]> {
    return this.list({ isUntold: true, changedAt: { $lt: before } }, { changedAt: 1 }, limit);
  }

  /** Whose owner's time is over. */
  async listDue(now: Date, limit: number): Promise<KeptThread[]> {
    return this.list({ state: { $in: ['waiting', 'unassigned'] }, dueAt: { $lte: now } }, { dueAt: 1 }, limit);
  }

  /** What somebody asked or reads along, the latest change first. */
  async listRead(personId: string, before: TimeMark | undefined, limit: number): Promise<KeptThread[]> {
    return this.listLatest({ readers: personId }, before, limit);
  }

  /** What an adviser has to answer, the first due first. */
  async listToAnswer(adviserId: string, after: TimeMark | undefined, limit: number): Promise<KeptThread[]> {
    const behind = after && {
      $or: [{ dueAt: { $gt: after.at } }, { dueAt: after.at, _id: { $gt: after.id } }],
    };
    const filter = { 'owner.personId': adviserId, state: 'waiting', ...behind };
    return this.list(filter, { dueAt: 1, _id: 1 }, limit, FIRST_EVENT);
  }

  /** What an adviser has answered, or what has ended; the latest change first. */
  async listOwned(
    adviserId: string,
    state: ThreadState,
    before: TimeMark | undefined,
    limit: number,
  ): Promise<KeptThread[]> {
    return this.listLatest({ 'owner.personId': adviserId, 'owner.role': 'legalAdviser', state }, before, limit);
  }

  /** What has no adviser in a region, the longest asked first. */
  async listUnassigned(regionId: string, limit: number): Promise<KeptThread[]> {
    return this.list({ regionPath: regionId, state: 'unassigned' }, { askedAt: 1 }, limit);
  }

  /** What ended before, the longest ago first. */
  async listEnded(before: Date, limit: number): Promise<KeptThread[]> {
    return this.list({ closedAt: { $lt: before } }, { closedAt: 1 }, limit);
  }

  /** Everything that somebody asked. */
  async listAsked(askerId: string): Promise<KeptThread[]> {
    return this.list({ askerId }, { askedOn: 1 }, GATHERED_MAX);
  }

  /** Everything in which somebody reads along. */
  async listAdded(personId: string): Promise<KeptThread[]> {
    return this.list({ readers: personId, askerId: { $ne: personId } }, { changedAt: -1 }, GATHERED_MAX);
  }

  async remove(id: string): Promise<void> {
    await this.threads.deleteOne({ _id: id });
  }

  /** Writes threads whole, by id, for the demo; writing the same again changes nothing. @param askedOn the day that counts */
  async put(threads: ReadonlyArray<{ thread: KeptThread; askedOn: LocalDate; seat: number }>): Promise<void> {
    await this.threads.bulkWrite(
      threads.map(({ thread, askedOn, seat }) => {
        const { _id, ...fields } = toRow(thread);
        return { replaceOne: { filter: { _id }, replacement: { ...fields, askedOn, seat }, upsert: true } };
      }),
    );
  }

  private listLatest(filter: object, before: TimeMark | undefined, limit: number): Promise<KeptThread[]> {
    const behind = before && {
      $or: [{ changedAt: { $lt: before.at } }, { changedAt: before.at, _id: { $lt: before.id } }],
    };
    return this.list({ ...filter, ...behind }, { changedAt: -1, _id: -1 }, limit, FIRST_EVENT);
  }

  private async list(
    filter: object,
    sort: Readonly<Record<string, 1 | -1>>,
    limit: number,
    fields: object = {},
  ): Promise<KeptThread[]> {
    return (await this.threads.find(filter, fields).sort(sort).limit(limit).lean<Row[]>()).map(toThread);
  }
}

/** A list shows how a question begins, and none of what was said later. */
const FIRST_EVENT = { events: { $slice: 1 } };

function toRow({ id, ...fields }: KeptThread): Omit<Row, 'askedOn' | 'seat'> {
  return { _id: id, ...fields, readers: [fields.askerId, ...fields.added] };
}

function toThread({
  _id,
  askedOn: _day,
  seat: _seat,
  readers: _readers,
  isUntold: _isUntold,
  ...fields
}: Row): KeptThread {
  return { id: _id, ...fields };
}
