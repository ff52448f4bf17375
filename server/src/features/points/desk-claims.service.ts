/** Claims as the desks see them: whose, what for, what was said, and whether whoever looks has to leave it to others. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { headNameOf } from '@xiangyue/shared/features/households/households.rules';
import { DESK_LIMIT, type pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { type Decider, deciderRefusal } from '@xiangyue/shared/features/points/points.rules';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { Files } from '../../platform/files/files';
import { HouseholdsService } from '../households/households.service';
import { KinService } from '../households/kin.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { ClaimDecisionsStore } from './claim-decisions.store';
import type { Claim } from './claim-documents.store';
import { ClaimsStore } from './claims.store';

type Desk = OutputOf<typeof pointsDesksContract.reviews>;
export type DeskClaim = Desk['claims'][number];

/** Nobody's household: somebody of the town, whom no household of the village is. */
const NO_HOUSEHOLD = '';

@Provide()
@Scope(ScopeEnum.Singleton)
export class DeskClaimsService {
  @Inject()
  private readonly claims!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly kin!: KinService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly files!: Files;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** What waits in a state, the oldest first; the look is kept. */
  async desk(actor: Actor, regionId: string, state: 'group' | 'panel', now: Date): Promise<Desk> {
    const found = await this.claims.listWaiting(regionId, state, DESK_LIMIT + 1);
    const shown = found.slice(0, DESK_LIMIT);
    return { claims: await this.show(actor, shown, now), more: found.length > DESK_LIMIT };
  }

  /** The claims for whoever decides about them; the look is kept. */
  async show(actor: Actor, claims: readonly Claim[], now: Date): Promise<DeskClaim[]> {
    const subjectIds = [...new Set(claims.map(({ householdId }) => householdId))];
    if (subjectIds.length > 0) await this.accessLog.record({ actor, subjectIds, what: '看了积分申报', now });
    const people = claims.flatMap(({ proposedBy, reviews }) => [proposedBy, ...reviews.map(({ by }) => by)]);
    const homes = await this.households.findMany(subjectIds);
    const [names, groups, photos, sameDay, household] = await Promise.all([
      this.identity.namesOf(people),
      this.regions.namesOf([...homes.values()].map(({ groupId }) => groupId)),
      this.files.photos(
        claims.flatMap(({ photoIds }) => photoIds),
        now,
      ),
      this.claims.countSameDay(claims),
      this.households.householdOf(actor.personId),
    ]);
    const decider = deciderOf(actor, household?.id, claims[0]?.regionPath ?? [], now);
    return claims.map((claim) => {
      const home = homes.get(claim.householdId);
      const refusal = deciderRefusal(claim, decider);
      return {
        ...claim,
        householdName: home ? headNameOf(home) : '',
        groupName: groups.get(home?.groupId ?? '') ?? '',
        number: home?.number ?? '',
        proposedByName: names.get(claim.proposedBy) ?? '',
        proposedAt: claim.proposedAt.toISOString(),
        photos: photos.filter(({ id }) => claim.photoIds.includes(id)),
        reviews: claim.reviews.map(({ by, words, at }) => ({
          byName: names.get(by) ?? '',
          words,
          at: at.toISOString(),
        })),
        conflict: refusal && CONFLICTS[refusal],
        sameDay: (sameDay.get(`${claim.householdId}/${claim.itemKey}/${claim.doneOn}`) ?? 1) - 1,
      };
    });
  }

  /**
   * Whoever decides about this claim, tested against the relatives as they are registered now, which are also written into
   * the claim, where the deciding write looks for them.
   * Problems: `points.deciderUnbound`, `points.ownHousehold`, `points.relatives`, `points.ownProposal`, `points.decidedAlready`.
   */
  async requireImpartial(actor: Actor, claim: Claim, now: Date): Promise<Decider & { readonly householdId: string }> {
    const household = await this.households.householdOf(actor.personId);
    const { personId, householdId } = deciderOf(actor, household?.id, claim.regionPath, now);
    const related = [...(await this.kin.relatedHouseholdIds(claim.householdId))];
    await this.decisions.setRelated(claim.id, related);
    const refusal = deciderRefusal({ ...claim, relatedHouseholdIds: related }, { personId, householdId });
    if (refusal) throw problem(refusal);
    // Only the unbound have none, and they were refused.
    return { personId, householdId: householdId ?? NO_HOUSEHOLD };
  }
}

/** Somebody of the town need not be bound: no household there is theirs. */
function deciderOf(actor: Actor, householdId: string | undefined, path: readonly string[], now: Date): Decider {
  const isOfTown = holdsRoleWithin(actor.grants, ['townOffice'], path, now.getTime());
  return { personId: actor.personId, householdId: householdId ?? (isOfTown ? NO_HOUSEHOLD : null) };
}

const CONFLICTS = {
  'points.deciderUnbound': 'unbound',
  'points.ownHousehold': 'ownHousehold',
  'points.relatives': 'relatives',
  'points.ownProposal': 'ownProposal',
  'points.decidedAlready': 'decidedAlready',
} as const;
