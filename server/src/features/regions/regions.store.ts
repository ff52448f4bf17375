/** Where regions are kept: one document each, with the path of all regions above it. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { RegionKind } from '@xiangyue/shared/features/regions/regions.contract';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';

export interface RegionFact {
  label: string;
  value: string;
  /** Document and year that the value is from. */
  source: string;
}

export interface Region {
  id: string;
  kind: RegionKind;
  name: string;
  /** Ids from the county down to the region itself: a role held in any of them holds here. */
  path: string[];
  /** Place among its siblings; the offices' own order, since MongoDB cannot be relied on to sort Chinese. */
  order: number;
  facts: RegionFact[];
  illustrative: boolean;
}

type Row = Omit<Region, 'id'> & { _id: string };

@Provide()
@Scope(ScopeEnum.Singleton)
export class RegionsStore {
  @Inject()
  private readonly database!: Database;

  private regions!: Model<Row>;

  @Init()
  init(): void {
    const fact = part({ label: String, value: String, source: String });
    const region = new Schema({
      _id: String,
      kind: { type: String, required: true },
      name: { type: String, required: true },
      path: { type: [String], required: true },
      order: { type: Number, required: true },
      facts: [fact],
      illustrative: { type: Boolean, required: true },
    });
    region.index({ path: 1, kind: 1, order: 1 });
    region.index({ kind: 1, order: 1 });
    this.regions = this.database.collection<Row>('regions', region);
  }

  async find(id: string, kind: RegionKind): Promise<Region | null> {
    const row = await this.regions.findOne({ _id: id, kind }).lean<Row>();
    return row && toRegion(row);
  }

  /** The regions with these ids, in no particular order; unknown ids are simply not among them. */
  async findMany(ids: readonly string[]): Promise<Region[]> {
    return (await this.regions.find({ _id: { $in: ids } }).lean<Row[]>()).map(toRegion);
  }

  /** All regions of these kinds in a county's data, in the offices' order. */
  async listKinds(kinds: readonly RegionKind[]): Promise<Region[]> {
    return (
      await this.regions
        .find({ kind: { $in: kinds } })
        .sort({ order: 1 })
        .lean<Row[]>()
    ).map(toRegion);
  }

  /** Everything of these kinds below (or being) the region, in the offices' order. */
  async listBelow(regionId: string, kinds: readonly RegionKind[]): Promise<Region[]> {
    const rows = await this.regions
      .find({ path: regionId, kind: { $in: kinds } })
      .sort({ order: 1 })
      .lean<Row[]>();
    return rows.map(toRegion);
  }

  /** The regions one step below, in the offices' own order. */
  async listChildren(regionId: string, path: readonly string[]): Promise<Region[]> {
    const rows = await this.regions
      .find({ path: { $size: path.length + 1, $all: [regionId] } })
      .sort({ order: 1 })
      .lean<Row[]>();
    return rows.map(toRegion);
  }

  async isEmpty(): Promise<boolean> {
    return (await this.regions.exists({})) === null;
  }

  /** Writes regions whole, by id; writing the same again changes nothing. */
  async put(regions: readonly Region[]): Promise<void> {
    await this.regions.bulkWrite(
      regions.map(({ id, ...fields }) => ({ replaceOne: { filter: { _id: id }, replacement: fields, upsert: true } })),
    );
  }
}

function toRegion({ _id, ...fields }: Row): Region {
  return { id: _id, ...fields };
}
