/** Looks at personal data: who saw whose, when, and what. Only added to, and forgotten after three years. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Role } from '@xiangyue/shared/kernel/access';
import { type Model, Schema } from 'mongoose';
import { Database } from '../database/database';
import { part } from '../database/part';
import { Sweeper } from '../jobs/sweeper';
import type { TimeMark } from '../paging/page';

/** An office that the looker held then. */
export interface Office {
  readonly role: Role;
  readonly regionId: string;
}

export interface Look {
  readonly id: string;
  readonly actorId: string;
  readonly offices: readonly Office[];
  /** Whom the data is about: people, households, or a region for everybody in it. */
  readonly subjectIds: readonly string[];
  /** A plain phrase: 打开了户籍资料. */
  readonly what: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** How often in the hour that this look stands for. */
  readonly times: number;
}

type Row = Omit<Look, 'id'> & { _id: string; expiresAt: Date };

@Provide()
@Scope(ScopeEnum.Singleton)
export class LooksStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private looks!: Model<Row>;

  @Init()
  init(): void {
    const office = part({ role: String, regionId: String });
    const look = new Schema({
      _id: String,
      actorId: { type: String, required: true },
      offices: [office],
      subjectIds: { type: [String], required: true },
      what: { type: String, required: true },
      firstAt: { type: Date, required: true },
      lastAt: { type: Date, required: true },
      times: { type: Number, required: true },
      expiresAt: { type: Date, required: true },
    });
    look.index({ subjectIds: 1, firstAt: -1, _id: -1 });
    look.index({ expiresAt: 1 });
    this.looks = this.database.collection<Row>('looks', look);
    this.sweeper.register({ collection: 'looks', field: 'expiresAt' });
  }

  /** Writes a look down, or counts it with the same look of the same hour. */
  async add({ id, firstAt, lastAt, times, ...fields }: Look, expiresAt: Date): Promise<void> {
    await Database.upsert(() =>
      this.looks.updateOne(
        { _id: id },
        { $setOnInsert: { ...fields, firstAt, expiresAt }, $max: { lastAt }, $inc: { times } },
        { upsert: true, setDefaultsOnInsert: false },
      ),
    );
  }

  /** Looks at any of the subjects, the latest first. */
  async list(subjectIds: readonly string[], limit: number, after?: TimeMark): Promise<Look[]> {
    const earlier = after && {
      $or: [{ firstAt: { $lt: after.at } }, { firstAt: after.at, _id: { $lt: after.id } }],
    };
    const rows = await this.looks
      .find({ subjectIds: { $in: subjectIds }, ...earlier })
      .sort({ firstAt: -1, _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ _id, expiresAt: _expiresAt, ...fields }) => ({ id: _id, ...fields }));
  }
}
