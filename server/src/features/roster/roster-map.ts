/** The places of an import or export: by name for what is read, by id for what is written. */
import { type PlaceRegion, Places } from '@xiangyue/shared/features/roster/places.rules';
import { problem } from '@xiangyue/shared/problems';
import type { RegionsService } from '../regions/regions.service';
import type { SheetNames } from './roster-sheets';

export interface RosterMap {
  /** The region's own name. */
  readonly regionName: string;
  readonly places: Places;
  readonly pathOf: (regionId: string) => readonly string[];
  readonly nameOf: (regionId: string) => string;
  readonly names: SheetNames;
}

/** Problems: `roster.noVillages` for a region below a village. */
export async function loadRosterMap(regions: RegionsService, regionId: string): Promise<RosterMap> {
  const found = await regions.placesIn(regionId);
  const villages = found.filter(({ kind }) => kind === 'village');
  if (villages.length === 0) throw problem('roster.noVillages');
  const above = await regions.namesOf([regionId, ...villages.flatMap(({ path }) => path.slice(0, -1))]);
  const regionsOfKind = (kind: PlaceRegion['kind']) => found.filter((region) => region.kind === kind);
  const byId = new Map(found.map((region) => [region.id, region]));
  const repeated = repeatedIn(villages.map(({ name }) => name));
  const nameOf = (id: string) => {
    const region = byId.get(id);
    // Two villages of one name are told apart by their townships, here and where they are read.
    if (region?.kind === 'village' && repeated.has(region.name))
      return (above.get(region.path.at(-2) ?? '') ?? '') + region.name;
    return region?.name ?? '';
  };
  const namesOfKind = (kind: PlaceRegion['kind']) => [...new Set(regionsOfKind(kind).map(({ id }) => nameOf(id)))];
  return {
    regionName: above.get(regionId) ?? '',
    places: new Places(found as readonly PlaceRegion[], above),
    pathOf: (id) => byId.get(id)?.path ?? [],
    nameOf,
    names: { villages: namesOfKind('village'), groups: namesOfKind('group'), courtyards: namesOfKind('courtyard') },
  };
}

function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}
