/** Which cycle runs in a village: one document a village, made when its first catalogue is published. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface Cycle {
  readonly villageId: string;
  /** Called by the year in which it began. */
  readonly year: number;
  readonly startedOn: LocalDate;
}

type Row = Omit<Cycle, 'villageId'> & { _id: string };

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
    });
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
}

function toCycle({ _id, ...fields }: Row): Cycle {
  return { villageId: _id, ...fields };
}
