/** A rule of 扎营村 from its first words until it is in force, through every office that has a part in it. */
import type { Phone } from './phone';
import { becomes } from './steps';

/** A person's workbench, and in it the rules. */
async function openWork(phone: Phone): Promise<void> {
  await phone.tap('工作台');
  await phone.tap('起草、听意见、审核、表决、备案');
  await phone.waitFor('正在办的村规');
}

/** The cadre writes; a fine is refused while it is typed, and the proposal takes its place. */
export async function writeDraft(phone: Phone): Promise<void> {
  await becomes(phone, '冉光明');
  await openWork(phone);
  await phone.screenshot('rules-1-work');
  await phone.type('比如：扎营村用水公约', '扎营村用水公约');
  await phone.tap('开始写');
  await phone.waitFor('还没有一条');
  await phone.tap('加一条');
  await phone.type('.clause-editor .text-field', '节约用水');
  await phone.type('#clause-text-1', '天旱时轮流放水。乱放水的，罚款50元。');
  await phone.waitFor('村规民约不能罚款');
  await phone.screenshot('rules-2-refused');
  await phone.tap('用这句话');
  await phone.waitForNo('村规民约不能罚款');
  await phone.tap('写好了，往下走');
  await phone.waitFor('听多少天意见？');
  await phone.screenshot('rules-3-announce');
  await phone.tap('公布出来，开始听意见');
  await phone.waitFor('过了这天才能送审核');
}

/** A villager says what she thinks; the desk shows it and answers. */
export async function talkItOver(phone: Phone): Promise<void> {
  await becomes(phone, '冉桂兰');
  await phone.tab('村规');
  await phone.waitFor('正在商量的');
  await phone.tap('扎营村用水公约');
  await phone.waitFor('天旱时轮流放水');
  await phone.tap('赞成');
  await phone.waitFor('赞成 1');
  await phone.tap('提意见');
  await phone.type('.comment-form .text-area', '轮流的次序贴在水池边');
  await phone.screenshot('rules-4-comment');
  await phone.tap('送出意见');
  await phone.waitFor('您的意见已送到，等村里看');

  await becomes(phone, '冉光明');
  await openWork(phone);
  await phone.tap('扎营村用水公约');
  await phone.tap('看意见、答复意见');
  await phone.waitFor('轮流的次序贴在水池边');
  await phone.tap('公开这条意见');
  await phone.type('.comment-desk__ways .text-area', '写上了，也会贴出来。');
  await phone.screenshot('rules-5-answer');
  await phone.tap('答复');
  await phone.waitFor('意见都看过、答复过了');
}

/** The one whose announced days are over: reviewed by both, decided by the assembly, filed, in force. */
export async function decide(phone: Phone): Promise<void> {
  await becomes(phone, '冉光明');
  await openWork(phone);
  await phone.tap('扎营村护林防火公约');
  await phone.tap('送去审核');
  await phone.waitFor('两边都通过才能开会表决');

  for (const [name, words] of [
    ['谭志平', '可以。'],
    ['黄敏', '合法。'],
  ] as const) {
    await becomes(phone, name);
    await openWork(phone);
    await phone.tap('扎营村护林防火公约');
    await phone.type('.move-form .text-area', words);
    await phone.tap('审核通过');
    await phone.waitFor('审核意见');
  }

  await becomes(phone, '冉光明');
  await openWork(phone);
  await phone.tap('扎营村护林防火公约');
  await phone.waitFor('登记会议表决');
  const numbers = { registered: 900, present: 500, womenPresent: 230, inFavour: 460, against: 10, abstaining: 30 };
  for (const [field, number] of Object.entries(numbers)) await phone.type(`#meeting-${field}`, String(number));
  await phone.waitFor('按法律算：通过');
  await phone.screenshot('rules-6-meeting');
  await phone.tap('登记这次会议');
  await phone.waitFor('会议通过了，等镇里备案。');

  await becomes(phone, '谭志平');
  await openWork(phone);
  await phone.tap('扎营村护林防火公约');
  await phone.type('板府备〔2026〕3 号', '板府备〔2026〕8 号');
  await phone.tap('今天');
  await phone.screenshot('rules-7-filing');
  await phone.tap('给予备案');
  await phone.waitFor('已备案，编号 板府备〔2026〕8 号');
}

/** What the village reads then. Its list of rules may be a minute old on a phone that has just looked; the rule itself is new. */
export async function readNewRule(phone: Phone): Promise<void> {
  await phone.tap('公布的全文');
  await phone.waitFor('现行');
  await phone.waitFor('备案编号 板府备〔2026〕8 号');
  await phone.screenshot('rules-8-in-force');
  await phone.tap('各个版本');
  await phone.waitFor('只有这一版，还没有改过。');
}
