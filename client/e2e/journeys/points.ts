/** Points in 扎营: asked for, looked at twice, published, objected to; credited; spent in the shop and fetched. */
import type { Phone } from './phone';
import { becomes } from './steps';

async function openDesk(phone: Phone, purpose: string): Promise<void> {
  await phone.tap('工作台');
  await phone.tap(purpose);
}

/** 冉桂兰 has mended something. */
export async function claim(phone: Phone): Promise<void> {
  await becomes(phone, '冉桂兰');
  await phone.tab('积分');
  await phone.waitFor('年度还能用');
  await phone.screenshot('points-1-account');
  await phone.tap('申报积分');
  await phone.tap('公益劳动');
  await phone.tap('义务维修');
  await phone.type('.text-area', '修好了井边的水龙头');
  await phone.screenshot('points-2-claim');
  await phone.tap('送出申报');
  await phone.waitFor('送出去了');
}

/** The group's leader, then the village's panel: two people, and neither lives there. */
export async function reviewTwice(phone: Phone): Promise<void> {
  await becomes(phone, '石长贵');
  await openDesk(phone, '组里先看一遍，自家和亲戚的要回避');
  await phone.waitFor('修好了井边的水龙头');
  await phone.screenshot('points-3-review');
  await phone.tap('情况属实', 2);
  await phone.waitForNo('修好了井边的水龙头');

  await becomes(phone, '杨昌富');
  await openDesk(phone, '村里再评一次，同意就公示');
  await phone.waitFor('修好了井边的水龙头');
  await phone.screenshot('points-4-panel');
  await phone.tap('同意公示', 2);
  await phone.waitForNo('修好了井边的水龙头');
}

/** Everybody reads it for fifteen days; 田小满 does not believe it, and is answered. */
export async function objectAndAnswer(phone: Phone): Promise<void> {
  await becomes(phone, '田小满');
  await phone.tab('积分');
  await phone.tap('谁家得了分，还公示几天，可以提异议');
  await phone.waitFor('还剩 15 天');
  await phone.screenshot('points-5-publicity');
  await phone.tap('提异议', 3);
  await phone.type('.text-area', '水龙头是村里换的');
  await phone.tap('送出异议');
  await phone.waitFor('异议收到了');

  await becomes(phone, '冉光明');
  await openDesk(phone, '三天内核实、答复');
  await phone.waitFor('水龙头是村里换的');
  await phone.screenshot('points-6-objections');
  // The one of 修入户路, whose fifteen days are over: it comes as soon as it is answered.
  await phone.tap('答复', 0);
  await phone.tap('不成立');
  await phone.type('.text-area', '问过带工人，是两口子一起来的');
  await phone.tap('答复', 0);
  await phone.waitForNo('那两天好像只看见他家一个人来');
}

/** 冉桂兰 sees the points and why, and has toothpaste kept for her. */
export async function redeem(phone: Phone): Promise<string> {
  await becomes(phone, '冉桂兰');
  await phone.tab('积分');
  await phone.waitFor('修三组入户路，干了两天。');
  await phone.tap('用积分换东西，看还剩几件');
  await phone.tap('牙膏');
  await phone.waitFor('换牙膏');
  await phone.screenshot('points-7-shop');
  await phone.tap('用 10 分换');
  await phone.waitFor('牙膏给您留着');
  await phone.tap('我家换的东西');
  await phone.waitFor('留着，等您来取');
  await phone.screenshot('points-8-order');
  const code = /\b\d{6}\b/.exec(await phone.text())?.[0];
  if (code === undefined) throw new Error(`no digits are shown:\n${await phone.text()}`);
  return code;
}

/** 彭春燕 hands it over for the digits on the phone. */
export async function handOver(phone: Phone, code: string): Promise<void> {
  await becomes(phone, '彭春燕');
  await openDesk(phone, '交东西，管货架，记账');
  await phone.waitFor('等着取的 1 份');
  await phone.type('.text-field', code);
  await phone.tap('看他有什么要取');
  await phone.tap('交给他 牙膏');
  await phone.waitFor('交给田维明家了');
  await phone.screenshot('points-9-handed-over');
  await phone.waitFor('现在没有等人来取的东西');
}

/** All of it. */
export async function fromClaimToCounter(phone: Phone): Promise<void> {
  await claim(phone);
  await reviewTwice(phone);
  await objectAndAnswer(phone);
  await handOver(phone, await redeem(phone));
}
