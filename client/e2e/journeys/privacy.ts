/** Somebody decides about their own data: agrees and takes it back, sees who looked, and leaves for good. */
import type { Phone } from './phone';

/** The notice was seen by signing in; it can be read again. */
export async function readNotice(phone: Phone): Promise<void> {
  await phone.tap('隐私与数据');
  await phone.waitFor('5 项，都没有同意');
  await phone.screenshot('privacy-1-overview');
  await phone.tap('隐私说明');
  await phone.waitFor('谁看过要留名');
  await phone.waitFor('看过这一版');
  await phone.screenshot('privacy-2-notice');
  await phone.back();
  await phone.waitFor('5 项，都没有同意');
}

/** One switch gives, the same takes back; the service remembers both. */
export async function agreeAndTakeBack(phone: Phone): Promise<void> {
  await phone.tap('我的同意');
  await phone.waitFor('公示时写出我的全名');
  await phone.tap('没有同意', 4);
  await phone.waitFor('已同意');
  await phone.screenshot('privacy-3-agreed');
  await phone.back();
  await phone.waitFor('5 项里同意了 1 项');
  await phone.tap('我的同意');
  await phone.tap('已同意');
  await phone.waitForNo('已同意');
  await phone.waitFor('关掉');
  await phone.back();
  await phone.waitFor('5 项，都没有同意');
}

/** Everything that is kept, with what was just said, and nobody who looked. */
export async function seeEverything(phone: Phone): Promise<void> {
  await phone.tap('我的资料');
  await phone.waitFor('我的账号');
  await phone.waitFor('撤回');
  await phone.screenshot('privacy-4-data');
  await phone.back();
  await phone.tap('谁看过我的资料');
  await phone.waitFor('还没有工作人员看过您的资料');
  await phone.screenshot('privacy-5-looks');
  await phone.back();
}

/** What goes and what stays is said before and after; a slip deletes nothing. */
export async function leave(phone: Phone, name: string): Promise<void> {
  await phone.tap('注销账号');
  await phone.waitFor('会删掉的');
  await phone.waitFor('会留下的，去掉姓名');
  await phone.type('.text-field', '注消');
  await phone.tap('css=.ways >> text=注销账号');
  await phone.waitFor('请写“注销”两个字');
  await phone.type('.text-field', '注销');
  await phone.screenshot('privacy-6-erase');
  await phone.tap('css=.ways >> text=注销账号');
  await phone.waitFor('账号已经注销');
  await phone.waitFor('留下的，已去掉姓名');
  await phone.screenshot('privacy-7-erased');
  await phone.tap('回首页');
  await phone.tab('我的');
  await phone.waitFor('还没有登录');
  await phone.waitForNo(name);
}
