/** Answering objections: somebody by name, within three days; who was right is written into the claim at once. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { isWorth, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import { DESK_LIMIT, type pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import {
  CLAIM_STATE_NAMES,
  type ClaimMoveName,
  claimMoveFrom,
  publicUntil,
} from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { IdentityService } from '../identity/identity.service';
import { MessagesService } from '../messages/messages.service';
import { ClaimDecisionsStore } from './claim-decisions.store';
import type { Claim, Objection } from './claim-documents.store';
import { ClaimsService } from './claims.service';
import { ClaimsStore } from './claims.store';
import { CreditingService } from './crediting.service';
import { DeskClaimsService } from './desk-claims.service';

type Contract = typeof pointsDesksContract;
type Answer = InputOf<Contract['answer']>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class ObjectionsService {
  @Inject()
  private readonly store!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly claims!: ClaimsService;

  @Inject()
  private readonly desks!: DeskClaimsService;

  @Inject()
  private readonly crediting!: CreditingService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly messages!: MessagesService;

  /** What waits for an answer, the one that is due first before the others. */
  async waiting(actor: Actor, regionId: string, now: Date): Promise<OutputOf<Contract['objections']>> {
    const found = await this.store.listObjected(regionId, DESK_LIMIT);
    const shown = await this.desks.show(actor, found, now);
    const open = found.flatMap((claim, i) =>
      claim.objections.filter(({ outcome }) => outcome === 'waiting').map((one) => ({ one, claim: shown[i] })),
    );
    const names = await this.identity.namesOf(open.flatMap(({ one }) => [one.by, one.handlerId ?? one.by]));
    const objections = open.flatMap(({ one: { id, by, words, at, dueOn, handlerId }, claim }) =>
      claim
        ? {
            claim,
            objectionId: id,
            byName: names.get(by) ?? '',
            words,
            at: at.toISOString(),
            dueOn,
            handlerName: handlerId === null ? null : (names.get(handlerId) ?? null),
            isMine: handlerId === actor.personId,
          }
        : [],
    );
    return { objections: objections.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)) };
  }

  /** Problems: as the contract says. */
  async takeOver(
    actor: Actor,
    { claimId, objectionId }: InputOf<Contract['takeOver']>,
  ): Promise<Record<string, never>> {
    this.objectionIn(await this.claims.require(claimId), objectionId, actor);
    if (!(await this.decisions.setHandler(claimId, objectionId, actor.personId)))
      throw problem('points.objectionAnswered');
    return {};
  }

  /** Problems: as the contract says. */
  async answer(actor: Actor, input: Answer, now: Date): Promise<OutputOf<Contract['answer']>> {
    const { claimId, objectionId, outcome, words } = input;
    const claim = await this.claims.require(claimId);
    const { by } = this.objectionIn(claim, objectionId, actor);
    const change = changeOf(claim, input, now);
    const decider = await this.desks.requireImpartial(actor, claim, now);
    const told = { outcome, answer: words, answeredAt: now };
    if (!(await this.decisions.answer(claim, objectionId, decider, told, change)))
      throw problem('points.objectionAnswered');
    const text = `“${claim.itemTitle}”：${words}`;
    await this.messages.send(
      { key: `points.objection/${objectionId}`, personId: by, kind: 'points.objectionAnswered', text },
      now,
    );
    // The last day may be over: then the points, or what takes them back, need not wait for the clock.
    await this.crediting.creditIfDue(claimId, now);
    return { state: (await this.claims.require(claimId)).state };
  }

  private objectionIn({ objections }: Claim, objectionId: string, { personId }: Actor): Objection {
    const objection = objections.find(({ id }) => id === objectionId);
    if (!objection) throw problem('points.objectionUnknown');
    if (objection.outcome !== 'waiting') throw problem('points.objectionAnswered');
    if (objection.by === personId) throw problem('points.objectionOwn');
    return objection;
  }
}

/** What the answer makes of the claim. Problems: `points.claimNotHere`, `points.pointsWrong`. */
function changeOf(claim: Claim, { outcome, points, objectionId }: Answer, now: Date) {
  if (outcome === 'dismissed') return {};
  const isCredited = claim.state === 'credited';
  const move: ClaimMoveName = isCredited ? 'correct' : outcome === 'cancelled' ? 'cancel' : 'amend';
  const to = claimMoveFrom(claim.state, move, 'handler');
  if (to === null) throw problem('points.claimNotHere', { state: CLAIM_STATE_NAMES[claim.state] });
  const right = outcome === 'cancelled' ? 0 : (points ?? 0);
  if (
    outcome === 'amended' &&
    (right === claim.points || !isWorth({ ...claim, key: '', title: '', clause: null }, right))
  )
    throw problem('points.pointsWrong', { worth: sayWorth(claim) });
  if (isCredited) return { state: to, correction: { objectionId, points: right } };
  if (outcome === 'cancelled') return { state: to };
  const today = localDateOf(now.getTime());
  return { state: to, points: right, publishedOn: today, publicUntil: publicUntil(today, claim.publicityDays) };
}
