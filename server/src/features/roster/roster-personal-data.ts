/** What the roster keeps about whoever brought one in, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type ErasedPart, PersonalData } from '../../platform/personal-data/personal-data';
import { RosterImportsStore } from './roster-imports.store';

const ERASES: ErasedPart = {
  erased: [],
  kept: [{ what: '您导入过哪些名册，显示为“已注销用户”', why: '户册是谁改的要查得到；一个月后自动删掉' }],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class RosterPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly store!: RosterImportsStore;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'roster',
      title: '我导入的名册',
      foretells: ERASES,
      gather: async (personId) =>
        (await this.store.listBy(personId)).map(({ fileName, uploadedAt, appliedAt }) => ({
          导入的表格: fileName,
          上传: uploadedAt.toISOString(),
          写进户册: appliedAt?.toISOString() ?? null,
        })),
      // The sealed file is gone within the hour, or with the import that it is for.
      erase: async (personId) => ((await this.store.listBy(personId)).length > 0 ? ERASES : { erased: [], kept: [] }),
    });
  }
}
