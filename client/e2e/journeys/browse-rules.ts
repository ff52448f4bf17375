/** A villager of 扎营村 opens the app for the first time and reads the rules, without signing in. */
import type { Phone } from './phone';
import { chooseVillage, largeText } from './steps';

/** From the first page to the village's rules. */
export async function firstTime(phone: Phone): Promise<void> {
  await phone.waitFor('您是哪个村的？');
  await phone.screenshot('1-first-time');
  await chooseVillage(phone);
  await phone.waitFor('现行村规民约');
  await phone.waitFor('今天读一条');
  await phone.screenshot('3-home-of-zhaying');
}

/** The village's list, one clause and the next, the whole document, and all the way back. */
export async function readRules(phone: Phone): Promise<void> {
  await phone.tap('看村规');
  await phone.waitFor('扎营村的村规');
  await phone.waitFor('共 10 条，2022年4月1日起实行');
  await phone.screenshot('4-rules-of-zhaying');

  await phone.tap('门前三包，垃圾分类');
  await phone.waitFor('第 3 条');
  await phone.waitFor('垃圾分四样放：能烂的沤肥');
  await phone.waitFor('没做到怎么办');
  await phone.waitFor('《固体废物污染环境防治法》第四十九条');
  await phone.screenshot('5-clause');
  await phone.tap('下一条');
  await phone.waitFor('第 4 条');
  await phone.tap('上一条');
  await phone.waitFor('第 3 条');

  await phone.tap('看全部 10 条');
  await phone.waitFor('第 1 版');
  await phone.waitFor('民族团结，爱护公物');
  await phone.screenshot('6-document');
  await phone.back();
  await phone.waitFor('第 3 条');
  await phone.back();
  await phone.waitFor('扎营村的村规');
}

/** Finds what is inside a word: Chinese has no spaces. */
export async function searchRules(phone: Phone): Promise<void> {
  await phone.tab('村规');
  await phone.tap('在村规里找，比如：垃圾');
  await phone.type('写几个要找的字', '垃圾');
  await phone.waitFor('扎营村，第 3 条');
  await phone.screenshot('7-search');
  await phone.back();
  await phone.waitFor('扎营村的村规');
}

/** In a valley without a signal, after the app was closed: what was read stays readable and says how old it is. */
export async function readWithoutSignal(phone: Phone): Promise<void> {
  await phone.offline(true);
  await phone.waitFor('没有网络');
  await phone.restart();
  await phone.waitFor('现行村规民约');
  await phone.tab('村规');
  await phone.tap('门前三包，垃圾分类');
  await phone.waitFor('垃圾分四样放：能烂的沤肥');
  await phone.waitFor('没有网络，这是');
  await phone.screenshot('8-without-signal');
  await phone.back();
  await phone.offline(false);
  await phone.waitForNo('没有网络');
}

/** For weak eyes: 大字模式 holds on every page, and after the app was closed. */
export async function readLarge(phone: Phone): Promise<void> {
  await largeText(phone);
  await phone.screenshot('9-me-large');
  await phone.restart();
  await phone.waitFor('现行村规民约');
  await phone.screenshot('10-home-large');
  await phone.tab('村规');
  await phone.tap('门前三包，垃圾分类');
  await phone.waitFor('垃圾分四样放：能烂的沤肥');
  await phone.screenshot('11-clause-large');
  await phone.back();
}
