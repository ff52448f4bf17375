/** Who is related to whom across households: one document a pair, so that nobody is related twice. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { KinKind } from '@xiangyue/shared/features/households/household';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface Kin {
  id: string;
  /** Two members of different households, in the order of their ids. */
  memberIds: readonly [string, string];
  kind: KinKind;
  enteredBy: string;
  enteredAt: Date;
}

type Row = Omit<Kin, 'id'> & { _id: string; pair: string };

/** More relatives than a household has in its neighbourhood. */
const LIST_LIMIT = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class KinStore {
  @Inject()
  private readonly database!: Database;

  private kin!: Model<Row>;

  @Init()
  init(): void {
    const kin = new Schema({
      _id: String,
      pair: { type: String, required: true },
      memberIds: { type: [String], required: true },
      kind: { type: String, required: true },
      enteredBy: { type: String, required: true },
      enteredAt: { type: Date, required: true },
    });
    kin.index({ pair: 1 }, { unique: true });
    kin.index({ memberIds: 1 });
    this.kin = this.database.collection<Row>('kin', kin);
  }

  /** False when the two are known to be related; the same id again changes nothing. */
  async insert({ id, ...fields }: Kin): Promise<boolean> {
    const row = { ...fields, pair: fields.memberIds.join(' ') };
    return Database.accepts(this.kin.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true }));
  }

  /** Everything in which one of these members stands. */
  async listOf(memberIds: readonly string[], limit: number = LIST_LIMIT): Promise<Kin[]> {
    const rows = await this.kin
      .find({ memberIds: { $in: memberIds } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ _id, pair: _pair, ...fields }) => ({ id: _id, ...fields }));
  }

  /** False when there is none in which one of these members stands. @param enteredBy only what this person entered */
  async remove(id: string, memberIds: readonly string[], enteredBy?: string): Promise<boolean> {
    const filter = { _id: id, memberIds: { $in: memberIds }, ...(enteredBy !== undefined && { enteredBy }) };
    return (await this.kin.deleteOne(filter)).deletedCount === 1;
  }
}
