/** What the legal adviser's feature keeps about a person, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { LOG_KINDS } from '@xiangyue/shared/features/legal/service-log.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { AdvisersStore } from './advisers.store';
import { ServiceLogStore } from './service-log.store';

const GATHERED_MAX = 2_000;

const ERASES: ErasedPart = {
  erased: ['您作为法律顾问的介绍'],
  kept: [{ what: '您为各村做的服务记录，不带姓名', why: '村里的法律顾问服务档案要留存备查' }],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class LegalPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly profiles!: AdvisersStore;

  @Inject()
  private readonly serviceLog!: ServiceLogStore;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'legal',
      title: '法律顾问',
      foretells: ERASES,
      gather: (personId) => this.gather(personId),
      erase: async (personId) => {
        await this.profiles.remove(personId);
        return ERASES;
      },
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const profile = (await this.profiles.findMany([personId])).get(personId);
    const entries = await this.serviceLog.listBy(personId, GATHERED_MAX);
    return [
      ...(profile
        ? [{ 律所: profile.office, 执业证号: profile.licence, 会说的话: profile.languages, 介绍: profile.intro }]
        : []),
      ...entries.map(({ on, kind, words, minutes }) => ({
        服务日期: on,
        类别: LOG_KINDS[kind],
        事由: words,
        分钟: minutes,
      })),
    ];
  }
}
