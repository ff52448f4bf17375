/** What 村规 keeps about a person, for "give me my data" and "delete me": what they said, thought, and moved on by office. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { POLL_CHOICES } from '@xiangyue/shared/features/rules/consultation.contract';
import { MOVES } from '@xiangyue/shared/features/rules/life.rules';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { RuleCommentsStore } from './rule-comments.store';
import { RuleWorkStore } from './rule-work.store';

const ERASES: ErasedPart = {
  erased: ['您对村规草案表的态', '村里还没有公开的意见', '公开的意见上您的姓名'],
  kept: [{ what: '已经公开的意见，写成“一位村民”', why: '村里答复过，是这份村规怎样定下来的记录' }],
};
const ERASES_A_MOVER: ErasedPart = {
  ...ERASES,
  kept: [
    ...ERASES.kept,
    { what: '您任职时办过村规的哪几步，显示为“已注销用户”', why: '一份村规怎样定下来的，以后要查得到' },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly comments!: RuleCommentsStore;

  @Inject()
  private readonly rules!: RuleWorkStore;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'rules',
      title: '村规：我说过的、办过的',
      foretells: ERASES_A_MOVER,
      gather: (personId) => this.gather(personId),
      erase: async (personId) => {
        await this.comments.forget(personId);
        return (await this.rules.listMovedBy(personId)).length > 0 ? ERASES_A_MOVER : ERASES;
      },
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const [comments, opinions, moved] = await Promise.all([
      this.comments.listBy(personId),
      this.comments.opinionsBy(personId),
      this.rules.listMovedBy(personId),
    ]);
    const titles = await this.rules.titlesOf(opinions.map(({ documentId }) => documentId));
    return [
      ...comments.map(({ text, at, named, delegationId }) => ({
        意见: text,
        时间: at.toISOString(),
        写上姓名: named,
        替人写的: delegationId !== null,
      })),
      ...opinions.map(({ documentId, choice, at }) => ({
        表态: POLL_CHOICES[choice],
        村规: titles.get(documentId) ?? '',
        时间: at.toISOString(),
      })),
      ...moved.map(({ title, move, at }) => ({ 办过: MOVES[move].name, 村规: title, 时间: at.toISOString() })),
    ];
  }
}
