/** What questions keep about a person, for "give me my data" and "delete me". */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { removePerson } from '@xiangyue/shared/features/questions/thread.rules';
import { TOPIC_NAMES } from '@xiangyue/shared/features/questions/topics.rules';
import { idFromWords } from '../../platform/auth/secrets';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { QuestionsJobs } from './questions.jobs';
import { ThreadsService } from './threads.service';
import { ThreadsStore } from './threads.store';

const ERASES: ErasedPart = {
  erased: ['您问律师的问题和律师给您的答复', '别人请您一起看的问题里，您的名字'],
  kept: [{ what: '您在别人的问题里说过的话', why: '那是问的人的问题，写成“已注销用户”，由他决定' }],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class QuestionsPersonalData {
  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly store!: ThreadsStore;

  @Inject()
  private readonly threads!: ThreadsService;

  @Inject()
  private readonly jobs!: QuestionsJobs;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'questions',
      title: '我问律师的问题',
      foretells: ERASES,
      erase: (personId, now) => this.erase(personId, now),
      gather: (personId) => this.gather(personId),
    });
  }

  private async gather(personId: string): Promise<PersonalRecord[]> {
    const [asked, added] = await Promise.all([this.store.listAsked(personId), this.store.listAdded(personId)]);
    return [...asked, ...added].flatMap(({ topic, askerId, events }) =>
      events
        // Of somebody else's question only what this person said is theirs.
        .filter(({ by, text }) => text !== null && (askerId === personId || by === personId))
        .map(({ as, at, text }) => ({
          事情: TOPIC_NAMES[topic],
          谁说的: as === 'asker' ? '问的人' : as === 'adviser' ? '律师' : '一起看的人',
          内容: text,
          时间: at.toISOString(),
        })),
    );
  }

  private async erase(personId: string, now: Date): Promise<ErasedPart> {
    for (const thread of await this.store.listAsked(personId)) await this.jobs.forget(thread, now);
    for (const { id } of await this.store.listAdded(personId)) {
      const deed = {
        id: idFromWords(now.getTime(), `questions.leave/${id}/${personId}`),
        by: personId,
        at: now,
        personId,
      };
      await this.threads.change(id, now, (thread) => removePerson(thread, deed));
    }
    return ERASES;
  }
}
