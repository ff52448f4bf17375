/** Against fraud: a villager reads, checks herself and asks; the officer answers, publishes a case and tells the village. */
import type { Phone } from './phone';
import { becomes, chooseVillage } from './steps';

/** Without signing in: today's warning, how a fraud runs, and two minutes with oneself. */
export async function readAndCheck(phone: Phone): Promise<void> {
  await phone.tab('首页');
  await chooseVillage(phone);
  await phone.waitFor('今天防这个骗局');
  await phone.screenshot('antifraud-1-home');
  await phone.tap('防诈骗');
  await phone.waitFor('拉进群里“点赞挣钱”');
  await phone.screenshot('antifraud-2-library');
  await phone.tap('拉进群里“点赞挣钱”');
  await phone.waitFor('“要先垫钱的活，我不做。”');
  await phone.screenshot('antifraud-3-case');
  await phone.back();
  await phone.tap('两分钟自查');
  await phone.tap('正要转一笔钱');
  await phone.tap('是');
  await phone.waitFor('停下来，这很像诈骗');
  await phone.screenshot('antifraud-4-check');
}

/** With no signal, from the app itself. */
export async function firstMinutes(phone: Phone): Promise<void> {
  await phone.restart();
  await phone.offline(true);
  await phone.tap('我已经转了钱');
  await phone.waitFor('马上打 110');
  await phone.screenshot('antifraud-5-first-minutes');
  await phone.offline(false);
}

/** A first answer at once, then the officer's. */
export async function askAndAnswer(phone: Phone): Promise<void> {
  await becomes(phone, '冉桂兰');
  await phone.tab('首页');
  await phone.tap('这是不是诈骗？');
  await phone.type('#ask-text', '打电话来说是民警，我涉嫌洗钱，要把钱转到安全账户');
  await phone.tap('先看一看像不像');
  await phone.waitFor('很像诈骗，先停下来');
  await phone.screenshot('antifraud-6-first-aid');
  await phone.tap('送给民警看');
  await phone.waitFor('等向阳回答，还剩 24 小时');
  await phone.screenshot('antifraud-7-asked');

  await becomes(phone, '向阳');
  await phone.tap('工作台');
  await phone.tap('问来的骗局');
  await phone.tap('打电话来说是民警');
  await phone.waitFor('冉桂兰问');
  await phone.tap('是诈骗');
  await phone.type('#answer-text', '公家没有安全账户，挂掉就对了。');
  await phone.screenshot('antifraud-8-answer');
  await phone.tap('送给问的人');
  await phone.waitFor('向阳回答了：是诈骗');

  await becomes(phone, '冉桂兰');
  await phone.tap('和您有关的事');
  await phone.tap('民警回答了您问的事');
  await phone.waitFor('公家没有安全账户，挂掉就对了。');
  await phone.screenshot('antifraud-9-answered');
}

/** The second person publishes what the first has written, and sends it to the village. */
export async function publishAndTell(phone: Phone): Promise<void> {
  await becomes(phone, '向阳');
  await phone.tap('工作台');
  await phone.tap('写骗局的手法');
  await phone.tap('春耕贷款先交“保证金”');
  await phone.tap('没有问题，公布');
  await phone.waitFor('已公布');
  await phone.screenshot('antifraud-10-published');
  await becomes(phone, '向阳');
  await phone.tap('工作台');
  await phone.tap('把案例发给几个村的人');
  await phone.tap('安排一次提醒');
  await phone.tap('春耕贷款先交“保证金”');
  await phone.tap('扎营村');
  await phone.tap('绑定了微信的所有人');
  await phone.tap('数一数有多少人');
  await phone.waitFor('都会在小程序的消息里看到');
  await phone.screenshot('antifraud-11-counted');
  await phone.tap('发给这');
  await phone.waitFor('发完了');
  await phone.screenshot('antifraud-12-report');

  await becomes(phone, '冉桂兰');
  await phone.tap('和您有关的事');
  await phone.tap('防骗提醒');
  await phone.waitFor('“没放款先收钱的贷款，我不贷。”');
}
