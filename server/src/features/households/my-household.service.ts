/** What a villager sees of the own household, and what its head may do there. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { changeHead, memberBoundTo } from '@xiangyue/shared/features/households/households.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { BindingService } from './binding.service';
import { HouseholdView } from './household-view';
import { HouseholdsService } from './households.service';
import { KinService } from './kin.service';

type Routes = typeof householdsContract;

@Provide()
@Scope(ScopeEnum.Singleton)
export class MyHouseholdService {
  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly binding!: BindingService;

  @Inject()
  private readonly kin!: KinService;

  @Inject()
  private readonly view!: HouseholdView;

  async mine({ personId }: Actor): Promise<OutputOf<Routes['mine']>> {
    const household = await this.households.householdOf(personId);
    if (!household) return { household: null, request: await this.binding.ownRequest(personId) };
    const kin = await this.kin.ofHousehold(household, true);
    return { household: await this.view.own(household, personId, kin), request: null };
  }

  /** Problems: `households.notMine`, `households.notHead`, `households.memberUnknown`, `households.changed`. */
  async handOnHead(
    { personId }: Actor,
    { memberId, revision }: InputOf<Routes['handOnHead']>,
    now: Date,
  ): Promise<Record<string, never>> {
    const mine = await this.households.householdOf(personId);
    if (!mine) throw problem('households.notMine');
    await this.households.change(
      mine.id,
      (household) => {
        // Handed on already: the same write again.
        if (household.headMemberId === memberId) return household;
        const me = memberBoundTo(household, personId);
        return me?.id === household.headMemberId
          ? changeHead(household, memberId, { by: personId, at: now })
          : 'households.notHead';
      },
      revision,
    );
    return {};
  }
}
