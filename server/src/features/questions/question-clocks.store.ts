/** How long an adviser has in a village or a town: one document a place that has said so. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface QuestionClock {
  readonly regionId: string;
  readonly hours: number;
}

interface Row {
  _id: string;
  hours: number;
  by: string;
  at: Date;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class QuestionClocksStore {
  @Inject()
  private readonly database!: Database;

  private clocks!: Model<Row>;

  @Init()
  init(): void {
    const clock = new Schema({
      _id: String,
      hours: { type: Number, required: true },
      by: { type: String, required: true },
      at: { type: Date, required: true },
    });
    this.clocks = this.database.collection<Row>('questionClocks', clock);
  }

  /** What these places have said, those that said nothing left out. */
  async findMany(regionIds: readonly string[]): Promise<QuestionClock[]> {
    const rows = await this.clocks.find({ _id: { $in: regionIds } }).lean<Row[]>();
    return rows.map(({ _id, hours }) => ({ regionId: _id, hours }));
  }

  async put(regionId: string, hours: number, by: string, at: Date): Promise<void> {
    await Database.upsert(() =>
      this.clocks.updateOne({ _id: regionId }, { $set: { hours, by, at } }, { upsert: true }),
    );
  }
}
