import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { LRUCache } from 'lru-cache';
import { type Region, RegionsStore } from './regions.store';

/** More than the townships and villages of the largest county. */
const KEPT_NAMES = 2_000;
/** A village is the third step of a path: county, township, village. */
const VILLAGE_DEPTH = 3;
const NAME_BELIEVED_MS = 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RegionsService {
  @Inject()
  private readonly store!: RegionsStore;

  private readonly names = new LRUCache<string, string>({ max: KEPT_NAMES, ttl: NAME_BELIEVED_MS });

  /** Every township with its villages. A county has some forty townships and three hundred villages: one page. */
  async townships(): Promise<OutputOf<typeof regionsContract.townships>> {
    const regions = await this.store.listKinds(['county', 'township', 'village']);
    const ofKind = (kind: Region['kind']) => regions.filter((region) => region.kind === kind);
    return {
      townships: ofKind('township').map((township) => ({
        id: township.id,
        name: township.name,
        countyName: nameAbove(township, ofKind('county')),
        facts: township.facts,
        villages: ofKind('village').filter((village) => village.path.includes(township.id)),
      })),
    };
  }

  /** One village with its groups and courtyards. Problems: `regions.villageUnknown`. */
  async village(villageId: string): Promise<OutputOf<typeof regionsContract.village>> {
    const village = await this.requireVillage(villageId);
    const [above, below] = await Promise.all([
      this.store.findMany(village.path),
      this.store.listBelow(villageId, ['group', 'courtyard']),
    ]);
    const township = above.find(({ kind }) => kind === 'township');
    if (!township) throw new Error(`village ${villageId} has no township above it`);
    const courtyards = below.filter(({ kind }) => kind === 'courtyard');
    return {
      id: village.id,
      name: village.name,
      township,
      countyName: nameAbove(
        village,
        above.filter(({ kind }) => kind === 'county'),
      ),
      facts: village.facts,
      groups: below
        .filter(({ kind }) => kind === 'group')
        .map((group) => ({ ...group, courtyards: courtyards.filter(({ path }) => path.includes(group.id)) })),
      illustrative: village.illustrative,
    };
  }

  /** The village, or `regions.villageUnknown`; for other features that hang on a village. */
  async requireVillage(villageId: string): Promise<Region> {
    const village = await this.store.find(villageId, 'village');
    if (!village) throw problem('regions.villageUnknown');
    return village;
  }

  /** A region and what lies one step below it, in the offices' own order. Problems: `regions.unknown`. */
  async below(regionId: string): Promise<OutputOf<typeof regionsContract.below>> {
    const region = await this.requireRegion(regionId);
    return { ...region, below: await this.store.listChildren(regionId, region.path) };
  }

  /** Any region, or `regions.unknown`. */
  async requireRegion(regionId: string): Promise<Region> {
    const [region] = await this.store.findMany([regionId]);
    if (!region) throw problem('regions.unknown');
    return region;
  }

  /** Ids from the county down to the region, for deciding who may act in it. Problems: `regions.unknown`. */
  async pathOf(regionId: string): Promise<readonly string[]> {
    return (await this.requireRegion(regionId)).path;
  }

  /** The villages, groups and courtyards of a region, itself among them, each after what contains it. */
  placesIn(regionId: string): Promise<Region[]> {
    return this.store.listBelow(regionId, ['village', 'group', 'courtyard']);
  }

  /**
   * Names by id, for lists that show where something is from; an unknown id has no entry. Names are believed for a
   * minute: a region is renamed once in years, and asking each time would double the queries of most pages.
   */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const missing = [...new Set(ids)].filter((id) => !this.names.has(id));
    if (missing.length > 0) for (const { id, name } of await this.store.findMany(missing)) this.names.set(id, name);
    return new Map(
      ids
        .flatMap((id) => [[id, this.names.get(id)] as const])
        .filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }

  /**
   * Names as people tell places apart, by id: 扎营村 3组, from the village down; above it the name alone.
   * @param paths each from the county down to the region
   */
  async placeNamesOf(paths: ReadonlyArray<readonly string[]>): Promise<ReadonlyMap<string, string>> {
    const shown = paths.map((path) => (path.length > VILLAGE_DEPTH ? path.slice(VILLAGE_DEPTH - 1) : path.slice(-1)));
    const names = await this.namesOf(shown.flat());
    return new Map(shown.map((path) => [path.at(-1) ?? '', path.map((id) => names.get(id) ?? '').join(' ')]));
  }
}

function nameAbove(region: Region, counties: readonly Region[]): string {
  return counties.find(({ id }) => region.path.includes(id))?.name ?? '';
}
