/** Many households at once: a cleaning day is entered by whoever was there with the list, one claim a household, once for its key. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import type { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { deciderRefusal } from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { HouseholdsService } from '../households/households.service';
import { KinService } from '../households/kin.service';
import type { Claim, ClaimReview } from './claim-documents.store';
import { ClaimsService } from './claims.service';
import { ClaimsStore } from './claims.store';

type Bulk = typeof pointsDesksContract.enterMany;

@Provide()
@Scope(ScopeEnum.Singleton)
export class BulkService {
  @Inject()
  private readonly store!: ClaimsStore;

  @Inject()
  private readonly claims!: ClaimsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly kin!: KinService;

  /**
   * Whoever enters them has seen who was there: their word is the group's look, except for their own household and relatives,
   * which the group looks at itself. Problems: as the contract says.
   */
  async enterMany(actor: Actor, input: InputOf<Bulk>, key: string, now: Date): Promise<OutputOf<Bulk>> {
    const { villageId, householdIds, ...asked } = input;
    const homes = await this.households.findMany(householdIds);
    const here = [...homes.values()].filter((home) => home.villageId === villageId && home.state === 'active');
    if (here.length < householdIds.length) throw problem('points.householdElsewhere');
    const [own, related] = await Promise.all([
      this.households.householdOf(actor.personId),
      this.kin.relatedHouseholds(here),
    ]);
    const makes = await this.claims.maker(here, asked, now);
    const entered: Claim[] = [];
    const capped: Household[] = [];
    for (const home of here) {
      const relatedHouseholdIds = [...(related.get(home.id) ?? [])];
      const contested = { householdId: home.id, relatedHouseholdIds, proposedBy: '', reviews: [] };
      const decider = { personId: actor.personId, householdId: own?.id ?? null };
      const seen: ClaimReview = {
        ...{ by: actor.personId, householdId: own?.id ?? '', stage: 'group', approves: true },
        ...{ words: asked.words, at: now },
      };
      const claim = makes(home, relatedHouseholdIds, {
        id: idFromKey(actor.personId, 'points.bulk', `${key}/${home.id}`),
        by: actor.personId,
        source: 'bulk',
        onBehalf: true,
        photoIds: [],
        ...(deciderRefusal(contested, decider) === null && { review: seen }),
      });
      if (typeof claim === 'number') capped.push(home);
      else entered.push(claim);
    }
    await this.store.insertMany(entered);
    return { entered: entered.length, capped: capped.map(({ number }) => number) };
  }
}
