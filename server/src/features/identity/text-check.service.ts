/** WeChat's judgement of what somebody wrote, for features that take texts from people. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CONFIG, type Config } from '../../platform/config/config';
import { type CheckScene, type Verdict, WechatClient } from '../../platform/wechat/wechat-client';
import { WechatError } from '../../platform/wechat/wechat-error';
import { PeopleStore } from './people.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class TextCheckService {
  @Inject()
  private readonly people!: PeopleStore;

  @Inject()
  private readonly wechat!: WechatClient;

  @Inject(CONFIG)
  private readonly config!: Config;

  /**
   * @param text 1 to 2,500 characters
   * @returns `unknown` where WeChat did not judge: not configured, away, or the writer has not been there for two hours. What
   * becomes public is then looked at by a person.
   */
  async judge(personId: string, scene: CheckScene, text: string): Promise<Verdict | 'unknown'> {
    const prefix = `${this.config.WECHAT_APP_ID}:`;
    const person = await this.people.findDocument(personId);
    const account = person?.accounts.find((one) => one.startsWith(prefix));
    if (this.config.WECHAT_APP_ID === '' || account === undefined) return 'unknown';
    try {
      return await this.wechat.msgSecCheck(account.slice(prefix.length), scene, text);
    } catch (error) {
      if (error instanceof WechatError) return 'unknown';
      throw error;
    }
  }
}
