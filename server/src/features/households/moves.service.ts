/**
 * Moving somebody from one household to another: two documents, so two steps under one key. The old household lets go and
 * notes where to; the new one takes in; the old one notes how it ended. Whatever a crash leaves is done again.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  type FormerMember,
  type Household,
  type Member,
  type Move,
  type MoveState,
  REGISTER_KEEPERS,
} from '@xiangyue/shared/features/households/household';
import {
  letMemberLeave,
  memberOf,
  movingUnder,
  settleMove,
  takeIn,
} from '@xiangyue/shared/features/households/households.rules';
import type { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf } from '@xiangyue/shared/kernel/contract';
import { Problem } from '@xiangyue/shared/kernel/problem';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { CardsService } from './cards.service';
import { HouseholdsService } from './households.service';
import { HouseholdsStore } from './households.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class MovesService {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly cards!: CardsService;

  /** Problems: as the contract says; when the new household refuses, the member is back in the old one. */
  async move(
    actor: Actor,
    { householdId, memberId, villageId, number, relation, on }: InputOf<typeof registerContract.move>,
    key: string,
    now: Date,
  ): Promise<Record<string, never>> {
    if (on > localDateOf(now.getTime())) throw problem('households.dayWrong');
    const target = await this.store.findByNumber(villageId, number);
    if (!target) throw problem('households.targetUnknown');
    if (target.id === householdId) throw problem('households.movedHere');
    if (!holdsRoleWithin(actor.grants, REGISTER_KEEPERS, target.regionPath, now.getTime()))
      throw problem('access.outOfScope');
    const moveId = idFromKey(actor.personId, 'move', key);
    const move: Move = { id: moveId, toHouseholdId: target.id, relation, state: 'underway' };
    const deed = { by: actor.personId, at: now };
    const left = await this.households.change(householdId, (household) =>
      letMemberLeave(household, memberId, { reason: 'moved', on, move }, deed),
    );
    await this.goOn(left, moveId, now);
    return {};
  }

  /**
   * Some of a household become one of their own, in the same place: the first founds it as its head, the others follow, each by
   * a move of their own. Repeated after a crash, whoever has gone already stays where they are.
   * Problems: as the contract says; with the number taken, the first is back and nobody else has left.
   */
  async split(
    actor: Actor,
    { householdId, number, door, headMemberId, others, on }: InputOf<typeof registerContract.split>,
    key: string,
    now: Date,
  ): Promise<{ id: string }> {
    if (on > localDateOf(now.getTime())) throw problem('households.dayWrong');
    const id = idFromKey(actor.personId, 'household', key);
    const moves = [{ memberId: headMemberId, relation: 'head' as const, founding: { number, door } }, ...others].map(
      ({ memberId, ...how }) => {
        const moveId = idFromKey(actor.personId, 'move', `${key}/${memberId}`);
        return { memberId, move: { id: moveId, toHouseholdId: id, state: 'underway' as const, ...how } };
      },
    );
    const household = await this.households.require(householdId);
    const isGone = (moveId: string) => household.formerMembers.some(({ left }) => left.move?.id === moveId);
    for (const { memberId } of moves.filter(({ move }) => !isGone(move.id))) {
      if (!memberOf(household, memberId)) throw problem('households.memberUnknown');
      if (memberId === household.headMemberId) throw problem('households.headLeaves');
    }
    for (const { memberId, move } of moves) {
      const left = await this.households.change(householdId, (one) =>
        letMemberLeave(one, memberId, { reason: 'moved', on, move }, { by: actor.personId, at: now }),
      );
      await this.goOn(left, move.id, now);
    }
    return { id };
  }

  /** The second and third step. Repeating them is harmless. */
  async goOn(left: Household, moveId: string, now: Date): Promise<void> {
    const former = movingUnder(left, moveId);
    const move = former?.left.move;
    if (!former || !move) return;
    const deed = { by: former.left.by, at: now };
    try {
      if (move.founding) await this.found(left, former, move, deed);
      else
        await this.households.change(move.toHouseholdId, (target) =>
          takeIn(target, arriving(former, move), moveId, deed),
        );
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      await this.giveBack(left.id, moveId, deed);
      throw refusal;
    }
    await this.settle(left.id, moveId, 'arrived', deed);
  }

  /** A household begins where the old one lies. The same id again is the same one. */
  private async found(
    from: Household,
    former: FormerMember,
    move: Move,
    deed: { by: string; at: Date },
  ): Promise<void> {
    const { villageId, groupId, courtyardId, regionPath } = from;
    const head = arriving(former, move);
    const written = await this.store.insert({
      ...{ id: move.toHouseholdId, villageId, groupId, regionPath, ...(courtyardId !== undefined && { courtyardId }) },
      ...{ number: move.founding?.number ?? '', door: move.founding?.door ?? '' },
      ...{ headMemberId: head.id, members: [head], formerMembers: [], state: 'active', revision: 1 },
      history: [{ ...deed, what: 'registered', memberId: head.id, moveId: move.id }],
      card: this.cards.issue(deed.by, deed.at),
    });
    if (written !== 'done') throw problem(`households.${written}`);
  }

  /** Back where they were; where that is not possible any more (bound or registered elsewhere by now), they stay gone. */
  private async giveBack(householdId: string, moveId: string, deed: { by: string; at: Date }): Promise<void> {
    try {
      await this.settle(householdId, moveId, 'returned', deed);
    } catch (refusal) {
      if (!(refusal instanceof Problem)) throw refusal;
      await this.settle(householdId, moveId, 'ended', deed);
    }
  }

  private async settle(householdId: string, moveId: string, state: MoveState, deed: { by: string; at: Date }) {
    await this.households.change(householdId, (household) => settleMove(household, moveId, state, deed) ?? household);
  }
}

function arriving({ left: _left, ...member }: FormerMember, { relation }: Move): Member {
  return { ...member, relation };
}
