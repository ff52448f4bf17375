/**
 * What each person said about each purpose: one document a person, whose `entries` are only added to and whose `current` is
 * the last of them for each purpose; one guarded update writes both.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Said } from '@xiangyue/shared/features/privacy/consent.rules';
import type { Purpose } from '@xiangyue/shared/features/privacy/purposes';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import { Sweeper } from '../../platform/jobs/sweeper';

/** One saying, as it stays. */
export interface ConsentEntry extends Said {
  readonly purpose: Purpose;
  readonly at: Date;
  /** Who said it: the person, a guardian for a child, or whoever acts for the person with their consent. */
  readonly how: 'self' | 'guardian' | 'delegate';
  /** Whoever said it for the person. */
  readonly byId?: string;
}

export interface Consents {
  readonly entries: readonly ConsentEntry[];
  readonly current: Readonly<Partial<Record<Purpose, ConsentEntry>>>;
}

type Row = Consents & { _id: string; expiresAt?: Date };

/** A switch that was turned so often is a fault or a game; a document must not grow without end. */
const ENTRIES_LIMIT = 1_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PurposeConsentsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private consents!: Model<Row>;

  @Init()
  init(): void {
    const fields = { purpose: String, version: Number, isGiven: Boolean, at: Date, how: String, byId: String };
    const entry = part(fields);
    const consents = new Schema({
      _id: String,
      entries: [entry],
      current: { type: Map, of: entry },
      expiresAt: Date,
    });
    consents.index({ expiresAt: 1 }, { partialFilterExpression: { expiresAt: { $type: 'date' } } });
    this.consents = this.database.collection<Row>('consents', consents);
    this.sweeper.register({ collection: 'consents', field: 'expiresAt' });
  }

  async find(personId: string): Promise<Consents> {
    const row = await this.consents.findById(personId).lean<Row>();
    return { entries: row?.entries ?? [], current: row?.current ?? {} };
  }

  /** What each of these people last said about a purpose; who has said nothing is missing. */
  async findCurrent(personIds: readonly string[], purpose: Purpose): Promise<ReadonlyMap<string, ConsentEntry>> {
    const rows = await this.consents.find({ _id: { $in: personIds } }, { current: 1 }).lean<Row[]>();
    return new Map(
      rows.flatMap(({ _id, current }) => {
        const said = current?.[purpose];
        return said ? [[_id, said] as const] : [];
      }),
    );
  }

  /**
   * Adds a saying unless the last one about this purpose says the same of the same version: repeating is harmless, and 20
   * at once are one entry. False when the document is full.
   */
  async add(personId: string, entry: ConsentEntry): Promise<boolean> {
    const last = `current.${entry.purpose}`;
    const says = { [`${last}.version`]: entry.version, [`${last}.isGiven`]: entry.isGiven };
    const add = (upsert: boolean) =>
      this.consents.updateOne(
        { _id: personId, $nor: [says, { [`entries.${ENTRIES_LIMIT - 1}`]: { $exists: true } }] },
        { $push: { entries: entry }, $set: { [last]: entry } },
        { upsert, setDefaultsOnInsert: false },
      );
    if ((await add(false)).matchedCount === 1) return true;
    try {
      if ((await add(true)).upsertedCount === 1) return true;
    } catch (error) {
      if (!Database.isDuplicateKey(error)) throw error;
      // The document is there. Either it has come meanwhile and takes the entry now, or it says so already, or it is full.
      if ((await add(false)).matchedCount === 1) return true;
    }
    return (await this.consents.exists({ _id: personId, ...says })) !== null;
  }

  /** Kept as a proof until then, and no longer. Repeating changes nothing. */
  async forgetAt(personId: string, expiresAt: Date): Promise<void> {
    await this.consents.updateOne({ _id: personId, expiresAt: { $exists: false } }, { $set: { expiresAt } });
  }
}
