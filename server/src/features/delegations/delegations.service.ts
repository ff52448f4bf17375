/** 代办: beginning, acting, stopping. Whatever is done for somebody stands in its own history with both names. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type delegationsContract, PAPER_PURPOSE } from '@xiangyue/shared/features/delegations/delegations.contract';
import {
  actRefusal,
  type Consent,
  DELEGATION_DAYS,
  type Delegation,
  type DelegationKind,
  maySee,
  startRefusal,
} from '@xiangyue/shared/features/delegations/delegations.rules';
import type { Photo } from '@xiangyue/shared/features/files/files.contract';
import type { Household } from '@xiangyue/shared/features/households/household';
import { correctMember, memberOf } from '@xiangyue/shared/features/households/households.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName } from '@xiangyue/shared/kernel/names';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { Sealing } from '../../platform/sealing/sealing';
import { HouseholdsService } from '../households/households.service';
import { DelegationsStore } from './delegations.store';
import { DelegationsNews } from './delegations-news';
import { nameIn } from './names';

type Contract = typeof delegationsContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Nothing = Record<string, never>;

/** A delegation with the household as it is now. */
export interface OfHousehold {
  readonly delegation: Delegation;
  readonly household: Household;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class DelegationsService {
  @Inject()
  private readonly store!: DelegationsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly news!: DelegationsNews;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly sealing!: Sealing;

  /** Problems: `households.notMine`, those of `startRefusal` and of photos, `delegations.running`. */
  async startForFamily(
    actor: Actor,
    { memberId, ...consent }: Input<'startForFamily'>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Contract['startForFamily']>> {
    const household = await this.households.householdOf(actor.personId);
    if (!household) throw problem('households.notMine');
    return this.start('family', actor, household, memberId, consent, key, now);
  }

  /** Problems: `households.unknown`, those of `startRefusal` and of photos, `delegations.running`. */
  async startForOffice(
    actor: Actor,
    { householdId, memberId, ...consent }: Input<'startForOffice'>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Contract['startForOffice']>> {
    const household = await this.households.require(householdId);
    return this.start('office', actor, household, memberId, consent, key, now);
  }

  private async start(
    kind: DelegationKind,
    actor: Actor,
    household: Household,
    memberId: string,
    consent: Consent,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const today = localDateOf(now.getTime());
    const refusal = startRefusal(household, memberId, { personId: actor.personId, kind }, consent, today);
    if (refusal) throw problem(refusal);
    const id = idFromKey(actor.personId, 'delegation', key);
    const delegation: Delegation = {
      id,
      kind,
      householdId: household.id,
      villagePath: household.regionPath.slice(0, household.regionPath.indexOf(household.villageId) + 1),
      memberId,
      agentId: actor.personId,
      consent,
      startedAt: now,
      endsOn: daysAfter(today, DELEGATION_DAYS),
      ended: null,
    };
    const paper = { kind: PAPER_PURPOSE, id };
    await this.files.attach(consent.photoIds, paper, actor.personId, now);
    await this.store.makeRoom(delegation, today);
    if (!(await this.store.insert(delegation))) {
      await this.files.release(paper, now);
      throw problem('delegations.running');
    }
    await this.news.begun(delegation, household, now);
    return { id };
  }

  /** Problems: `delegations.unknown`, `delegations.ended`; the same person with the same words again has stopped it already. */
  async stop(actor: Actor, { delegationId, words }: Input<'stop'>, now: Date): Promise<Nothing> {
    const { delegation, household } = await this.requireSeen(actor, delegationId, now);
    const ended = await this.store.stop(delegationId, { at: now, by: actor.personId, words });
    if (ended?.by !== actor.personId || ended.words !== words) throw problem('delegations.ended');
    await this.news.stopped({ ...delegation, ended }, household, now);
    return {};
  }

  /** Stops everything by which an account acts: it is being deleted. Repeating is harmless. */
  async stopAllOf(personId: string, words: string, now: Date): Promise<void> {
    for (const delegation of await this.store.listRunning(personId)) {
      const ended = await this.store.stop(delegation.id, { at: now, by: personId, words });
      const household = await this.households.require(delegation.householdId);
      if (ended) await this.news.stopped({ ...delegation, ended }, household, now);
    }
  }

  /** Problems: those of `requireActing`. */
  async updateContact(
    actor: Actor,
    { delegationId, residence, phone }: Input<'updateContact'>,
    now: Date,
  ): Promise<Nothing> {
    const { delegation, household } = await this.requireActing(actor, delegationId, now);
    const deed = { by: actor.personId, at: now, delegationId };
    await this.households.change(household.id, (current) => {
      const member = memberOf(current, delegation.memberId);
      if (!member) return 'households.memberUnknown';
      const { id, binding: _binding, phone: before, ...fields } = member;
      const sealed = phone === undefined ? before : phone === '' ? undefined : this.sealing.sealToFind(phone);
      return correctMember(current, id, { ...fields, residence, ...(sealed && { phone: sealed }) }, deed);
    });
    return {};
  }

  /**
   * For every feature in which somebody acts for a villager: whether they may now, and for whom. What is done keeps the
   * delegation's id, and with it both names. Problems: `delegations.unknown`, `delegations.notYours`,
   * `delegations.ended`, `delegations.officeOver`.
   */
  async requireActing(actor: Actor, delegationId: string, now: Date): Promise<OfHousehold> {
    const found = await this.find(delegationId);
    const today = localDateOf(now.getTime());
    const refusal = actRefusal(found.delegation, found.household, actor, { ms: now.getTime(), today });
    if (refusal) throw problem(refusal);
    return found;
  }

  /** One that the actor may see, which is also who may stop it; for everybody else there is none. */
  async requireSeen(actor: Actor, delegationId: string, now: Date): Promise<OfHousehold> {
    const found = await this.find(delegationId);
    if (!maySee(found.delegation, found.household, actor, now.getTime())) throw problem('delegations.unknown');
    return found;
  }

  /** For whom each of these was, for lists that others read: 冉**. Those that do not exist are missing. */
  async maskedNamesOf(delegationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const delegations = await this.store.findMany([...new Set(delegationIds)]);
    const households = await this.households.findMany(delegations.map(({ householdId }) => householdId));
    return new Map(
      delegations.flatMap(({ id, householdId, memberId }) => {
        const household = households.get(householdId);
        return household ? [[id, maskName(nameIn(household, memberId))] as const] : [];
      }),
    );
  }

  /** The signed paper, where there is one. */
  paperOf({ consent }: Delegation, now: Date): Promise<Photo[]> {
    return this.files.photos(consent.photoIds, now);
  }

  private async find(delegationId: string): Promise<OfHousehold> {
    const delegation = await this.store.find(delegationId);
    if (!delegation) throw problem('delegations.unknown');
    return { delegation, household: await this.households.require(delegation.householdId) };
  }
}
