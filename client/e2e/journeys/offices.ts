/** A village hands an office to somebody who shows a code; the person hears of it; what is done without a signal waits. */
import type { Phone } from './phone';

/** @returns the eight characters, as they are shown */
export async function showMyCode(phone: Phone): Promise<string> {
  await phone.tap('我的编号');
  await phone.waitFor('十分钟内有效');
  await phone.screenshot('my-code');
  const code = /\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(await phone.text())?.[0];
  if (code === undefined) throw new Error(`no code is shown:\n${await phone.text()}`);
  await phone.back();
  return code;
}

/** By 冉光明, cadre of 扎营村: an office for whoever showed the code. */
export async function appoint(phone: Phone, code: string): Promise<void> {
  await phone.tap('您的职务能办的事');
  await phone.waitFor('您是村干部');
  await phone.screenshot('workbench');
  await phone.tap('看谁担任什么');
  await phone.waitFor('彭春燕');
  await phone.screenshot('offices');
  await phone.tap('安排一个人');
  await phone.type('.text-field', code);
  await phone.tap('找这个人');
  await phone.waitFor('向秀英');
  await phone.tap('网格员');
  await phone.tap('3组');
  await phone.tap('就在这里');
  await phone.waitFor('就在这里任职');
  await phone.tap('三年');
  await phone.screenshot('appoint');
  await phone.tap('安排向秀英担任网格员');
  await phone.waitFor('谁担任什么');
  await phone.waitFor('扎营村 3组 网格员');
  await phone.tap('谁在什么时候安排');
  await phone.waitFor('冉光明 安排 向秀英');
  await phone.screenshot('history');
  await phone.back();
}

/** The person is told, and has read it. */
export async function readTheNews(phone: Phone): Promise<void> {
  await phone.waitFor('1 条没看');
  await phone.screenshot('news');
  await phone.tap('和您有关的事');
  await phone.waitFor('您有了新的职务');
  await phone.waitFor('您担任扎营村 3组 网格员');
  await phone.screenshot('messages');
  await phone.tap('您有了新的职务');
  await phone.waitFor('3组 网格员');
  await phone.waitForNo('条没看');
}

/** Without a signal, through a restart, until it arrives. */
export async function renameWithoutSignal(phone: Phone): Promise<void> {
  await phone.tab('我的');
  await phone.tap('改姓名');
  await phone.offline(true);
  await phone.type('.text-field', '向秀英花');
  await phone.tap('保存姓名');
  await phone.waitFor('1 项待上传');
  await phone.waitFor('向秀英花');
  await phone.screenshot('waiting');
  await phone.restart();
  await phone.waitFor('1 项待上传');
  await phone.tap('1 项待上传');
  await phone.waitFor('改姓名：向秀英花');
  await phone.waitFor('等有网络。');
  await phone.screenshot('outbox');
  await phone.offline(false);
  await phone.waitFor('都传上去了');
  await phone.restart();
  await phone.tab('我的');
  await phone.waitFor('向秀英花');
  await phone.waitForNo('待上传');
}
