/** What households keep about the person behind an account, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Household, RELATION_NAMES, RESIDENCE_NAMES } from '@xiangyue/shared/features/households/household';
import { memberBoundTo } from '@xiangyue/shared/features/households/households.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { Sealing } from '../../platform/sealing/sealing';
import { BindingService } from './binding.service';
import { BindingRequestsStore } from './binding-requests.store';
import { HouseholdView } from './household-view';
import { HouseholdsService } from './households.service';
import { KinService } from './kin.service';

/** The register is the village's own (村民委员会组织法 art. 13: who has a say is registered by the village); the account is not. */
const ERASES: ErasedPart = {
  erased: ['您的微信和户的绑定，您写的绑定申请'],
  kept: [{ what: '村里户册上您的登记和亲戚关系', why: '户册由村里依法登记，不随微信账号删除；登记错了可以请村里更正' }],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly binding!: BindingService;

  @Inject()
  private readonly requests!: BindingRequestsStore;

  @Inject()
  private readonly kin!: KinService;

  @Inject()
  private readonly view!: HouseholdView;

  @Inject()
  private readonly sealing!: Sealing;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'households',
      title: '我的户',
      foretells: ERASES,
      gather: (personId) => this.gather(personId),
      erase: (personId, now) => this.erase(personId, now),
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const household = await this.households.householdOf(personId);
    const requests = await this.requests.listOf(personId);
    const me = household && memberBoundTo(household, personId);
    const kin = household && me ? await this.kin.ofHousehold({ ...household, members: [me] }, true) : [];
    return [
      ...(household ? [await this.registrationOf(household, personId)] : []),
      ...kin.map(({ otherName, otherVillageName, otherNumber, kindName }) => ({
        亲戚: otherName,
        关系: kindName,
        在: `${otherVillageName} ${otherNumber} 号`,
      })),
      ...requests.map(({ name, words, askedAt }) => ({
        申请绑定: askedAt.toISOString(),
        写的姓名: name,
        写的话: words,
      })),
    ];
  }

  private async registrationOf(household: Household, personId: string): Promise<PersonalRecord> {
    const me = memberBoundTo(household, personId);
    const placeOf = await this.view.places([household]);
    const { villageName, groupName } = placeOf(household);
    return {
      户: `${villageName}${groupName} ${household.number} 号`,
      姓名: me?.name ?? null,
      与户主的关系: me ? RELATION_NAMES[me.relation] : null,
      出生日期: me?.birthDate ?? null,
      常住: me ? RESIDENCE_NAMES[me.residence] : null,
      身份证号: me?.idNumber ? this.sealing.open(me.idNumber.sealed) : null,
      手机号: me?.phone ? this.sealing.open(me.phone.sealed) : null,
      绑定时间: me?.binding?.at.toISOString() ?? null,
    };
  }

  private async erase(personId: string, now: Date): Promise<ErasedPart> {
    await this.binding.unbindMe({ personId }, now);
    await this.requests.removeAll(personId);
    return ERASES;
  }
}
