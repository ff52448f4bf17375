/**
 * Relatives in other households. Who reviews a claim or a dispute must not be close to those it is about; the register
 * says who is, and whoever is related may say so themselves.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Household, KIN_NAMES } from '@xiangyue/shared/features/households/household';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { isNameOf, memberBoundTo, memberOf } from '@xiangyue/shared/features/households/households.rules';
import type { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName } from '@xiangyue/shared/kernel/names';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { RegionsService } from '../regions/regions.service';
import { HouseholdsService } from './households.service';
import { HouseholdsStore } from './households.store';
import { KinStore } from './kin.store';

type Fields = InputOf<typeof householdsContract.addMyKin>;
type Shown = OutputOf<typeof registerContract.household>['kin'];
type Nothing = Record<string, never>;

/** More ties than the households of a large village have with each other and with the next. */
const VILLAGE_KIN_LIMIT = 20_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class KinService {
  @Inject()
  private readonly store!: KinStore;

  @Inject()
  private readonly registered!: HouseholdsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly regions!: RegionsService;

  /** Relatives of the household's members. @param masked for readers who do not keep the register */
  async ofHousehold(household: Household, masked = false): Promise<Shown> {
    const ownIds = household.members.map(({ id }) => id);
    const kin = await this.store.listOf(ownIds);
    const others = await this.registered.findByMembers(kin.flatMap(({ memberIds }) => memberIds));
    const villages = await this.regions.namesOf(others.map(({ villageId }) => villageId));
    return kin.flatMap(({ id, memberIds, kind }) => {
      const ownId = memberIds.find((one) => ownIds.includes(one));
      const otherId = memberIds.find((one) => one !== ownId);
      const own = ownId === undefined ? undefined : memberOf(household, ownId);
      const otherHome = others.find((one) => otherId !== undefined && memberOf(one, otherId));
      const other = otherHome && otherId !== undefined ? memberOf(otherHome, otherId) : undefined;
      // Somebody who has died or left the register is nobody's conflict of interest any more.
      if (!own || !other || !otherHome) return [];
      return {
        id,
        memberName: own.name,
        otherName: masked ? maskName(other.name) : other.name,
        otherNumber: otherHome.number,
        otherVillageName: villages.get(otherHome.villageId) ?? '',
        kindName: KIN_NAMES[kind],
      };
    });
  }

  /** Other households in which somebody related to this one lives; for deciding who may judge in its matters. */
  async relatedHouseholdIds(householdId: string): Promise<ReadonlySet<string>> {
    const { members } = await this.households.require(householdId);
    const kin = await this.store.listOf(members.map(({ id }) => id));
    const homes = await this.registered.findByMembers(kin.flatMap(({ memberIds }) => memberIds));
    return new Set(homes.map(({ id }) => id).filter((id) => id !== householdId));
  }

  /** The same for many households at once, by household. */
  async relatedHouseholds(households: readonly Household[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const homeOf = new Map(households.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)));
    const kin = await this.store.listOf([...homeOf.keys()], VILLAGE_KIN_LIMIT);
    const far = kin.flatMap(({ memberIds }) => memberIds).filter((memberId) => !homeOf.has(memberId));
    for (const { id, members } of await this.registered.findByMembers(far))
      for (const member of members) homeOf.set(member.id, id);
    const related = new Map(households.map(({ id }) => [id, new Set<string>()]));
    for (const { memberIds } of kin) {
      const [one, other] = memberIds.map((memberId) => homeOf.get(memberId));
      if (one === undefined || other === undefined) continue;
      related.get(one)?.add(other);
      related.get(other)?.add(one);
    }
    return related;
  }

  /** Problems: `households.notMine`, and those of `add`. */
  async addMine(actor: Actor, fields: Fields, key: string, now: Date): Promise<{ id: string }> {
    const household = await this.households.householdOf(actor.personId);
    const me = household && memberBoundTo(household, actor.personId);
    if (!household || !me) throw problem('households.notMine');
    return this.add(actor, household, me.id, fields, key, now);
  }

  /** Problems: `households.unknown`, `households.memberUnknown`, and those of `add`. */
  async addFor(
    actor: Actor,
    { householdId, memberId, ...fields }: InputOf<typeof registerContract.addKin>,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const household = await this.households.require(householdId);
    if (!memberOf(household, memberId)) throw problem('households.memberUnknown');
    return this.add(actor, household, memberId, fields, key, now);
  }

  /** Problems: `households.kinUnknown`, `households.kinSame`, `households.kinKnown`. */
  private async add(
    actor: Actor,
    household: Household,
    memberId: string,
    { villageId, number, name, kind }: Fields,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const otherHome = await this.registered.findByNumber(villageId, number);
    const other = otherHome?.members.find((member) => isNameOf(member, name));
    if (!otherHome || !other) throw problem('households.kinUnknown');
    if (otherHome.id === household.id) throw problem('households.kinSame');
    const id = idFromKey(actor.personId, 'kin', key);
    const [a, b] = [memberId, other.id].sort() as [string, string];
    const kin = { id, memberIds: [a, b] as const, kind, enteredBy: actor.personId, enteredAt: now };
    if (!(await this.store.insert(kin))) throw problem('households.kinKnown');
    return { id };
  }

  /** Only what they entered themselves: what the village knows, the village takes back. Problems: `households.kinGone`. */
  async removeMine(actor: Actor, kinId: string): Promise<Nothing> {
    const household = await this.households.householdOf(actor.personId);
    const memberIds = household?.members.map(({ id }) => id) ?? [];
    if (!(await this.store.remove(kinId, memberIds, actor.personId))) throw problem('households.kinGone');
    return {};
  }

  /** Problems: `households.unknown`, `households.kinGone`. */
  async removeFor(householdId: string, kinId: string): Promise<Nothing> {
    const { members } = await this.households.require(householdId);
    if (
      !(await this.store.remove(
        kinId,
        members.map(({ id }) => id),
      ))
    )
      throw problem('households.kinGone');
    return {};
  }
}
