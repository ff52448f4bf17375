/** Households as answers: names of regions looked up, numbers masked. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { EVENT_NAMES, type Household, type Member } from '@xiangyue/shared/features/households/household';
import type { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { headNameOf, memberBoundTo, memberOf } from '@xiangyue/shared/features/households/households.rules';
import type { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskIdNumber, maskName, maskPhone } from '@xiangyue/shared/kernel/names';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { Sealing } from '../../platform/sealing/sealing';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';

/** Lines of history on the page of one household; whoever asks for more asks an administrator. */
const HISTORY_SHOWN = 50;

type Whole = Omit<OutputOf<typeof registerContract.household>, 'mayKeep' | 'mayHelp'>;
type Listed = OutputOf<typeof registerContract.households>['households'][number];
type Own = NonNullable<OutputOf<typeof householdsContract.mine>['household']>;
type Kin = Whole['kin'];

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdView {
  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly sealing!: Sealing;

  /** For the list: who it is only in outline. */
  async listed(households: readonly Household[]): Promise<Listed[]> {
    const placeOf = await this.places(households);
    return households.map((household) => ({
      id: household.id,
      number: household.number,
      door: household.door,
      ...placeOf(household),
      maskedHeadName: maskName(headNameOf(household)),
      memberCount: household.members.length,
      boundCount: household.members.filter(({ binding }) => binding).length,
    }));
  }

  /** For whoever belongs to it. */
  async own(household: Household, personId: string, kin: Kin): Promise<Own> {
    const me = memberBoundTo(household, personId);
    const placeOf = await this.places([household]);
    return {
      id: household.id,
      villageId: household.villageId,
      ...placeOf(household),
      number: household.number,
      door: household.door,
      members: household.members.map((member) => ({
        id: member.id,
        name: member.name,
        relation: member.relation,
        isHead: member.id === household.headMemberId,
        isMe: member === me,
        isBound: member.binding !== undefined,
        residence: member.residence,
        phoneMasked: member === me ? this.maskedPhone(member) : null,
      })),
      amHead: me?.id === household.headMemberId,
      cardIssuedOn: localDateOf(household.card.issuedAt.getTime()),
      kin,
      revision: household.revision,
    };
  }

  /** For whoever keeps the register. */
  async whole(household: Household, kin: Kin): Promise<Whole> {
    const shown = household.history.slice(-HISTORY_SHOWN).reverse();
    const [placeOf, names] = await Promise.all([
      this.places([household]),
      this.identity.namesOf(shown.map(({ by }) => by)),
    ]);
    const nameOf = (memberId: string) =>
      (memberOf(household, memberId) ?? household.formerMembers.find(({ id }) => id === memberId))?.name ?? null;
    return {
      id: household.id,
      villageId: household.villageId,
      groupId: household.groupId,
      placeId: household.courtyardId ?? household.groupId,
      ...placeOf(household),
      number: household.number,
      door: household.door,
      state: household.state,
      headMemberId: household.headMemberId,
      members: household.members.map((member) => this.wholeMember(member)),
      formerMembers: household.formerMembers
        .filter(({ left }) => left.move?.state !== 'returned')
        .map(({ id, name, left }) => ({
          id,
          name,
          reason: left.reason,
          on: left.on,
          isUnderway: left.move?.state === 'underway',
        })),
      history: shown.map(({ at, by, what, memberId, words, delegationId }) => ({
        at: at.toISOString(),
        byName: names.get(by) ?? null,
        what: EVENT_NAMES[what],
        memberName: memberId === undefined ? null : nameOf(memberId),
        isDelegated: delegationId !== undefined,
        words: words ?? null,
      })),
      kin,
      cardIssuedOn: localDateOf(household.card.issuedAt.getTime()),
      revision: household.revision,
    };
  }

  private wholeMember(member: Member): Whole['members'][number] {
    const { id, name, gender, birthDate, relation, residence, idNumber, binding } = member;
    return {
      id,
      name,
      gender: gender ?? null,
      birthDate: birthDate ?? null,
      relation,
      residence,
      idNumberMasked: idNumber ? maskIdNumber(this.sealing.open(idNumber.sealed)) : null,
      phoneMasked: this.maskedPhone(member),
      boundAt: binding?.at.toISOString() ?? null,
    };
  }

  private maskedPhone({ phone }: Member): string | null {
    return phone ? maskPhone(this.sealing.open(phone.sealed)) : null;
  }

  /** Names of village, group and courtyard, looked up at once for all of them. */
  async places(households: readonly Household[]) {
    const ids = households.flatMap(({ villageId, groupId, courtyardId }) => [
      villageId,
      groupId,
      courtyardId ?? groupId,
    ]);
    const names = await this.regions.namesOf(ids);
    return ({ villageId, groupId, courtyardId }: Household) => ({
      villageName: names.get(villageId) ?? '',
      groupName: names.get(groupId) ?? '',
      courtyardName: courtyardId === undefined ? null : (names.get(courtyardId) ?? null),
    });
  }
}
