/** What everybody can read about claims, objecting to it, and the answers. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { headNameOf } from '@xiangyue/shared/features/households/households.rules';
import { HANDLERS } from '@xiangyue/shared/features/points/offices';
import { CLAIMS_LIMIT, type pointsContract } from '@xiangyue/shared/features/points/points.contract';
import {
  answerDueOn,
  CLAIM_STATE_NAMES,
  daysLeft,
  deciderRefusal,
  LATE_OBJECTION_DAYS,
  OBJECTIONABLE_STATES,
} from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName } from '@xiangyue/shared/kernel/names';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { pageOf } from '../../platform/paging/page';
import { HouseholdsService } from '../households/households.service';
import { GrantsService } from '../identity/grants.service';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { ClaimDecisionsStore } from './claim-decisions.store';
import type { Claim } from './claim-documents.store';
import { ClaimsService } from './claims.service';
import { ClaimsStore, type ListMark } from './claims.store';

type Contract = typeof pointsContract;

/** Officers among whom somebody impartial is looked for. */
const HANDLERS_LOOKED_AT = 20;
const DATE_CHARACTERS = 10;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PublicityService {
  @Inject()
  private readonly store!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly claims!: ClaimsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly grants!: GrantsService;

  @Inject()
  private readonly regions!: RegionsService;

  /** Problems: `regions.villageUnknown`. */
  async list(
    { villageId, show, after }: InputOf<Contract['publicity']>,
    now: Date,
  ): Promise<OutputOf<Contract['publicity']>> {
    await this.regions.requireVillage(villageId);
    const today = localDateOf(now.getTime());
    const isPublic = show === 'public';
    const mark = after === undefined ? undefined : readMark(after);
    const found = isPublic
      ? await this.store.listPublic(villageId, mark, CLAIMS_LIMIT + 1)
      : await this.store.listCredited(villageId, lateSince(today), mark, CLAIMS_LIMIT + 1);
    const { page, next } = pageOf(
      found,
      CLAIMS_LIMIT,
      ({ id, publicUntil, creditedOn }) => `${isPublic ? publicUntil : creditedOn}-${id}`,
    );
    return { claims: await this.show(page, now), next };
  }

  private async show(claims: readonly Claim[], now: Date): Promise<OutputOf<Contract['publicity']>['claims']> {
    const homes = await this.households.findMany(claims.map(({ householdId }) => householdId));
    const handlers = claims.flatMap(({ objections }) => objections.flatMap(({ handlerId }) => handlerId ?? []));
    const [groups, names] = await Promise.all([
      this.regions.namesOf([...homes.values()].map(({ groupId }) => groupId)),
      this.identity.namesOf(handlers),
    ]);
    const today = localDateOf(now.getTime());
    return claims.map((claim) => {
      const home = homes.get(claim.householdId);
      return {
        id: claim.id,
        maskedName: home ? maskName(headNameOf(home)) : '',
        groupName: groups.get(home?.groupId ?? '') ?? '',
        itemTitle: claim.itemTitle,
        category: claim.category,
        points: claim.points,
        doneOn: claim.doneOn,
        publishedOn: claim.publishedOn ?? today,
        daysLeft: daysLeft(claim.publicUntil ?? today, today),
        state: claim.state,
        objections: claim.objections.map(({ at, dueOn, handlerId, outcome, answer }) => ({
          at: at.toISOString(),
          dueOn,
          handlerName: handlerId === null ? null : (names.get(handlerId) ?? null),
          outcome,
          answer,
        })),
      };
    });
  }

  /** Problems: as the contract says. */
  async object(
    actor: Actor,
    { claimId, words }: InputOf<Contract['object']>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Contract['object']>> {
    const claim = await this.claims.require(claimId);
    const household = await this.households.householdOf(actor.personId);
    if (household?.villageId !== claim.villageId) throw problem('points.notVillager');
    // Whoever made a mistake about their own household withdraws it.
    if (household.id === claim.householdId) throw problem('points.ownHousehold');
    const objectionId = idFromKey(actor.personId, 'points.objection', key);
    const known = claim.objections.find(({ by }) => by === actor.personId);
    if (known && known.id !== objectionId) throw problem('points.objectedAlready');
    const today = localDateOf(now.getTime());
    const handler = await this.handlerFor(claim, actor.personId, now);
    const dueOn = known?.dueOn ?? answerDueOn(today);
    const objection = {
      ...{ id: objectionId, by: actor.personId, words, at: now, dueOn, handlerId: handler?.personId ?? null },
      ...{ outcome: 'waiting' as const, answer: null, answeredBy: null, answeredAt: null },
    };
    if (!known && !(await this.decisions.object(claimId, objection, household.id, lateSince(today))))
      throw await this.whyNot(claimId, actor.personId, today);
    return { objectionId, dueOn, handlerName: handler?.name ?? null };
  }

  private async whyNot(claimId: string, personId: string, today: string) {
    const { state, creditedOn, objections } = await this.claims.require(claimId);
    if (objections.some(({ by }) => by === personId)) return problem('points.objectedAlready');
    if (!(OBJECTIONABLE_STATES as readonly string[]).includes(state))
      return problem('points.claimNotHere', { state: CLAIM_STATE_NAMES[state] });
    return creditedOn !== null && creditedOn < lateSince(today)
      ? problem('points.objectionLate')
      : problem('points.claimMovedOn');
  }

  /** Somebody by name who has no part in it: of the village first, else of the town; null where there is nobody. */
  private async handlerFor(claim: Claim, objector: string, now: Date) {
    const holders = (await this.grants.holdersOf(HANDLERS, claim.regionPath, now)).slice(0, HANDLERS_LOOKED_AT);
    for (const holder of holders) {
      const household = await this.households.householdOf(holder.personId);
      const householdId = household?.id ?? (holder.role === 'townOffice' ? '' : null);
      const mayDecide = deciderRefusal(claim, { personId: holder.personId, householdId }) === null;
      if (mayDecide && holder.personId !== objector) return holder;
    }
    return null;
  }
}

/** Since when what was credited can still be objected to. */
function lateSince(today: string): string {
  return daysAfter(today, -LATE_OBJECTION_DAYS);
}

function readMark(text: string): ListMark {
  return { on: text.slice(0, DATE_CHARACTERS), id: text.slice(DATE_CHARACTERS + 1) };
}
