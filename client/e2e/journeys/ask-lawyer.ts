/** 冉桂兰 asks the village's lawyer, 黄敏 answers; 谭志平 finds somebody for a question that has nobody. */
import type { Phone } from './phone';
import { becomes, signInAs } from './steps';

const QUESTION = '隔壁修房子，屋檐水滴到我家墙上，墙都湿了，怎么办？';
const ANSWER =
  '先请组长来看一看、量一量。民法典第二百九十条：排水要给邻居留便利，滴坏了要修。谈不好，可以申请村里调解。';

/** From the first page to her question on its way. */
export async function ask(phone: Phone): Promise<void> {
  await signInAs(phone, '冉桂兰');
  await phone.tab('首页');
  await phone.tap('问律师');
  await phone.waitFor('等不得，先打电话');
  await phone.waitFor('法律顾问黄敏 24 小时以内答复；到时没有，转给镇办公室谭志平。');
  await phone.screenshot('question-1-ask');
  await phone.tap('邻里相邻');
  await phone.type('.text-area', QUESTION);
  await phone.tap('送出问题');
  await phone.waitFor('等律师答');
  await phone.waitFor(QUESTION);
  await phone.screenshot('question-2-asked');
}

/** The adviser finds it by the clock, and answers. */
export async function answer(phone: Phone): Promise<void> {
  await becomes(phone, '黄敏');
  await phone.tap('工作台');
  await phone.tap('答复村民的法律问题，先到时间的在前');
  await phone.waitFor('等您答');
  await phone.screenshot('question-3-desk');
  await phone.tap(QUESTION);
  await phone.type('.text-area', ANSWER);
  await phone.tap('送出答复');
  await phone.waitFor('答复已经送到');
  await phone.screenshot('question-4-answered');
}

/** She reads it, says thank you, and is done. */
export async function thank(phone: Phone): Promise<void> {
  await becomes(phone, '冉桂兰');
  await phone.tap('消息');
  await phone.tap('律师答复了');
  await phone.waitFor(ANSWER);
  await phone.tap('谢谢律师');
  await phone.waitFor('您谢谢黄敏');
  await phone.tap('清楚了，结束');
  await phone.waitFor('已结束');
  await phone.screenshot('question-5-thanked');
}
