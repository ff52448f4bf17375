/** Steps that many journeys begin with, each until what it brings about is there. */
import type { Phone } from './phone';

/** From 我的 of nobody to 我的 of a demo identity. */
export async function signInAs(phone: Phone, name: string): Promise<void> {
  await phone.tab('我的');
  await phone.tap('登录');
  await chooseIdentity(phone, name);
}

/** Signs in as a demo identity in place of whoever was signed in before. */
export async function becomes(phone: Phone, name: string): Promise<void> {
  await phone.restart('features/identity/pages/sign-in/index');
  await chooseIdentity(phone, name);
}

/**
 * The notice is offered first, with its version: only who chooses after it has come is known to have had it there to read.
 * Then 我的 knows who it is.
 */
async function chooseIdentity(phone: Phone, name: string): Promise<void> {
  await phone.waitFor('第 1 版，登录前请看一看');
  await phone.tap(name);
  await phone.waitFor('退出登录');
  await phone.waitFor('改姓名');
}

export async function signOut(phone: Phone): Promise<void> {
  await phone.tab('我的');
  await phone.tap('退出登录');
  await phone.tap('退出');
  await phone.waitForNo('退出登录');
  await phone.waitFor('还没有登录');
}

/** From a page that offers it to the same page, for 扎营村. */
export async function chooseVillage(phone: Phone): Promise<void> {
  await phone.tap('选我的村');
  await phone.waitFor('扎营村');
  await phone.screenshot('choose-village');
  await phone.tap('扎营村');
  await phone.waitForNo('您是哪个村的？');
}

/** For weak eyes: from a page with the tabs to 我的 in large text. */
export async function largeText(phone: Phone): Promise<void> {
  await phone.tab('我的');
  await phone.tap('大字模式');
  await phone.waitFor('.page--large');
}
