/** Paper cards: printing, renewing, and binding oneself with one. */
import { randomBytes } from 'node:crypto';
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CARD_CODE_CHARACTERS, makeCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import type { Card, Household } from '@xiangyue/shared/features/households/household';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import {
  bindMember,
  headNameOf,
  isNameOf,
  memberOf,
  renewCard,
} from '@xiangyue/shared/features/households/households.rules';
import { CARDS_LIMIT, type registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName } from '@xiangyue/shared/kernel/names';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { pageOf } from '../../platform/paging/page';
import { Sealing } from '../../platform/sealing/sealing';
import { RegionsService } from '../regions/regions.service';
import { BindingRequestsStore } from './binding-requests.store';
import { HouseholdView } from './household-view';
import { HouseholdsService } from './households.service';
import { HouseholdsStore } from './households.store';
import { readPosition, writePosition } from './list-position';

type Mine = typeof householdsContract;
type Register = typeof registerContract;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CardsService {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly requests!: BindingRequestsStore;

  @Inject()
  private readonly view!: HouseholdView;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly sealing!: Sealing;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** A fresh card; its code is told by the print only. */
  issue(by: string, now: Date): Card {
    const code = makeCardCode(randomBytes(CARD_CODE_CHARACTERS));
    return { ...this.sealing.sealToFind(code), issuedAt: now, issuedBy: by };
  }

  /** Problems: `households.unknown`, `households.dissolved`. */
  async renew(actor: Actor, householdId: string, now: Date): Promise<Record<string, never>> {
    const card = this.issue(actor.personId, now);
    const deed = { by: actor.personId, at: now };
    await this.households.change(householdId, (household) => renewCard(household, card, deed));
    return {};
  }

  /** A page of cards to print; whoever prints them could bind anybody, so it is recorded like a look. */
  async sheet(
    actor: Actor,
    { regionId, after }: InputOf<Register['cards']>,
    now: Date,
  ): Promise<OutputOf<Register['cards']>> {
    const position = readPosition(after);
    const query = {
      regionId,
      grams: [],
      dissolved: false,
      ...(position && { after: position }),
      limit: CARDS_LIMIT + 1,
    };
    const { page, next } = pageOf(await this.store.list(query), CARDS_LIMIT, writePosition);
    const subjectIds = page.map(({ id }) => id);
    await this.accessLog.record({ actor, subjectIds, what: '打印了户卡', now });
    const [placeOf, names] = await Promise.all([this.view.places(page), this.regions.namesOf([regionId])]);
    return {
      regionName: names.get(regionId) ?? '',
      cards: page.map((household) => ({
        householdId: household.id,
        ...placeOf(household),
        number: household.number,
        maskedHeadName: maskName(headNameOf(household)),
        code: this.sealing.open(household.card.sealed),
      })),
      next,
    };
  }

  /** What the holder of a card sees of the household. Problems: `households.cardUnknown`, `households.boundElsewhere`. */
  async open(actor: Actor, code: string): Promise<OutputOf<Mine['openCard']>> {
    const household = await this.byCode(code);
    if (await this.households.householdOf(actor.personId)) throw problem('households.boundElsewhere');
    const placeOf = await this.view.places([household]);
    return {
      ...placeOf(household),
      number: household.number,
      members: household.members
        .filter(({ binding }) => binding === undefined)
        .map(({ id, name, relation }) => ({ id, maskedName: maskName(name), relation })),
    };
  }

  /** Whoever holds the card and knows the name is taken for the member. Problems: as the contract says. */
  async bind(
    actor: Actor,
    { code, memberId, name }: InputOf<Mine['bindByCard']>,
    now: Date,
  ): Promise<Record<string, never>> {
    const { id, card } = await this.byCode(code);
    await this.households.change(id, (household) => {
      // Renewed in this very moment: the card in hand is the old one.
      if (household.card.index !== card.index) return 'households.cardUnknown';
      const member = memberOf(household, memberId);
      if (member && !isNameOf(member, name)) return 'households.nameWrong';
      const binding = { personId: actor.personId, at: now, how: 'card' as const };
      return bindMember(household, memberId, binding, actor.personId);
    });
    await this.requests.withdraw(actor.personId, now);
    return {};
  }

  /** The household whose card this is, for a desk that is shown one; null where it is nobody's any more. */
  async findByCode(code: string): Promise<Household | null> {
    return this.store.findByCode(this.sealing.index(code));
  }

  private async byCode(code: string): Promise<Household> {
    const household = await this.findByCode(code);
    if (!household) throw problem('households.cardUnknown');
    return household;
  }
}
