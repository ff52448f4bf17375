/** Consent by purpose: asked, given, taken back, and looked at wherever it is needed. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  type ConsentRefusal,
  consentState,
  isChild,
  mayDecideFor,
  refuseForChild,
  refuseOwn,
} from '@xiangyue/shared/features/privacy/consent.rules';
import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { PURPOSE_KEYS, PURPOSES, type Purpose } from '@xiangyue/shared/features/privacy/purposes';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { type LocalDate, localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { proofEnd } from '../../platform/personal-data/proof-end';
import { type ConsentEntry, type Consents, PurposeConsentsStore } from './purpose-consents.store';

/** Somebody of a household who has an account. */
export interface FamilyMember {
  readonly personId: string;
  readonly name: string;
  /** null where the register does not say. */
  readonly birthDate: LocalDate | null;
}

/** Tells who belongs to the household of a person, themselves included; nobody where the person is bound to none. */
type FamilyOf = (personId: string) => Promise<readonly FamilyMember[]>;

const SAID_BY: Record<ConsentEntry['how'], string> = { self: '本人', guardian: '家长', delegate: '代办的人' };

const ERASES: ErasedPart = {
  erased: ['您的各项同意，从现在起都不再有效'],
  kept: [
    {
      what: '什么时候看过说明、同意和撤回过什么、什么时候注销，不带姓名',
      why: '《个人信息保护法》第六十九条要求我们能证明是经过同意的，留三年',
    },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class PurposeConsentsService {
  @Inject()
  private readonly store!: PurposeConsentsStore;

  @Inject()
  private readonly personalData!: PersonalData;

  private familyOf: FamilyOf = async () => [];

  @Init()
  init(): void {
    this.personalData.register({
      key: 'consents',
      title: '我同意过的',
      foretells: ERASES,
      gather: (personId) => this.gather(personId),
      erase: async (personId, now) => {
        await this.store.forgetAt(personId, proofEnd(now));
        return ERASES;
      },
    });
  }

  /** Called by the feature that knows households, when it is made. */
  registerFamilies(familyOf: FamilyOf): void {
    this.familyOf = familyOf;
  }

  /** Throws `privacy.consentMissing` unless the person's consent to the purpose, in its present words, holds. */
  async requireConsent(personId: string, purpose: Purpose): Promise<void> {
    const consenting = await this.whoConsents([personId], purpose);
    if (!consenting.has(personId)) throw problem('privacy.consentMissing', { title: PURPOSES[purpose].title });
  }

  /** Which of these people agree to the purpose, in its present words, and have not taken it back. */
  async whoConsents(personIds: readonly string[], purpose: Purpose): Promise<ReadonlySet<string>> {
    const said = await this.store.findCurrent([...new Set(personIds)], purpose);
    return new Set(
      [...said].filter(([, last]) => consentState(last, PURPOSES[purpose].version) === 'given').map(([id]) => id),
    );
  }

  async mine(actor: Actor, now: Date): Promise<OutputOf<typeof privacyContract.consents>> {
    const today = localDateOf(now.getTime());
    const family = await this.familyOf(actor.personId);
    const birthDate = birthDateOf(family, actor.personId);
    const children = family.filter((member) => mayDecideFor(birthDate, member.birthDate, today));
    return {
      consents: told(await this.store.find(actor.personId)),
      isChild: isChild(birthDate, today),
      children: children.map(({ personId, name }) => ({ personId, name })),
    };
  }

  /** Problems: `privacy.versionOld`, `privacy.noticeStays`, `privacy.guardianNeeded`, `privacy.tooManyChanges`. */
  async sayOwn(
    actor: Actor,
    { purpose, version, isGiven }: InputOf<typeof privacyContract.consent>,
    now: Date,
  ): Promise<Record<string, never>> {
    const birthDate = birthDateOf(await this.familyOf(actor.personId), actor.personId);
    const said = { version, isGiven };
    refuse(refuseOwn({ purpose: PURPOSES[purpose], said, today: localDateOf(now.getTime()) }, birthDate));
    return this.keep(actor.personId, { purpose, ...said, at: now, how: 'self' });
  }

  /** Problems: `privacy.childUnknown`. */
  async ofChild(actor: Actor, childId: string, now: Date): Promise<OutputOf<typeof privacyContract.childConsents>> {
    const family = await this.familyOf(actor.personId);
    const child = family.find(({ personId }) => personId === childId);
    const birthDate = birthDateOf(family, actor.personId);
    if (!child || !mayDecideFor(birthDate, child.birthDate, localDateOf(now.getTime())))
      throw problem('privacy.childUnknown');
    return { name: child.name, consents: told(await this.store.find(childId)), isChild: true };
  }

  /** Problems: `privacy.childUnknown`, `privacy.versionOld`, `privacy.noticeStays`, `privacy.tooManyChanges`. */
  async sayForChild(
    actor: Actor,
    { childId, purpose, version, isGiven }: InputOf<typeof privacyContract.childConsent>,
    now: Date,
  ): Promise<Record<string, never>> {
    const family = await this.familyOf(actor.personId);
    const said = { version, isGiven };
    const wish = { purpose: PURPOSES[purpose], said, today: localDateOf(now.getTime()) };
    refuse(refuseForChild(wish, birthDateOf(family, actor.personId), birthDateOf(family, childId)));
    return this.keep(childId, { purpose, ...said, at: now, how: 'guardian', byId: actor.personId });
  }

  private async keep(personId: string, entry: ConsentEntry): Promise<Record<string, never>> {
    if (!(await this.store.add(personId, entry))) throw problem('privacy.tooManyChanges');
    return {};
  }

  private async gather(personId: string): Promise<readonly PersonalRecord[]> {
    const { entries } = await this.store.find(personId);
    return entries.map(({ purpose, version, isGiven, at, how, byId }) => ({
      事项: PURPOSES[purpose].title,
      说明的版本: version,
      怎么说: PURPOSES[purpose].kind === 'notice' ? '看过了' : isGiven ? '同意' : '撤回',
      时间: at.toISOString(),
      谁说的: SAID_BY[how],
      ...(byId !== undefined && { 编号: byId }),
    }));
  }
}

function birthDateOf(family: readonly FamilyMember[], personId: string): LocalDate | null {
  return family.find((member) => member.personId === personId)?.birthDate ?? null;
}

function refuse(refusal: ConsentRefusal | null): void {
  if (refusal) throw problem(refusal);
}

/** Every purpose in today's words, with what was last said about it. */
function told({ current }: Consents): OutputOf<typeof privacyContract.consents>['consents'] {
  return PURPOSE_KEYS.map((purpose) => {
    const said = current[purpose];
    return {
      purpose,
      ...PURPOSES[purpose],
      state: consentState(said, PURPOSES[purpose].version),
      said: said ? { at: said.at.toISOString(), how: said.how } : null,
    };
  });
}
