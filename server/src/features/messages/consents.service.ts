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

  /**
   * Uses up one reminder of each who has allowed one. The same use again takes nothing and gives the same people. Of a template whose
   * leave lasts (长期订阅) nothing is used up.
   */
  takeMany(personIds: readonly string[], template: string, use: string): Promise<Set<string>> {
    if (this.lasts(template)) return this.store.allowing(personIds, template);
    return template === '' || personIds.length === 0
      ? Promise.resolve(new Set())
      : this.store.takeMany(personIds, template, use);
  }

  /** How many of them have allowed a reminder. */
  async countAllowing(personIds: readonly string[], template: string): Promise<number> {
    return template === '' ? 0 : (await this.store.allowing(personIds, template)).size;
  }

  /** What was taken for this and certainly not sent. */
  async giveBack(personIds: readonly string[], template: string, use: string): Promise<void> {
    if (personIds.length > 0 && !this.lasts(template)) await this.store.giveBack(personIds, template, use);
  }

  /** WeChat has said that there is no leave (any more), whatever our counter says. */
  async forget(personId: string, template: string): Promise<void> {
    await this.store.setZero(personId, template);
  }

  private lasts(template: string): boolean {
    return this.config.WECHAT_LONG_TERM_TEMPLATES.includes(template);
  }

  /** Uses up one reminder, before it is sent. False when the person has allowed none. */
  take(personId: string, template: string): Promise<boolean> {
    return this.store.take(personId, template);
  }
}
