/** Who is of which household. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Household, RELATION_NAMES } from '@xiangyue/shared/features/households/household';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { memberBoundTo } from '@xiangyue/shared/features/households/households.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { Actor } from '../../platform/auth/actor';
import { RegionsService } from '../regions/regions.service';
import { HouseholdsStore } from './households.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsService {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly regions!: RegionsService;

  /** The household that the account is bound to; null for somebody who is no villager, or not bound yet. */
  async householdOf(personId: string): Promise<Household | null> {
    return this.store.findByPerson(personId);
  }

  async mine(actor: Actor): Promise<OutputOf<typeof householdsContract.mine>> {
    const household = await this.householdOf(actor.personId);
    if (!household) return { household: null };
    const me = memberBoundTo(household, actor.personId);
    const { id, villageId, groupId, courtyardId, number, door, members, headMemberId, card, revision } = household;
    const names = await this.regions.namesOf([villageId, groupId, ...(courtyardId ? [courtyardId] : [])]);
    return {
      household: {
        id,
        villageId,
        villageName: names.get(villageId) ?? '',
        groupName: names.get(groupId) ?? '',
        courtyardName: courtyardId ? (names.get(courtyardId) ?? '') : null,
        number,
        door,
        members: members.map((member) => ({
          id: member.id,
          name: member.name,
          relationName: RELATION_NAMES[member.relation],
          isHead: member.id === headMemberId,
          isMe: member === me,
          isBound: member.binding !== undefined,
          residence: member.residence,
        })),
        amHead: me?.id === headMemberId,
        cardIssuedOn: localDateOf(card.issuedAt.getTime()),
        revision,
      },
    };
  }
}
