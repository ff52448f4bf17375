/** 我的编号: one code a person at a time. It is worth nothing after ten minutes, so it is stored as it is. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { Sweeper } from '../../platform/jobs/sweeper';

interface Row {
  /** The person. */
  _id: string;
  code: string;
  expiresAt: Date;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class PersonCodesStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private codes!: Model<Row>;

  @Init()
  init(): void {
    const code = new Schema({
      _id: String,
      code: { type: String, required: true },
      expiresAt: { type: Date, required: true },
    });
    code.index({ code: 1 }, { unique: true });
    code.index({ expiresAt: 1 });
    this.codes = this.database.collection<Row>('personCodes', code);
    this.sweeper.register({ collection: 'personCodes', field: 'expiresAt' });
  }

  /** In place of the person's earlier code. False when it is taken, or when the person asked twice at once: try another. */
  async put(personId: string, code: string, expiresAt: Date): Promise<boolean> {
    return Database.accepts(this.codes.updateOne({ _id: personId }, { $set: { code, expiresAt } }, { upsert: true }));
  }

  /** The person shows no code any more. */
  async remove(personId: string): Promise<void> {
    await this.codes.deleteOne({ _id: personId });
  }

  /** Whose code it is; null when it is nobody's or has run out. */
  async findPersonId(code: string, now: Date): Promise<string | null> {
    const row = await this.codes.findOne({ code, expiresAt: { $gt: now } }).lean<Row>();
    return row?._id ?? null;
  }
}
