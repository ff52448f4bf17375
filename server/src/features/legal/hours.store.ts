/** When people can be booked, a document a person; and the days on which nobody is, a document a region. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { HoursPattern } from '@xiangyue/shared/features/legal/slots.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface Hours extends HoursPattern {
  /** The person's id. */
  id: string;
  revision: number;
  /** A booking waits for the host's word. */
  confirms: boolean;
  /** What the host is called where the office alone says too little: 村党支部书记. */
  post: string;
  videoLink: string;
}

export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
}

type HoursRow = Omit<Hours, 'id'> & { _id: string };
interface HolidaysRow {
  _id: string;
  days: Holiday[];
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class HoursStore {
  @Inject()
  private readonly database!: Database;

  private hours!: Model<HoursRow>;
  private holidays!: Model<HolidaysRow>;

  @Init()
  init(): void {
    const range = { from: Number, to: Number, ways: [String], place: { type: String, default: '' } };
    const hours = new Schema({
      _id: String,
      revision: { type: Number, required: true },
      weekly: [part({ ...range, weekday: Number })],
      exceptions: [part({ ...range, date: String, kind: String })],
      slotMinutes: { type: Number, required: true },
      bufferMinutes: { type: Number, required: true },
      noticeMinutes: { type: Number, required: true },
      aheadDays: { type: Number, required: true },
      confirms: { type: Boolean, required: true },
      post: { type: String, default: '' },
      videoLink: { type: String, default: '' },
    });
    this.hours = this.database.collection<HoursRow>('hours', hours);
    const day = part({ date: String, name: String });
    this.holidays = this.database.collection<HolidaysRow>('holidays', new Schema({ _id: String, days: [day] }));
  }

  async findMany(ids: readonly string[]): Promise<ReadonlyMap<string, Hours>> {
    const rows = await this.hours.find({ _id: { $in: ids } }).lean<HoursRow[]>();
    return new Map(rows.map(({ _id, ...fields }) => [_id, { id: _id, ...fields }]));
  }

  /** Writes the hours whole, if they still are at the revision before; false when they are not. */
  async replace({ id, ...fields }: Hours): Promise<boolean> {
    const filter = { _id: id, revision: fields.revision - 1 };
    if (fields.revision === 1) return Database.accepts(this.hours.create({ _id: id, ...fields }));
    return (await this.hours.replaceOne(filter, fields)).matchedCount === 1;
  }

  async remove(id: string): Promise<void> {
    await this.hours.deleteOne({ _id: id });
  }

  /** The holidays of all of these regions together, each day once. */
  async holidaysOf(regionIds: readonly string[]): Promise<Holiday[]> {
    const rows = await this.holidays.find({ _id: { $in: regionIds } }).lean<HolidaysRow[]>();
    const byDate = new Map(rows.flatMap(({ days }) => days).map((day) => [day.date, day]));
    return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  async setHolidays(regionId: string, days: readonly Holiday[]): Promise<void> {
    await Database.upsert(() =>
      this.holidays.updateOne({ _id: regionId }, { $set: { days: [...days] } }, { upsert: true }),
    );
  }

  /** Writes hours whole, by id, for the demo; writing the same again changes nothing. */
  async put(all: readonly Hours[]): Promise<void> {
    await this.hours.bulkWrite(
      all.map(({ id, ...fields }) => ({ replaceOne: { filter: { _id: id }, replacement: fields, upsert: true } })),
    );
  }
}
