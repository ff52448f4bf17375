/** What advisers did for villages, an entry a document; the same key is one entry. And what the town asks of a village's adviser. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Counted, YearTarget } from '@xiangyue/shared/features/legal/service-log.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface LogEntry extends Counted {
  id: string;
  adviserId: string;
  villageId: string;
  /** A line of the file; it never says who the service was for. */
  words: string;
  at: Date;
  /** The adviser wrote it; otherwise it comes from what happened. */
  own: boolean;
}

type EntryRow = Omit<LogEntry, 'id'> & { _id: string };
type TargetRow = YearTarget & { _id: string };

/** Where an entry stands in a list: its day, and its id among those of the day. */
export interface LogMark {
  readonly on: string;
  readonly id: string;
}

/** Entries of one village and one year that are added up: twenty a day. */
const YEAR_MAX = 7_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ServiceLogStore {
  @Inject()
  private readonly database!: Database;

  private entries!: Model<EntryRow>;
  private targets!: Model<TargetRow>;

  @Init()
  init(): void {
    const entry = new Schema({
      _id: String,
      adviserId: { type: String, required: true },
      villageId: { type: String, required: true },
      kind: { type: String, required: true },
      on: { type: String, required: true },
      minutes: { type: Number, required: true },
      onSite: { type: Boolean, required: true },
      words: { type: String, required: true },
      at: { type: Date, required: true },
      own: { type: Boolean, required: true },
    });
    entry.index({ villageId: 1, on: -1, _id: -1 });
    entry.index({ adviserId: 1 });
    this.entries = this.database.collection<EntryRow>('serviceLog', entry);
    this.targets = this.database.collection<TargetRow>(
      'serviceTargets',
      new Schema({ _id: String, hours: Number, visits: Number, lectures: Number }),
    );
  }

  /** Keeps an entry; false when it is there already. */
  async insert({ id, ...entry }: LogEntry): Promise<boolean> {
    const written = await Database.upsert(() =>
      this.entries.updateOne({ _id: id }, { $setOnInsert: entry }, { upsert: true }),
    );
    return written.upsertedCount === 1;
  }

  /** Takes back what the adviser wrote; false when there is none such. */
  async removeOwn(id: string, adviserId: string, villageId: string): Promise<boolean> {
    return (await this.entries.deleteOne({ _id: id, adviserId, villageId, own: true })).deletedCount === 1;
  }

  /** A page of a village's year, the latest day first. @param after the last one seen */
  async list(villageId: string, year: number, after: LogMark | undefined, limit: number): Promise<LogEntry[]> {
    const rows = await this.entries
      .find({
        villageId,
        on: { $gte: `${year}-01-01`, $lte: `${year}-12-31` },
        ...(after && { $or: [{ on: { $lt: after.on } }, { on: after.on, _id: { $lt: after.id } }] }),
      })
      .sort({ on: -1, _id: -1 })
      .limit(limit)
      .lean<EntryRow[]>();
    return rows.map(toEntry);
  }

  /** What each village's year is added up from. */
  async counted(villageIds: readonly string[], year: number): Promise<ReadonlyMap<string, Counted[]>> {
    const rows = await this.entries
      .find(
        { villageId: { $in: villageIds }, on: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } },
        { villageId: 1, kind: 1, on: 1, minutes: 1, onSite: 1 },
      )
      .limit(YEAR_MAX)
      .lean<EntryRow[]>();
    const byVillage = new Map<string, Counted[]>(villageIds.map((id) => [id, []]));
    for (const { villageId, ...counted } of rows) byVillage.get(villageId)?.push(counted);
    return byVillage;
  }

  /** Everything that a person did as an adviser. */
  async listBy(adviserId: string, limit: number): Promise<LogEntry[]> {
    return (await this.entries.find({ adviserId }).sort({ on: 1 }).limit(limit).lean<EntryRow[]>()).map(toEntry);
  }

  /** What the town asks, by village; a village that was not thought of has none. */
  async targetsOf(villageIds: readonly string[]): Promise<ReadonlyMap<string, YearTarget>> {
    const rows = await this.targets.find({ _id: { $in: villageIds } }).lean<TargetRow[]>();
    return new Map(rows.map(({ _id, hours, visits, lectures }) => [_id, { hours, visits, lectures }]));
  }

  async setTarget(villageId: string, target: YearTarget): Promise<void> {
    await this.targets.updateOne({ _id: villageId }, { $set: target }, { upsert: true });
  }

  /** Writes entries whole, by id, for the demo; writing the same again changes nothing. */
  async put(entries: readonly LogEntry[]): Promise<void> {
    await this.entries.bulkWrite(
      entries.map(({ id, ...fields }) => ({ replaceOne: { filter: { _id: id }, replacement: fields, upsert: true } })),
    );
  }
}

function toEntry({ _id, ...fields }: EntryRow): LogEntry {
  return { id: _id, ...fields };
}
