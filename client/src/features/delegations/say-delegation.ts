/** 代办 in words. */
import { sayDate, sayDay } from '@xiangyue/shared/kernel/time';
import type { Delegation } from './components/delegation-row';

type Told = Pick<Delegation, 'amAgent' | 'agentName' | 'memberName' | 'endsOn' | 'ended'>;

/** 我替冉桂兰办事, 彭春燕替冉桂兰办事. */
export function sayWho({ amAgent, agentName, memberName }: Told): string {
  return `${amAgent ? '我' : (agentName ?? '有人')}替${memberName}办事`;
}

/** Why one that does not run is over: somebody stopped it, its year is over, or the villager has a phone or has moved. */
export function whyOver({ ended, endsOn, memberName }: Told): string {
  if (ended) return `${sayDay(Date.parse(ended.at))}${ended.byName ?? '有人'}停的：${ended.words}`;
  return `${sayDate(endsOn)}到期，或者${memberName}已经自己绑定了微信、不在这一户了`;
}
