/** 冉光明 keeps the register: a household that had been forgotten, somebody put right, a family that divides. */
import type { Phone } from './phone';

/** 登记一户: where, its number, its head; then a son, and the head's name put right. */
export async function addHousehold(phone: Phone): Promise<void> {
  await phone.restart('features/households/pages/register/index?regionId=zhaying');
  await phone.tap('登记新的一户');
  await phone.tap('9组');
  await phone.tap('就在这里');
  await phone.waitFor('户号和户主');
  await phone.type('.text-field >> nth=0', '九-7');
  await phone.type('.text-field >> nth=2', '石大山');
  await phone.screenshot('register-1-add');
  await phone.tap('登记这一户');
  await phone.waitFor('9组 九-7 号');
  await phone.screenshot('register-2-household');
  await join(phone, '石小山');
  await join(phone, '石小水');
}

async function join(phone: Phone, name: string): Promise<void> {
  await phone.tap('添一个人');
  await phone.tap('儿子');
  await phone.type('.text-field', name);
  await phone.tap('登记');
  await phone.waitFor(name);
}

export async function correctSomebody(phone: Phone): Promise<void> {
  await phone.tap('石小水');
  await phone.tap('更正登记');
  await phone.type('.text-field', '石小川');
  await phone.tap('在外');
  await phone.screenshot('register-3-correct');
  await phone.tap('更正');
  await phone.waitFor('石小川');
  await phone.back();
}

/** 分户: the elder founds a household of his own, the younger goes along. */
export async function divide(phone: Phone): Promise<void> {
  await phone.waitFor('石小川');
  await phone.tap('分户');
  await phone.waitFor('谁当新户的户主');
  await phone.tap('css=.segmented__option >> text=石小山');
  await phone.tap('兄弟姐妹');
  await phone.type('.text-field', '九-8');
  await phone.screenshot('register-4-split');
  await phone.tap('css=.ways >> text=分户');
  await phone.waitFor('9组 九-8 号');
  await phone.waitFor('2 口人');
  await phone.screenshot('register-5-founded');
}
