/**
 * Catalogues, one document a version. A version is unique in its village, so there is one draft at a time; the highest that was
 * published holds, and nothing else says so.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Item } from '@xiangyue/shared/features/points/catalogue.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface Catalogue {
  readonly id: string;
  readonly villageId: string;
  readonly version: number;
  readonly state: 'draft' | 'published';
  readonly items: readonly Item[];
  /** How long claims under it are published, in days. */
  readonly publicityDays: number;
  readonly revision: number;
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
  readonly illustrative: boolean;
}

type Row = Omit<Catalogue, 'id'> & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class CataloguesStore {
  @Inject()
  private readonly database!: Database;

  private catalogues!: Model<Row>;

  @Init()
  init(): void {
    const item = part({
      key: String,
      title: String,
      category: String,
      minPoints: Number,
      maxPoints: Number,
      evidence: String,
      capPoints: Number,
      clause: part({ documentId: String, key: String }),
    });
    const catalogue = new Schema({
      _id: String,
      villageId: { type: String, required: true },
      version: { type: Number, required: true },
      state: { type: String, required: true },
      items: [item],
      publicityDays: { type: Number, required: true },
      revision: { type: Number, required: true },
      publishedAt: Date,
      publishedBy: String,
      illustrative: { type: Boolean, required: true },
    });
    catalogue.index({ villageId: 1, version: 1 }, { unique: true });
    this.catalogues = this.database.collection<Row>('pointsCatalogues', catalogue);
  }

  /** The version that holds; null where none was published. */
  inForce(villageId: string): Promise<Catalogue | null> {
    return this.latest({ villageId, state: 'published' });
  }

  draft(villageId: string): Promise<Catalogue | null> {
    return this.latest({ villageId, state: 'draft' });
  }

  private async latest(filter: object): Promise<Catalogue | null> {
    const row = await this.catalogues.findOne(filter).sort({ version: -1 }).lean<Row>();
    return row && toCatalogue(row);
  }

  /** Begins a draft; somebody else may have begun the same. */
  async insertDraft({ id: _id, ...fields }: Catalogue): Promise<void> {
    await Database.accepts(this.catalogues.create({ _id, ...fields }));
  }

  /** False when the draft is not as it was seen. */
  async save(
    villageId: string,
    revision: number,
    fields: Pick<Catalogue, 'items' | 'publicityDays'>,
  ): Promise<boolean> {
    const filter = { villageId, state: 'draft' as const, revision };
    const saved = await this.catalogues.updateOne(filter, { $set: fields, $inc: { revision: 1 } });
    return saved.modifiedCount === 1;
  }

  /** False when the draft is not as it was seen. */
  async publish(villageId: string, revision: number, by: string, at: Date): Promise<boolean> {
    const filter = { villageId, state: 'draft' as const, revision };
    const published = { state: 'published' as const, publishedAt: at, publishedBy: by };
    return (await this.catalogues.updateOne(filter, { $set: published })).modifiedCount === 1;
  }

  /** Writes whole catalogues, by id, for the demo and the bench; the same again changes nothing. */
  async put(catalogues: readonly Catalogue[]): Promise<void> {
    await this.catalogues.bulkWrite(
      catalogues.map(({ id, ...fields }) => ({
        replaceOne: { filter: { _id: id }, replacement: fields as unknown as Row, upsert: true },
      })),
    );
  }
}

function toCatalogue({ _id, ...fields }: Row): Catalogue {
  return { id: _id, ...fields };
}
