/** 代办 as those whom it concerns see it: one's own, one whole, and what runs in a place. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  ACTS_LIMIT,
  type delegationsContract,
  PLACE_LIMIT,
} from '@xiangyue/shared/features/delegations/delegations.contract';
import { type Delegation, isRunning } from '@xiangyue/shared/features/delegations/delegations.rules';
import { EVENT_NAMES, type Household } from '@xiangyue/shared/features/households/household';
import { memberBoundTo, memberOf } from '@xiangyue/shared/features/households/households.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName, maskPhone } from '@xiangyue/shared/kernel/names';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';
import { Sealing } from '../../platform/sealing/sealing';
import { HouseholdsService } from '../households/households.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { DelegationsService } from './delegations.service';
import { DelegationsStore } from './delegations.store';
import { nameIn } from './names';

type Contract = typeof delegationsContract;
type Shown = OutputOf<Contract['mine']>['delegations'][number];

/** Households that one look at the list can name. */
const LOOKS_MAX = 100;

@Provide()
@Scope(ScopeEnum.Singleton)
export class DelegationPages {
  @Inject()
  private readonly store!: DelegationsStore;

  @Inject()
  private readonly delegations!: DelegationsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly sealing!: Sealing;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** By which I act, and by which others act for me and my household; the latest first. */
  async mine(actor: Actor, now: Date): Promise<OutputOf<Contract['mine']>> {
    const own = await this.households.householdOf(actor.personId);
    const [acting, ofHousehold] = await Promise.all([
      this.store.list({ agentId: actor.personId }),
      own ? this.store.list({ householdId: own.id }) : [],
    ]);
    const others = acting.filter(({ householdId }) => householdId !== own?.id);
    await this.recordLook(actor, others, now);
    return { delegations: await this.shown([...ofHousehold, ...others], actor, now) };
  }

  /** Problems: `delegations.unknown`, also for whoever has nothing to do with it. */
  async one(actor: Actor, delegationId: string, now: Date): Promise<OutputOf<Contract['one']>> {
    const { delegation, household } = await this.delegations.requireSeen(actor, delegationId, now);
    if (!memberBoundTo(household, actor.personId)) await this.recordLook(actor, [delegation], now);
    const member = memberOf(household, delegation.memberId);
    const acts = household.history.filter((event) => event.delegationId === delegationId).slice(-ACTS_LIMIT);
    const [[shown], names, photos] = await Promise.all([
      this.shown([delegation], actor, now),
      this.identity.namesOf(acts.map(({ by }) => by)),
      this.delegations.paperOf(delegation, now),
    ]);
    return {
      delegation: shown as Shown,
      photos,
      residence: member?.residence ?? null,
      phoneMasked: member?.phone ? maskPhone(this.sealing.open(member.phone.sealed)) : null,
      acts: acts.reverse().map(({ at, by, what, words }) => ({
        at: at.toISOString(),
        agentName: names.get(by) ?? null,
        what: EVENT_NAMES[what],
        words: words ?? null,
      })),
    };
  }

  /**
   * What runs in a place, villagers' names masked. A village is read as a whole and its groups are picked from it by where
   * each household lies today; it has a few hundred at most.
   */
  async ofRegion(
    { regionId, after }: InputOf<Contract['ofRegion']>,
    now: Date,
  ): Promise<OutputOf<Contract['ofRegion']>> {
    const region = await this.regions.requireRegion(regionId);
    const { page, next } = pageOf(
      await this.runningIn(region, after, now),
      PLACE_LIMIT,
      ({ delegation: { startedAt, id } }) => writeTimeMark({ at: startedAt, id }),
    );
    const [agents, groups] = await Promise.all([
      this.identity.namesOf(page.map(({ delegation }) => delegation.agentId)),
      this.regions.namesOf(page.map(({ household }) => household.groupId)),
    ]);
    return {
      regionName: region.name,
      delegations: page.map(({ delegation: { id, kind, memberId, agentId, endsOn }, household }) => ({
        id,
        kind,
        maskedMemberName: maskName(nameIn(household, memberId)),
        agentName: agents.get(agentId) ?? null,
        groupName: groups.get(household.groupId) ?? '',
        number: household.number,
        endsOn,
      })),
      next,
    };
  }

  /** One more than a page holds, where there are so many. */
  private async runningIn({ id, path }: { id: string; path: readonly string[] }, after: string | undefined, now: Date) {
    const today = localDateOf(now.getTime());
    const found: { delegation: Delegation; household: Household }[] = [];
    let mark = after === undefined ? undefined : readTimeMark(after);
    while (found.length <= PLACE_LIMIT) {
      const batch = await this.store.listIn(path, today, mark);
      const last = batch.at(-1);
      if (!last) break;
      mark = { at: last.startedAt, id: last.id };
      const households = await this.households.findMany(batch.map(({ householdId }) => householdId));
      for (const delegation of batch) {
        const household = households.get(delegation.householdId);
        if (household?.regionPath.includes(id) && isRunning(delegation, household, today))
          found.push({ delegation, household });
      }
    }
    return found;
  }

  /** Whoever acts by office sees villagers' data: each of them can read that. The family sees its own. */
  private async recordLook(actor: Actor, delegations: readonly Delegation[], now: Date): Promise<void> {
    const subjectIds = [...new Set(delegations.map(({ householdId }) => householdId))].slice(0, LOOKS_MAX);
    if (subjectIds.length > 0) await this.accessLog.record({ actor, subjectIds, what: '看了代办', now });
  }

  private async shown(delegations: readonly Delegation[], actor: Actor, now: Date): Promise<Shown[]> {
    const today = localDateOf(now.getTime());
    const [households, names] = await Promise.all([
      this.households.findMany(delegations.map(({ householdId }) => householdId)),
      this.identity.namesOf(delegations.flatMap(({ agentId, ended }) => [agentId, ...(ended ? [ended.by] : [])])),
    ]);
    return delegations.flatMap((delegation) => {
      const household = households.get(delegation.householdId);
      if (!household) return [];
      const { agentId, consent, startedAt, ended } = delegation;
      return {
        ...delegation,
        villageId: household.villageId,
        memberName: nameIn(household, delegation.memberId),
        agentName: names.get(agentId) ?? null,
        consent: { way: consent.way, words: consent.words, on: consent.on },
        startedAt: startedAt.toISOString(),
        isRunning: isRunning(delegation, household, today),
        amAgent: agentId === actor.personId,
        ended: ended && { at: ended.at.toISOString(), byName: names.get(ended.by) ?? null, words: ended.words },
      };
    });
  }
}
