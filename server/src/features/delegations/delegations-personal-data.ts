/** What 代办 keeps about whoever acts and whoever was acted for, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CONSENT_WAYS, type Delegation } from '@xiangyue/shared/features/delegations/delegations.rules';
import { memberBoundTo } from '@xiangyue/shared/features/households/households.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { HouseholdsService } from '../households/households.service';
import { DelegationsService } from './delegations.service';
import { DelegationsStore } from './delegations.store';

const ERASES: ErasedPart = {
  erased: ['您替别人办事的代办，都停了'],
  kept: [
    {
      what: '您替别人办过哪些事、他们怎么同意的',
      why: '被代办的人以后要能查到（民法典第 165 条）；您的名字换成“已注销用户”',
    },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class DelegationsPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly delegations!: DelegationsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly store!: DelegationsStore;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'delegations',
      title: '代办',
      foretells: ERASES,
      gather: (personId) => this.gather(personId),
      erase: async (personId, now) => {
        await this.delegations.stopAllOf(personId, '代办的人注销了账号', now);
        return ERASES;
      },
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const household = await this.households.householdOf(personId);
    const me = household && memberBoundTo(household, personId);
    const [acting, ofHousehold] = await Promise.all([
      this.store.list({ agentId: personId }),
      household ? this.store.list({ householdId: household.id }) : [],
    ]);
    return [
      ...acting.map((delegation) => recordOf('我替人代办', delegation)),
      // From the time when the person had no account yet.
      ...ofHousehold
        .filter(({ memberId }) => memberId === me?.id)
        .map((delegation) => recordOf('别人替我代办', delegation)),
    ];
  }
}

function recordOf(what: string, { consent, startedAt, endsOn, ended }: Delegation): PersonalRecord {
  return {
    [what]: startedAt.toISOString(),
    怎么同意的: CONSENT_WAYS[consent.way],
    写下的话: consent.words,
    到: endsOn,
    停了: ended?.at.toISOString() ?? null,
    为什么停: ended?.words ?? null,
  };
}
