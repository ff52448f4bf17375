/** Who hears that somebody acts for a villager, and that they no longer do: the family and the agent, each once. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Delegation, type Ended, whoHears } from '@xiangyue/shared/features/delegations/delegations.rules';
import type { Household } from '@xiangyue/shared/features/households/household';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { IdentityService } from '../identity/identity.service';
import { MessagesService } from '../messages/messages.service';
import { nameIn } from './names';

@Provide()
@Scope(ScopeEnum.Singleton)
export class DelegationsNews {
  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly messages!: MessagesService;

  async begun(delegation: Delegation, household: Household, now: Date): Promise<void> {
    const { id, agentId, memberId, endsOn } = delegation;
    const agent = (await this.identity.namesOf([agentId])).get(agentId) ?? '';
    const text = `${agent}可以替${nameIn(household, memberId)}办事了，到${sayDate(endsOn)}。怎么同意的、办了什么，打开就看得到；不对，随时可以停。`;
    for (const personId of whoHears(delegation, household, agentId))
      await this.messages.send({ key: `delegation/${id}`, personId, kind: 'delegations.begun', text, about: id }, now);
  }

  async stopped(delegation: Delegation & { ended: Ended }, household: Household, now: Date): Promise<void> {
    const { id, agentId, memberId, ended } = delegation;
    const names = await this.identity.namesOf([agentId, ended.by]);
    const text = `${names.get(agentId) ?? ''}不再替${nameIn(household, memberId)}办事。${names.get(ended.by) ?? ''}停的，说：${ended.words}`;
    for (const personId of whoHears(delegation, household, ended.by))
      await this.messages.send(
        { key: `delegation/${id}/stopped`, personId, kind: 'delegations.stopped', text, about: id },
        now,
      );
  }
}
