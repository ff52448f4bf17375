/** What an adviser says about themselves; who is one, and of which villages, is told by the offices that they hold. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface AdviserProfile {
  /** The person's id. */
  id: string;
  office: string;
  licence: string;
  sinceYear: number | null;
  languages: string[];
  intro: string;
  photoId: string | null;
}

type Row = Omit<AdviserProfile, 'id'> & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class AdvisersStore {
  @Inject()
  private readonly database!: Database;

  private profiles!: Model<Row>;

  @Init()
  init(): void {
    const profile = new Schema({
      _id: String,
      office: { type: String, required: true },
      licence: { type: String, default: '' },
      sinceYear: { type: Number, default: null },
      languages: [String],
      intro: { type: String, default: '' },
      photoId: { type: String, default: null },
    });
    this.profiles = this.database.collection<Row>('advisers', profile);
  }

  /** Of these people, those who wrote something about themselves. */
  async findMany(ids: readonly string[]): Promise<ReadonlyMap<string, AdviserProfile>> {
    const rows = await this.profiles.find({ _id: { $in: ids } }).lean<Row[]>();
    return new Map(rows.map(({ _id, ...fields }) => [_id, { id: _id, ...fields }]));
  }

  /** Writes the profile whole. @returns the photo that it had before */
  async replace({ id, ...fields }: AdviserProfile): Promise<string | null> {
    const before = await Database.upsert(() =>
      this.profiles.findOneAndUpdate({ _id: id }, { $set: fields }, { upsert: true }).lean<Row>(),
    );
    return before?.photoId ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.profiles.deleteOne({ _id: id });
  }
}
