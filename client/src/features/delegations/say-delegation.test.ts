import { sayWho, whyOver } from './say-delegation';

const TOLD = { amAgent: false, agentName: '彭春燕', memberName: '石素兰', endsOn: '2027-11-24', ended: null };

test.each([
  [TOLD, '彭春燕替石素兰办事'],
  [{ ...TOLD, amAgent: true }, '我替石素兰办事'],
  [{ ...TOLD, agentName: null }, '有人替石素兰办事'],
])('%p: %s', (told, words) => expect(sayWho(told)).toBe(words));

test.each([
  [
    { ...TOLD, ended: { at: '2026-11-25T02:00:00Z', byName: '向秀英', words: '她自己来办' } },
    '2026年11月25日向秀英停的：她自己来办',
  ],
  [TOLD, '2027年11月24日到期，或者石素兰已经自己绑定了微信、不在这一户了'],
])('why it is over: %p', (told, words) => expect(whyOver(told)).toBe(words));
