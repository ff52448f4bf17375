/** 向秀英 has come home, and binds herself to her family's household with the card that the village has printed. */
import type { Phone } from './phone';
import { signInAs } from './steps';

/** What is printed on the card of her family: as a cadre sees it on the sheet. */
export async function codeOfHerFamily(address: string): Promise<string> {
  const signIn = await fetch(`${address}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identity: 'cadre' }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const ask = async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`${address}/api${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()) as Answer;
  };
  const words = encodeURIComponent('向秀英');
  const { households } = await ask<{ households: { id: string }[] }>(`/regions/zhaying-3-1/households?words=${words}`);
  const { cards } = await ask<{ cards: { householdId: string; code: string }[] }>('/regions/zhaying-3-1/cards');
  const code = cards.find(({ householdId }) => householdId === households[0]?.id)?.code;
  if (code === undefined) throw new Error('the demo has no household of 向秀英');
  return code;
}

/** From the tab to the page of somebody who is not bound yet. */
export async function signInAsNewcomer(phone: Phone): Promise<void> {
  await signInAs(phone, '向秀英');
  await phone.tap('我的户');
  await phone.waitFor('还没有绑定到户');
  await phone.screenshot('1-not-bound');
}

/** Who she is: a wrong name first, then her own. */
export async function sayWhoSheIs(phone: Phone): Promise<void> {
  await phone.waitFor('您是哪一位？');
  await phone.tap('向**（女儿）');
  await phone.type('.text-field', '向秀美');
  await phone.tap('绑定');
  await phone.waitFor('姓名和登记的不一样');
  await phone.screenshot('2-wrong-name');
  await phone.type('.text-field', '向秀英');
  await phone.tap('绑定');
  await phone.waitFor('绑定好了');
  await phone.screenshot('3-bound');
}

/** Her household, and letting go of it again. */
export async function seeHerHousehold(phone: Phone): Promise<void> {
  await phone.tap('看我的户');
  await phone.waitFor('家里 3 口人');
  await phone.waitFor('石素兰');
  await phone.screenshot('4-my-household');
  await phone.tap('解除绑定');
  await phone.waitFor('要解除绑定吗？');
  await phone.tap('先不解除');
  await phone.waitForNo('要解除绑定吗？');
}
