/** Households as other features and the screens see them, and the one way in which they are changed. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import type { Outcome } from '@xiangyue/shared/features/households/households.rules';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import { type BoundMember, HouseholdsStore, type Position } from './households.store';

/** As many as change one household at the same moment, with room; each try means that another has succeeded. */
const CHANGE_ATTEMPTS = 30;

/** Households that are read at a time. */
const BOUND_A_PAGE = 500;

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsService {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly accessLog!: AccessLog;

  @Init()
  init(): void {
    // A look at the household, or at everybody where it lies, is a look at each of its people.
    this.accessLog.registerSubjects(async (personId) => {
      const household = await this.householdOf(personId);
      return household ? [household.id, ...household.regionPath] : [];
    });
  }

  /** The household that the account is bound to; null for somebody who is no villager, or not bound yet. */
  async householdOf(personId: string): Promise<Household | null> {
    return this.store.findByPerson(personId);
  }

  /** By id; those that do not exist are missing. */
  async findMany(householdIds: readonly string[]): Promise<ReadonlyMap<string, Household>> {
    return new Map(
      (await this.store.findMany([...new Set(householdIds)])).map((household) => [household.id, household]),
    );
  }

  /** Accounts bound to members of a region's households, some hundred at a time. */
  async *boundMembersIn(regionId: string): AsyncGenerator<readonly BoundMember[]> {
    let after: Position | undefined;
    do {
      const page = await this.store.listBound(regionId, after, BOUND_A_PAGE);
      yield page.flatMap(({ members }) => members);
      after = page.length === BOUND_A_PAGE ? page.at(-1)?.position : undefined;
    } while (after);
  }

  /** Problems: `households.unknown`. */
  async require(householdId: string): Promise<Household> {
    const household = await this.store.find(householdId);
    if (!household) throw problem('households.unknown');
    return household;
  }

  /** Ids of the regions above it, for deciding who may act. Problems: `households.unknown`. */
  async pathOf(householdId: string): Promise<readonly string[]> {
    return (await this.require(householdId)).regionPath;
  }

  /**
   * Reads the household, applies the rule and writes what comes of it, unless somebody was faster: then from the start.
   * A rule that gives back the very household has found its work done already.
   * @param seen the revision that whoever asks has seen; another one in between is refused
   * Problems: `households.unknown`, `households.changed`, what the rule refuses with, and what a unique index refuses.
   */
  async change(householdId: string, rule: (household: Household) => Outcome, seen?: number): Promise<Household> {
    for (let attempt = 0; attempt < CHANGE_ATTEMPTS; attempt++) {
      const household = await this.require(householdId);
      const outcome = rule(household);
      if (outcome === household) return household;
      if (seen !== undefined && household.revision !== seen) break;
      if (typeof outcome === 'string') throw problem(outcome);
      const written = await this.store.replace(outcome);
      if (written === 'done') return outcome;
      if (written !== 'changed') throw problem(`households.${written}`);
    }
    throw problem('households.changed');
  }
}
