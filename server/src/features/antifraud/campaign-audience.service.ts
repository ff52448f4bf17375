/** Who a campaign reaches: accounts of members of households by age, and people in office. Nobody is ever listed to staff. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  areOfHouseholds,
  type CampaignGroup,
  isMemberIn,
  rolesOf,
} from '@xiangyue/shared/features/antifraud/campaign.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { HouseholdsService } from '../households/households.service';
import { IdentityService } from '../identity/identity.service';

@Provide()
@Scope(ScopeEnum.Singleton)
export class CampaignAudience {
  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly identity!: IdentityService;

  /**
   * People of the villages in any of the groups, some hundred at a time, village by village; somebody who is both a member and in
   * office may come twice.
   */
  async *peopleIn(
    villageIds: readonly string[],
    groups: readonly CampaignGroup[],
    now: Date,
  ): AsyncGenerator<readonly string[]> {
    const today = localDateOf(now.getTime());
    const roles = rolesOf(groups);
    for (const villageId of villageIds) {
      if (areOfHouseholds(groups))
        for await (const members of this.households.boundMembersIn(villageId))
          yield members.flatMap(({ personId, birthDate }) => (isMemberIn(groups, birthDate, today) ? [personId] : []));
      if (roles.length > 0) yield* this.identity.holdersBelow(villageId, roles, now);
    }
  }
}
