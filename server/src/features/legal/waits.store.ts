/** Who waits for a full week of a host, in the order in which they came: one place a person and week. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

export interface Wait {
  hostId: string;
  /** By its Monday. */
  week: LocalDate;
  personId: string;
  since: Date;
  /** When the person was told of a free time, and of which; one is told once. */
  toldAt: Date | null;
  toldOf: string | null;
  expiresAt: Date;
}

type Row = Wait & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class WaitsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private waits!: Model<Row>;

  @Init()
  init(): void {
    const wait = new Schema({
      _id: String,
      hostId: { type: String, required: true },
      week: { type: String, required: true },
      personId: { type: String, required: true },
      since: { type: Date, required: true },
      toldAt: { type: Date, default: null },
      toldOf: { type: String, default: null },
      expiresAt: { type: Date, required: true },
    });
    wait.index({ hostId: 1, week: 1, since: 1 });
    wait.index({ personId: 1 });
    wait.index({ expiresAt: 1 });
    this.waits = this.database.collection<Row>('bookingWaits', wait);
    this.sweeper.register({ collection: 'bookingWaits', field: 'expiresAt' });
  }

  /** Waits from now on; who waits already keeps the place. */
  async add(wait: Wait): Promise<void> {
    await Database.upsert(() =>
      this.waits.updateOne(
        { _id: `${wait.hostId}/${wait.week}/${wait.personId}` },
        { $setOnInsert: wait },
        { upsert: true },
      ),
    );
  }

  async remove(hostId: string, week: LocalDate, personId: string): Promise<void> {
    await this.waits.deleteOne({ _id: `${hostId}/${week}/${personId}` });
  }

  async ofPerson(personId: string, now: Date): Promise<Wait[]> {
    return this.waits
      .find({ personId, expiresAt: { $gt: now } }, { _id: 0 })
      .sort({ week: 1 })
      .lean<Wait[]>();
  }

  /**
   * The next in the line, who from now on counts as told of this free time; null when nobody waits. The same free time again
   * is the same person.
   */
  async tellNext(hostId: string, week: LocalDate, freeTime: string, now: Date): Promise<Wait | null> {
    const told = await this.waits.findOne({ hostId, week, toldOf: freeTime }, { _id: 0 }).lean<Wait>();
    if (told) return told;
    return this.waits
      .findOneAndUpdate(
        { hostId, week, toldAt: null },
        { $set: { toldAt: now, toldOf: freeTime } },
        { sort: { since: 1, _id: 1 }, returnDocument: 'after', projection: { _id: 0 } },
      )
      .lean<Wait>();
  }

  async removeAll(personId: string): Promise<void> {
    await this.waits.deleteMany({ personId });
  }
}
