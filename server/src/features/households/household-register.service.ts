/** The register as a whole, for whoever brings or takes away many households at once: the roster's import and export. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import { Sealing } from '../../platform/sealing/sealing';
import { HouseholdsStore, positionOf } from './households.store';

/** Households read at a time for an export: about a megabyte. */
const EXPORT_BATCH = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdRegister {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly sealing!: Sealing;

  /** The village's households with these numbers, however many zeros stand before them; dissolved ones among them. */
  findByNumbers(villageId: string, numbers: readonly string[]): Promise<Household[]> {
    return this.store.findByNumbers(villageId, numbers);
  }

  /** In which household each of these identity numbers is registered; those that are not have no entry. */
  async findHolders(idNumbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const numberOf = new Map(idNumbers.map((number) => [this.sealing.index(number), number]));
    const holders = await this.store.findIdNumberHolders([...numberOf.keys()]);
    return new Map([...holders].map(([index, householdId]) => [numberOf.get(index) as string, householdId]));
  }

  /**
   * Writes new households (revision 1) and those that were read and changed since (a revision more). Whatever is not as it
   * was read any more, or what a unique index refuses, is left out.
   * @returns true when everything is written, now or by the same call before
   */
  writeMany(households: readonly Household[]): Promise<boolean> {
    return this.store.writeMany(households);
  }

  /** Every active household of a region, by village and number, read as they are taken. */
  async *each(regionId: string): AsyncGenerator<Household> {
    const query = { regionId, grams: [], dissolved: false, limit: EXPORT_BATCH };
    for (let batch = await this.store.list(query); batch.length > 0; ) {
      yield* batch;
      if (batch.length < EXPORT_BATCH) return;
      batch = await this.store.list({ ...query, after: positionOf(batch.at(-1) as Household) });
    }
  }
}
