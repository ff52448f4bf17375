/** Leave to remind somebody through WeChat: given by a tap, one reminder each, counted here. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import type { Actor } from '../../platform/auth/actor';
import { CONFIG, type Config } from '../../platform/config/config';
import { PersonalData } from '../../platform/personal-data/personal-data';
import { ConsentsStore } from './consents.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class ConsentsService {
  @Inject()
  private readonly store!: ConsentsStore;

  @Inject()
  private readonly personalData!: PersonalData;

  @Inject(CONFIG)
  private readonly config!: Config;

  @Init()
  init(): void {
    const erased = { erased: ['您同意过的微信提醒'], kept: [] };
    this.personalData.register({
      key: 'reminders',
      title: '微信提醒',
      foretells: erased,
      gather: async (personId) =>
        (await this.store.list(personId)).map(({ accepted, refusedForever }) => ({
          还能提醒: accepted,
          不再询问: refusedForever,
        })),
      erase: async (personId) => {
        await this.store.removeAll(personId);
        return erased;
      },
    });
  }

  /** What may be asked for, with what was answered so far; nothing where the county has set up no templates. */
  async mine(actor: Actor): Promise<OutputOf<typeof messagesContract.reminders>> {
    const known = new Map((await this.store.list(actor.personId)).map((consent) => [consent.template, consent]));
    return {
      templates: this.config.WECHAT_TEMPLATES.map((template) => ({
        template,
        accepted: known.get(template)?.accepted ?? 0,
        refusedForever: known.get(template)?.refusedForever ?? false,
      })),
    };
  }

  /** Notes what WeChat told the phone. Answers about templates that are not ours are nobody's. */
  async note(
    actor: Actor,
    answers: InputOf<typeof messagesContract.noteReminders>['answers'],
    key: string,
  ): Promise<Record<string, never>> {
    for (const { template, answer } of answers)
      if (this.config.WECHAT_TEMPLATES.includes(template))
        await this.store.add(actor.personId, template, answer === 'accepted' ? 1 : 0, answer === 'refusedForever', key);
    return {};
  }

  /** Uses up one reminder, before it is sent. False when the person has allowed none. */
  take(personId: string, template: string): Promise<boolean> {
    return this.store.take(personId, template);
  }
}
