/** Keeping the register: lists, one household whole, its members, its head. Every look at somebody's data is recorded. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  HELPING_ROLES,
  type Household,
  type Member,
  REGISTER_KEEPERS,
} from '@xiangyue/shared/features/households/household';
import {
  addMember,
  changeHead,
  correctMember,
  correctSite,
  letMemberLeave,
  memberOf,
} from '@xiangyue/shared/features/households/households.rules';
import {
  LIST_LIMIT,
  type memberFields,
  type registerContract,
} from '@xiangyue/shared/features/households/register.contract';
import { holdsRoleWithin } from '@xiangyue/shared/kernel/access.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { birthDateOf, genderOf } from '@xiangyue/shared/kernel/personal-numbers.rules';
import { gramsToFind, wordsOf } from '@xiangyue/shared/kernel/text';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { z } from 'zod';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { pageOf } from '../../platform/paging/page';
import { Sealing } from '../../platform/sealing/sealing';
import { RegionsService } from '../regions/regions.service';
import { CardsService } from './cards.service';
import { HouseholdView } from './household-view';
import { HouseholdsService } from './households.service';
import { HouseholdsStore } from './households.store';
import { KinService } from './kin.service';
import { readPosition, writePosition } from './list-position';

type Routes = typeof registerContract;
type Nothing = Record<string, never>;
type Fields = Omit<z.output<typeof memberFields>, 'relation'>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RegisterService {
  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly cards!: CardsService;

  @Inject()
  private readonly kin!: KinService;

  @Inject()
  private readonly view!: HouseholdView;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly sealing!: Sealing;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** A page of a region's households, names masked. */
  async list(
    actor: Actor,
    { regionId, words, after }: InputOf<Routes['households']>,
    now: Date,
  ): Promise<OutputOf<Routes['households']>> {
    const region = await this.regions.requireRegion(regionId);
    const position = readPosition(after);
    const found = await this.store.list({
      regionId,
      grams: words === undefined ? [] : gramsToFind(wordsOf(words)),
      dissolved: false,
      ...(position && { after: position }),
      limit: LIST_LIMIT + 1,
    });
    const { page, next } = pageOf(found, LIST_LIMIT, writePosition);
    return {
      regionName: region.name,
      households: await this.view.listed(page),
      next,
      mayKeep: mayKeep(actor, region.path, now),
    };
  }

  /** Problems: `households.unknown`. */
  async open(actor: Actor, householdId: string, now: Date): Promise<OutputOf<Routes['household']>> {
    const household = await this.households.require(householdId);
    await this.accessLog.record({ actor, subjectIds: [householdId], what: '打开了户册里的一户', now });
    const kin = await this.kin.ofHousehold(household);
    return {
      ...(await this.view.whole(household, kin)),
      mayKeep: mayKeep(actor, household.regionPath, now),
      mayHelp: holdsRoleWithin(actor.grants, HELPING_ROLES, household.regionPath, now.getTime()),
    };
  }

  /** Problems: `households.unknown`, `households.memberUnknown`. */
  async numbers(actor: Actor, householdId: string, memberId: string, now: Date): Promise<OutputOf<Routes['numbers']>> {
    const member = memberOf(await this.households.require(householdId), memberId);
    if (!member) throw problem('households.memberUnknown');
    await this.accessLog.record({ actor, subjectIds: [householdId], what: '看了身份证号和手机号', now });
    return {
      idNumber: member.idNumber ? this.sealing.open(member.idNumber.sealed) : null,
      phone: member.phone ? this.sealing.open(member.phone.sealed) : null,
    };
  }

  /** Problems: `households.placeWrong`, `households.numberTaken`, `households.idNumberTaken`. */
  async register(
    actor: Actor,
    { regionId, number, door, head }: InputOf<Routes['register']>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Routes['register']>> {
    const place = await this.requireSite(regionId);
    const id = idFromKey(actor.personId, 'household', key);
    const member: Member = { ...this.memberFrom(idFromKey(actor.personId, 'head', key), head), relation: 'head' };
    const household: Household = {
      id,
      ...place,
      number,
      door,
      headMemberId: member.id,
      members: [member],
      formerMembers: [],
      history: [{ at: now, by: actor.personId, what: 'registered' }],
      card: this.cards.issue(actor.personId, now),
      state: 'active',
      revision: 1,
    };
    const written = await this.store.insert(household);
    if (written !== 'done') throw problem(`households.${written}`);
    return { id };
  }

  /** Problems: `households.unknown`, `households.placeWrong`, `access.outOfScope`, what the rule and the unique number refuse. */
  async correctSite(
    actor: Actor,
    { householdId, regionId, number, door, revision }: InputOf<Routes['correctSite']>,
    now: Date,
  ): Promise<Nothing> {
    const { villageId, ...place } = await this.requireSite(regionId);
    if (!mayKeep(actor, place.regionPath, now)) throw problem('access.outOfScope');
    if ((await this.households.require(householdId)).villageId !== villageId) throw problem('households.placeWrong');
    const site = { ...place, number, door };
    await this.households.change(householdId, (one) => correctSite(one, site, this.deed(actor, now)), revision);
    return {};
  }

  /** A group or courtyard, as a household has it. Problems: `regions.unknown`, `households.placeWrong`. */
  private async requireSite(regionId: string) {
    const { id, kind, path } = await this.regions.requireRegion(regionId);
    if (kind !== 'group' && kind !== 'courtyard') throw problem('households.placeWrong');
    const group = kind === 'group' ? path.length - 1 : path.length - 2;
    return {
      villageId: path[group - 1] as string,
      groupId: path[group] as string,
      ...(kind === 'courtyard' && { courtyardId: id }),
      regionPath: path,
    };
  }

  async addMember(
    actor: Actor,
    { householdId, relation, ...fields }: InputOf<Routes['addMember']>,
    key: string,
    now: Date,
  ): Promise<OutputOf<Routes['addMember']>> {
    const id = idFromKey(actor.personId, 'member', key);
    const member: Member = { ...this.memberFrom(id, fields), relation };
    await this.households.change(householdId, (household) => addMember(household, member, this.deed(actor, now)));
    return { id };
  }

  async correctMember(
    actor: Actor,
    { householdId, memberId, revision, relation, ...fields }: InputOf<Routes['correctMember']>,
    now: Date,
  ): Promise<Nothing> {
    await this.households.change(
      householdId,
      (household) => {
        const before = memberOf(household, memberId);
        const { id: _id, ...corrected } = this.memberFrom(memberId, fields, before);
        return correctMember(household, memberId, { ...corrected, relation }, this.deed(actor, now));
      },
      revision,
    );
    return {};
  }

  /** Two who choose different heads at once: the second is told that the household has changed. */
  async changeHead(
    actor: Actor,
    { householdId, memberId, revision }: InputOf<Routes['changeHead']>,
    now: Date,
  ): Promise<Nothing> {
    const rule = (household: Household) => changeHead(household, memberId, this.deed(actor, now));
    await this.households.change(householdId, rule, revision);
    return {};
  }

  async leave(
    actor: Actor,
    { householdId, memberId, reason, on }: InputOf<Routes['leave']>,
    now: Date,
  ): Promise<Nothing> {
    if (on > localDateOf(now.getTime())) throw problem('households.dayWrong');
    await this.households.change(householdId, (household) =>
      letMemberLeave(household, memberId, { reason, on }, this.deed(actor, now)),
    );
    return {};
  }

  private deed(actor: Actor, at: Date) {
    return { by: actor.personId, at };
  }

  /** What was typed, with numbers sealed; what an identity number tells goes before what was typed beside it. */
  private memberFrom(id: string, fields: Fields, before?: Member): Omit<Member, 'relation' | 'binding'> {
    const { name, residence, phone } = fields;
    const idNumber = fields.idNumber ?? (before?.idNumber && this.sealing.open(before.idNumber.sealed));
    const gender = idNumber ? genderOf(idNumber) : fields.gender;
    const birthDate = idNumber ? birthDateOf(idNumber) : fields.birthDate;
    const sealedId = fields.idNumber === undefined ? before?.idNumber : this.sealedOf(fields.idNumber);
    const sealedPhone = phone === undefined ? before?.phone : this.sealedOf(phone);
    return {
      id,
      name,
      residence,
      ...(gender && { gender }),
      ...(birthDate && { birthDate }),
      ...(sealedId && { idNumber: sealedId }),
      ...(sealedPhone && { phone: sealedPhone }),
    };
  }

  private sealedOf(text: string) {
    return text === '' ? undefined : this.sealing.sealToFind(text);
  }
}

function mayKeep(actor: Actor, regionPath: readonly string[], now: Date): boolean {
  return holdsRoleWithin(actor.grants, REGISTER_KEEPERS, regionPath, now.getTime());
}
