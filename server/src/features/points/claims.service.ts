/** Asking for points: for the own household, for somebody without a phone, and what became of it. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Household } from '@xiangyue/shared/features/households/household';
import { isWorth, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import { CLAIMS_LIMIT, type pointsContract } from '@xiangyue/shared/features/points/points.contract';
import {
  CLAIM_STATE_NAMES,
  claimMoveFrom,
  daysLeft,
  doneOnRefusal,
} from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';
import { HouseholdsService } from '../households/households.service';
import { KinService } from '../households/kin.service';
import { IdentityService } from '../identity/identity.service';
import { PurposeConsentsService } from '../privacy/purpose-consents.service';
import { CatalogueService } from './catalogue.service';
import { ClaimDecisionsStore } from './claim-decisions.store';
import type { Claim, ClaimReview, ClaimSource } from './claim-documents.store';
import { ClaimsStore } from './claims.store';

type Contract = typeof pointsContract;
type Asked = Pick<InputOf<Contract['claim']>, 'itemKey' | 'points' | 'doneOn' | 'words'>;
type Nothing = Record<string, never>;

/** Beside what is asked: by whom, how, and under which id the same write finds it again. */
export interface Proposal {
  readonly id: string;
  readonly by: string;
  readonly source: ClaimSource;
  readonly onBehalf: boolean;
  readonly photoIds: readonly string[];
  /** Whoever enters it for many has looked already; then it goes on to the panel. */
  readonly review?: ClaimReview;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class ClaimsService {
  @Inject()
  private readonly store!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly catalogue!: CatalogueService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly kin!: KinService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly consents!: PurposeConsentsService;

  @Inject()
  private readonly files!: Files;

  /** Regions above a claim, for the gate. Problems: `points.claimUnknown`. */
  async regionPathOf(claimId: string): Promise<readonly string[]> {
    return (await this.require(claimId)).regionPath;
  }

  /** Problems: `points.claimUnknown`. */
  async require(claimId: string): Promise<Claim> {
    const claim = await this.store.find(claimId);
    if (!claim) throw problem('points.claimUnknown');
    return claim;
  }

  /** Problems: as the contract says. */
  async claim(
    actor: Actor,
    { photoIds, ...asked }: InputOf<Contract['claim']>,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const household = await this.households.householdOf(actor.personId);
    if (!household) throw problem('households.notMine');
    if (photoIds.length > 0) await this.consents.requireConsent(actor.personId, 'photos');
    return this.propose(household, asked, { ...proposalOf(actor, key), photoIds, onBehalf: false }, now);
  }

  /** Problems: as the contract says. */
  async claimFor(
    actor: Actor,
    { householdId, photoIds, ...asked }: InputOf<Contract['claimFor']>,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    const household = await this.households.require(householdId);
    return this.propose(household, asked, { ...proposalOf(actor, key), photoIds, onBehalf: true }, now);
  }

  /** Writes a claim once. Problems: those of asking, and of its photos. */
  async propose(household: Household, asked: Asked, proposal: Proposal, now: Date): Promise<{ id: string }> {
    const known = await this.store.find(proposal.id);
    // The key was good for this very claim: the same write again.
    if (known) return { id: known.id };
    const claim = await this.make(household, asked, proposal, now);
    const evidence = { kind: 'points.claim', id: proposal.id };
    await this.files.attach(proposal.photoIds, evidence, proposal.by, now);
    await this.store.insert(claim);
    return { id: claim.id };
  }

  /** The claim as it would be written. Problems: those of asking. */
  private async make(household: Household, asked: Asked, proposal: Proposal, now: Date): Promise<Claim> {
    const [makes, related] = await Promise.all([
      this.maker([household], asked, now),
      this.kin.relatedHouseholdIds(household.id),
    ]);
    const claim = makes(household, [...related], proposal);
    if (typeof claim === 'number') throw problem('points.capReached', { cap: claim });
    return claim;
  }

  /**
   * Makes claims of these households for the same thing; the item's limit where it leaves no room, as a courtesy to whoever
   * asks: the account itself refuses when two were fast enough to pass here together. Problems: those of asking.
   */
  async maker(households: readonly Household[], asked: Asked, now: Date) {
    const villageId = households[0]?.villageId ?? '';
    const { catalogue, cycle } = await this.catalogue.requireCurrent(villageId);
    const item = catalogue.items.find(({ key }) => key === asked.itemKey);
    if (!item) throw problem('points.itemUnknown');
    const points = asked.points ?? item.minPoints;
    if (!isWorth(item, points)) throw problem('points.pointsWrong', { worth: sayWorth(item) });
    const refusal = doneOnRefusal(asked.doneOn, cycle.startedOn, localDateOf(now.getTime()));
    if (refusal) throw problem(refusal);
    const { capPoints } = item;
    const ids = households.map(({ id }) => id);
    const before = capPoints === null ? null : await this.store.pointsAsked(ids, item.key, cycle.year);
    return (household: Household, relatedHouseholdIds: readonly string[], proposal: Proposal): Claim | number => {
      if (capPoints !== null && (before?.get(household.id) ?? 0) + points > capPoints) return capPoints;
      const { id, by, source, onBehalf, photoIds, review } = proposal;
      return {
        ...{ id, villageId, regionPath: household.regionPath, householdId: household.id, relatedHouseholdIds },
        year: cycle.year,
        ...{ itemKey: item.key, itemTitle: item.title, category: item.category },
        ...{ points, minPoints: item.minPoints, maxPoints: item.maxPoints, evidence: item.evidence, capPoints },
        publicityDays: catalogue.publicityDays,
        ...{ doneOn: asked.doneOn, words: asked.words, photoIds, source, proposedBy: by, proposedAt: now, onBehalf },
        ...{ state: review ? 'panel' : 'group', revision: 0, reviews: review ? [review] : [] },
        ...{ publishedOn: null, publicUntil: null, creditedOn: null, entryKey: null, correction: null },
        ...{ objections: [], openObjections: 0 },
      };
    };
  }

  async mine(actor: Actor, before: string | undefined, now: Date): Promise<OutputOf<Contract['myClaims']>> {
    const household = await this.households.householdOf(actor.personId);
    if (!household) return { claims: [], next: null };
    const after = before === undefined ? undefined : readTimeMark(before);
    const found = await this.store.listOfHousehold(household.id, after, CLAIMS_LIMIT + 1);
    const { page, next } = pageOf(found, CLAIMS_LIMIT, ({ id, proposedAt }) => writeTimeMark({ id, at: proposedAt }));
    const answers = page.map(answersIn);
    const [names, photos] = await Promise.all([
      this.identity.namesOf(answers.flat().map(({ by }) => by)),
      this.files.photos(
        page.flatMap(({ photoIds }) => photoIds),
        now,
      ),
    ]);
    const today = localDateOf(now.getTime());
    return {
      claims: page.map((claim, i) => ({
        id: claim.id,
        itemTitle: claim.itemTitle,
        category: claim.category,
        points: claim.points,
        doneOn: claim.doneOn,
        words: claim.words,
        state: claim.state,
        proposedAt: claim.proposedAt.toISOString(),
        onBehalf: claim.onBehalf,
        daysLeft: claim.state === 'publicity' && claim.publicUntil ? daysLeft(claim.publicUntil, today) : null,
        answers: (answers[i] ?? []).map(({ by, at, ...answer }) => ({
          ...answer,
          byName: names.get(by) ?? '',
          at: at.toISOString(),
        })),
        photos: photos.filter(({ id }) => claim.photoIds.includes(id)),
        mayWithdraw: claimMoveFrom(claim.state, 'withdraw', 'household') !== null,
      })),
      next,
    };
  }

  /** By anybody of the household, or whoever asked for it. Problems: as the contract says. */
  async withdraw(actor: Actor, { claimId }: InputOf<Contract['withdraw']>): Promise<Nothing> {
    const claim = await this.require(claimId);
    const household = await this.households.householdOf(actor.personId);
    if (claim.proposedBy !== actor.personId && claim.householdId !== household?.id) throw problem('points.notMine');
    if (claim.state === 'withdrawn') return {};
    const to = claimMoveFrom(claim.state, 'withdraw', 'household');
    const { state, revision } = claim;
    if (to === null || !(await this.decisions.move(claimId, { state, revision }, { state: to })))
      throw problem('points.claimNotHere', { state: CLAIM_STATE_NAMES[(await this.require(claimId)).state] });
    return {};
  }
}

function proposalOf({ personId }: Actor, key: string) {
  return { id: idFromKey(personId, 'points.claim', key), by: personId, source: 'claim' as const };
}

/** What was said about the claim, in the order of time. */
function answersIn({ reviews, objections }: Claim) {
  const reviewed = reviews.map(({ by, stage, approves, words, at }) => ({
    what: `${stage === 'group' ? '组里' : '村里'}${approves ? '同意' : '不同意'}`,
    ...{ words, by, at },
  }));
  const answered = objections.flatMap(({ answer, answeredBy, answeredAt, outcome }) =>
    answer !== null && answeredBy !== null && answeredAt !== null
      ? [{ what: outcome === 'dismissed' ? '异议不成立' : '异议成立', words: answer, by: answeredBy, at: answeredAt }]
      : [],
  );
  return [...reviewed, ...answered].sort((a, b) => a.at.getTime() - b.at.getTime());
}
