/** Invented people for campaigns: accounts bound to households, each with leave for so many reminders. For tests too. */
import { randomBytes } from 'node:crypto';
import { HouseholdsStore } from '../src/features/households/households.store';
import { PeopleStore } from '../src/features/identity/people.store';
import { ConsentsStore } from '../src/features/messages/consents.store';
import { newId } from '../src/platform/auth/secrets';
import type { Use } from '../src/platform/http/implement';

export const TEMPLATE = 'warning-template-00000001';
const PER_HOUSEHOLD = 4;

export interface Recipient {
  readonly personId: string;
  readonly openid: string;
}

interface Made {
  readonly villageId: string;
  readonly count: number;
  readonly birthDate?: string;
  /** Reminders that each has allowed. */
  readonly allowed: number;
  readonly appId: string;
}

/** Puts people into a village, four to a household; in no particular order. */
export async function peopleOf(
  use: Use,
  { villageId, count, birthDate = '1950-01-01', allowed, appId }: Made,
): Promise<Recipient[]> {
  const now = new Date();
  const people = Array.from(
    { length: count },
    (): Recipient => ({
      personId: newId(now),
      openid: `o${randomBytes(24).toString('hex').slice(0, 27)}`,
    }),
  );
  await use(PeopleStore).put(
    people.map(({ personId: id, openid }) => ({
      id,
      accounts: [`${appId}:${openid}`],
      name: '试',
      grants: [],
      createdAt: now,
    })),
  );
  const groups = Array.from({ length: Math.ceil(count / PER_HOUSEHOLD) }, (_, i) =>
    people.slice(i * PER_HOUSEHOLD, (i + 1) * PER_HOUSEHOLD),
  );
  await use(HouseholdsStore).put(
    groups.map((members) => {
      const id = newId(now);
      return {
        id,
        villageId,
        groupId: `${villageId}-1`,
        regionPath: ['youyang', 'banxi', villageId, `${villageId}-1`],
        number: id.slice(-10),
        door: '',
        headMemberId: id,
        members: members.map(({ personId }) => ({
          id: newId(now),
          name: '试',
          birthDate,
          relation: 'otherRelative' as const,
          residence: 'home' as const,
          binding: { personId, at: now, how: 'card' as const },
        })),
        formerMembers: [],
        history: [],
        card: { sealed: id, index: id, issuedAt: now, issuedBy: id },
        state: 'active' as const,
        revision: 1,
      };
    }),
  );
  // One document for each; in the app each tap adds one.
  for (let i = 0; i < allowed; i++)
    await Promise.all(people.map(({ personId }) => use(ConsentsStore).add(personId, TEMPLATE, 1, false, `given-${i}`)));
  return people;
}
