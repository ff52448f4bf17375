/** The two looks at a claim: the group's, then the village panel's, by two people of two households who are not close to it. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { isWorth, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import type { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { GROUP_REVIEWERS, PANEL } from '@xiangyue/shared/features/points/offices';
import {
  CLAIM_MOVES,
  CLAIM_STATE_NAMES,
  claimMoveFrom,
  publicUntil,
} from '@xiangyue/shared/features/points/points.rules';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { ClaimDecisionsStore } from './claim-decisions.store';
import { ClaimsService } from './claims.service';
import { CreditingService } from './crediting.service';
import { DeskClaimsService } from './desk-claims.service';

type Review = typeof pointsDesksContract.review;

const STAGES = {
  group: { mover: 'groupReviewer', pass: 'passGroup', roles: GROUP_REVIEWERS },
  panel: { mover: 'panel', pass: 'passPanel', roles: PANEL },
} as const;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ReviewsService {
  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly claims!: ClaimsService;

  @Inject()
  private readonly desks!: DeskClaimsService;

  @Inject()
  private readonly crediting!: CreditingService;

  /** Problems: as the contract says. */
  async review(
    actor: Actor,
    { claimId, revision, stage, approves, points, words }: InputOf<Review>,
    now: Date,
  ): Promise<OutputOf<Review>> {
    const claim = await this.claims.require(claimId);
    const { mover, pass, roles } = STAGES[stage];
    if (!holdsRoleWithin(actor.grants, roles, claim.regionPath, now.getTime())) throw problem('access.outOfScope');
    const to = claimMoveFrom(claim.state, approves ? pass : 'refuse', mover);
    if (to === null || claim.state !== stage)
      throw problem('points.claimNotHere', { state: CLAIM_STATE_NAMES[claim.state] });
    if (claim.revision !== revision) throw problem('points.claimMovedOn');
    if (!approves && words === '') throw problem('points.whyMissing', undefined, WHY_MISSING);
    if (points !== undefined && !isWorth({ ...claim, ...ITEM_REST }, points))
      throw problem('points.pointsWrong', { worth: sayWorth(claim) });
    const { personId, householdId } = await this.desks.requireImpartial(actor, claim, now);
    const today = localDateOf(now.getTime());
    const change = {
      state: to,
      ...(approves && points !== undefined && { points }),
      ...(to === CLAIM_MOVES.passPanel.to && {
        publishedOn: today,
        publicUntil: publicUntil(today, claim.publicityDays),
      }),
    };
    const review = { by: personId, householdId, stage, approves, words, at: now };
    if (!(await this.decisions.review(claimId, { state: claim.state, revision }, review, change)))
      throw problem('points.claimMovedOn');
    if (!approves) await this.crediting.tell(claim, 'points.refused', `“${claim.itemTitle}”：${words}`, now);
    return { state: to, revision: revision + 1 };
  }
}

const WHY_MISSING = { errors: [{ path: 'words', message: '写一写为什么' }] };
/** What the test of a number does not look at. */
const ITEM_REST = { key: '', title: '', clause: null };
