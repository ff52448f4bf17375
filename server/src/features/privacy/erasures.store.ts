/**
 * Deletions that people asked for: asked → rounds over every holder, until one without a failure has come after `settlesAt` →
 * done. The document is the proof that it was done, and holds nobody's name.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import { Sweeper } from '../../platform/jobs/sweeper';
import type { ErasedPart } from '../../platform/personal-data/personal-data';

export interface ToldPart extends ErasedPart {
  readonly key: string;
  readonly title: string;
}

export interface Erasure {
  readonly personId: string;
  readonly askedAt: Date;
  /** From then on nothing that was under way when it was asked can still write. */
  readonly settlesAt: Date;
  /** Keys of the holders that had something when it was asked: what the person is told about. */
  readonly holderKeys: readonly string[];
}

type Row = Omit<Erasure, 'personId'> & {
  _id: string;
  state: 'erasing' | 'erased';
  nextAt: Date;
  /** As the last round told them. */
  parts: ToldPart[];
  pending: string[];
  erasedAt?: Date;
  expiresAt?: Date;
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class ErasuresStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private erasures!: Model<Row>;

  @Init()
  init(): void {
    const kept = part({ what: String, why: String });
    const told = part({ key: String, title: String, erased: [String], kept: [kept] });
    const erasure = new Schema({
      _id: String,
      state: { type: String, required: true },
      askedAt: { type: Date, required: true },
      settlesAt: { type: Date, required: true },
      nextAt: { type: Date, required: true },
      holderKeys: [String],
      parts: [told],
      pending: [String],
      erasedAt: Date,
      expiresAt: Date,
    });
    erasure.index({ state: 1, nextAt: 1 });
    erasure.index({ expiresAt: 1 }, { partialFilterExpression: { expiresAt: { $type: 'date' } } });
    this.erasures = this.database.collection<Row>('erasures', erasure);
    this.sweeper.register({ collection: 'erasures', field: 'expiresAt' });
  }

  /** Writes down that somebody asked. The first time counts: asking again changes nothing. */
  async begin({ personId, ...fields }: Erasure, nextAt: Date): Promise<Erasure> {
    const row = await Database.upsert(() =>
      this.erasures
        .findOneAndUpdate(
          { _id: personId },
          { $setOnInsert: { ...fields, state: 'erasing', nextAt, parts: [], pending: [] } },
          { upsert: true, returnDocument: 'after', setDefaultsOnInsert: false },
        )
        .lean<Row>(),
    );
    return toErasure(row as Row);
  }

  /** What is not done and due, longest waiting first. */
  async listDue(now: Date, limit: number): Promise<Erasure[]> {
    const rows = await this.erasures
      .find({ state: 'erasing', nextAt: { $lte: now } })
      .sort({ nextAt: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toErasure);
  }

  /** A round is over, and another follows. */
  async keepRound(
    personId: string,
    parts: readonly ToldPart[],
    pending: readonly string[],
    nextAt: Date,
  ): Promise<void> {
    await this.erasures.updateOne({ _id: personId, state: 'erasing' }, { $set: { parts, pending, nextAt } });
  }

  async finish(personId: string, parts: readonly ToldPart[], erasedAt: Date, expiresAt: Date): Promise<void> {
    await this.erasures.updateOne(
      { _id: personId, state: 'erasing' },
      { $set: { state: 'erased', parts, pending: [], erasedAt, expiresAt } },
    );
  }
}

function toErasure({ _id, askedAt, settlesAt, holderKeys }: Row): Erasure {
  return { personId: _id, askedAt, settlesAt, holderKeys };
}
