/** 冉桂兰 acts for her husband, who has no phone, until she stops; the grid member sees who acts for whom in the village. */
import type { Phone } from './phone';

/** From 我的: begun with his consent. */
export async function begin(phone: Phone): Promise<void> {
  await phone.tap('代办');
  await phone.waitFor('还没有代办');
  await phone.screenshot('behalf-1-none');
  await phone.tap('替家里人办事');
  await phone.waitFor('替谁办？');
  await phone.tap('田维明');
  await phone.waitFor('田维明怎么同意的');
  await phone.tap('当面口头同意');
  await phone.type('.text-area', '他说眼睛花了，登记、提意见这些事都请我替他办。');
  await phone.screenshot('behalf-2-consent');
  await phone.tap('记下并开始');
  await phone.waitFor('我替田维明办事');
  await phone.waitFor('还没有办过什么');
  await phone.screenshot('behalf-3-begun');
}

/** Something is done for him, and both names stand beside it. */
export async function act(phone: Phone): Promise<void> {
  await phone.tap('更新登记');
  await phone.tap('在外');
  await phone.type('.text-field', '13800001234');
  await phone.tap('替田维明保存');
  await phone.waitFor('冉桂兰代田维明办');
  await phone.screenshot('behalf-4-done');
}

/** Stopped, with why; what was done stays to be read. */
export async function stop(phone: Phone): Promise<void> {
  await phone.tap('停了这份代办');
  await phone.type('.text-area', '他买了手机');
  await phone.tap('现在就停');
  await phone.waitFor('冉桂兰停的：他买了手机');
  await phone.waitFor('冉桂兰代田维明办');
  await phone.waitForNo('更新登记');
  await phone.screenshot('behalf-5-stopped');
}

/** As the grid member: what runs in the village, names in outline until one is opened, and stopped. */
export async function lookAfterThem(phone: Phone): Promise<void> {
  await phone.restart('features/delegations/pages/place/index?regionId=zhaying');
  await phone.waitFor('白正国替石**办事');
  await phone.screenshot('behalf-6-place');
  await phone.tap('白正国替石**办事');
  await phone.waitFor('白正国替石素兰办事');
  await phone.screenshot('behalf-7-one');
  await phone.tap('停了这份代办');
  await phone.type('.text-area', '她家女儿回来了');
  await phone.tap('现在就停');
  await phone.waitFor('彭春燕停的：她家女儿回来了');
}
