/** Which cycle runs in a village: one document a village, made when its first catalogue is published. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface Closing {
  /** The last day of the cycle. */
  readonly closesOn: LocalDate;
  /** What is left goes to the next cycle; else it ends with this one. */
  readonly carries: boolean;
}

export interface Cycle {
  readonly villageId: string;
  /** Called by the year in which it began. */
  readonly year: number;
  readonly startedOn: LocalDate;
  readonly closing: Closing | null;
}

type Row = Omit<Cycle, 'villageId'> & { _id: string };

const DUE_LIMIT = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CyclesStore {
  @Inject()
  private readonly database!: Database;

  private cycles!: Model<Row>;

  @Init()
  init(): void {
    const cycle = new Schema({
      _id: String,
      year: { type: Number, required: true },
      startedOn: { type: String, required: true },
      closing: part({ closesOn: String, carries: Boolean }),
    });
    cycle.index({ 'closing.closesOn': 1 });
    this.cycles = this.database.collection<Row>('pointsCycles', cycle);
  }

  async find(villageId: string): Promise<Cycle | null> {
    const row = await this.cycles.findById(villageId).lean<Row>();
    return row && toCycle(row);
  }

  /** Begins the village's first cycle; changes nothing where one runs. */
  async open({ villageId, ...fields }: Cycle): Promise<void> {
    await Database.upsert(() => this.cycles.updateOne({ _id: villageId }, { $setOnInsert: fields }, { upsert: true }));
  }

  /** Says when the cycle ends, or that it does not. False once the day has come: then it is being done. */
  async setClosing(villageId: string, year: number, closing: Closing | null, today: LocalDate): Promise<boolean> {
    const notBegun = { $or: [{ closing: null }, { 'closing.closesOn': { $gte: today } }] };
    return (
      (await this.cycles.updateOne({ _id: villageId, year, ...notBegun }, { $set: { closing } })).matchedCount === 1
    );
  }

  /** Cycles whose last day is over. */
  async listDue(today: LocalDate): Promise<Cycle[]> {
    const rows = await this.cycles
      .find({ 'closing.closesOn': { $lt: today } })
      .limit(DUE_LIMIT)
      .lean<Row[]>();
    return rows.map(toCycle);
  }

  /** The next cycle begins; once. */
  async advance({ villageId, year }: Cycle, startedOn: LocalDate): Promise<void> {
    await this.cycles.updateOne({ _id: villageId, year }, { $set: { year: year + 1, startedOn, closing: null } });
  }
}

function toCycle({ _id, closing, ...fields }: Row): Cycle {
  return { villageId: _id, ...fields, closing: closing ?? null };
}
