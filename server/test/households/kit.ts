/** Households for tests: the demo's, by their people, and fresh accounts. */
import type { Household, Member } from '@xiangyue/shared/features/households/household';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { Sealing } from '../../src/platform/sealing/sealing';
import type { TestApp } from '../app';
import { type SignedIn, withToken } from '../sign-in';

/** Somebody who opens the mini-program for the first time. */
export async function newcomer(app: TestApp, name: string): Promise<SignedIn> {
  const { body } = await app.send('POST', '/api/sessions/wechat', JSON.stringify({ code: `demo-${name}` }), {
    'content-type': 'application/json',
  });
  return withToken(app, body.token, body.personId);
}

/** The village's household with this number, as it is stored now. */
export async function householdAt(app: TestApp, number: string, villageId = 'zhaying'): Promise<Household> {
  const household = await app.service.use(HouseholdsStore).findByNumber(villageId, number);
  if (!household) throw new Error(`no household ${number} in ${villageId}`);
  return household;
}

/** The first of 扎营's households from this number on with so many members. */
export async function householdFrom(app: TestApp, number: number, members: number): Promise<Household> {
  const household = await householdAt(app, String(number).padStart(3, '0'));
  return household.members.length >= members ? household : householdFrom(app, number + 1, members);
}

/** What is printed on a household's card. */
export function codeOf(app: TestApp, { card }: Household): string {
  return app.service.use(Sealing).open(card.sealed);
}

/** The nth member who is not bound. */
export function freeMember({ members }: Household, nth = 0): Member {
  return members.filter(({ binding }) => binding === undefined)[nth] as Member;
}

/** Whose account stands for whom in a household: `[member id, person id]`. */
export function boundIn({ members }: Household): [string, string][] {
  return members.flatMap(({ id, binding }) => (binding ? [[id, binding.personId] as [string, string]] : []));
}
