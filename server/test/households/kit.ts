/** Households for tests: the demo's, by their people, and fresh accounts. */
import type { Household, Member } from '@xiangyue/shared/features/households/household';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { Sealing } from '../../src/platform/sealing/sealing';
import type { TestApp } from '../app';
import { anId } from '../factories';
import type { SignedIn } from '../sign-in';

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

/** A new household whose members have these accounts and were born on these days. */
export async function putFamily(app: TestApp, family: [name: string, account: SignedIn, birthDate: string][]) {
  const demo = await householdAt(app, '001');
  const members = family.map(
    ([name, { personId }, birthDate]): Member => ({
      ...{ id: anId(), name, birthDate, relation: 'son', residence: 'home' },
      binding: { personId, at: new Date(), how: 'card' },
    }),
  );
  const fields = { id: anId(), number: '999', card: { ...demo.card, index: anId() } };
  await app.service.use(HouseholdsStore).put([{ ...demo, ...fields, headMemberId: members[0]?.id ?? '', members }]);
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
