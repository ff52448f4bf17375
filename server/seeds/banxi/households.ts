/**
 * The households of the demo's villages, all invented: 扎营 in its full size, the others smaller. The demo's identities
 * live in 扎营. Nobody has these identity numbers: 500200 is the code of no county.
 */
import { createHash } from 'node:crypto';
import { CARD_CODE_CHARACTERS, makeCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import type { Household, Member } from '@xiangyue/shared/features/households/household';
import { idNumberCheck } from '@xiangyue/shared/kernel/personal-numbers.rules';
import type { Region } from '../../src/features/regions/regions.store';
import type { Sealing } from '../../src/platform/sealing/sealing';
import { type Chance, chanceFrom } from '../random';
import { seedId } from '../seed-id';
import { DEMO_FAMILIES, type DemoRelative } from './demo-families';
import { makeFamily, type Relative } from './families';

const REGISTERED_AT = new Date('2026-01-05T02:00:00Z');
const REGISTERED_BY = seedId('people/county');
/** Households that a courtyard has, about: 扎营's 34 courtyards make some 550. */
const PER_COURTYARD: Readonly<Record<string, number>> = { zhaying: 16 };
const PER_OTHER_COURTYARD = 2;

/** Every household of the demo. @param regions the demo's, parents before children */
export function demoHouseholds(regions: readonly Region[], sealing: Sealing): Household[] {
  const numbers = new PersonalNumbers(sealing);
  return regions
    .filter(({ kind }) => kind === 'village')
    .flatMap(({ id: villageId }) => {
      const courtyards = regions.filter(({ kind, path }) => kind === 'courtyard' && path.includes(villageId));
      const places = courtyards.flatMap((courtyard) => placesOf(courtyard, villageId));
      return places.map(({ courtyard, family }, i) =>
        makeHousehold(villageId, i + 1, courtyard, family, numbers, sealing),
      );
    });
}

interface Place {
  readonly courtyard: Region;
  readonly family: readonly DemoRelative[];
}

/** The families of a courtyard: first those of the demo's identities. */
function placesOf(courtyard: Region, villageId: string): Place[] {
  const chance = chanceFrom(createHash('sha256').update(courtyard.id).digest().readUInt32BE());
  const demo = DEMO_FAMILIES.filter(({ courtyardId }) => courtyardId === courtyard.id);
  const size = PER_COURTYARD[villageId];
  const count = size === undefined ? PER_OTHER_COURTYARD : size + chance.int(2) - demo.length;
  return [
    ...demo.map(({ family }) => ({ courtyard, family })),
    ...Array.from({ length: count }, () => ({ courtyard, family: makeFamily(chance) })),
  ];
}

function makeHousehold(
  villageId: string,
  order: number,
  courtyard: Region,
  family: readonly DemoRelative[],
  numbers: PersonalNumbers,
  sealing: Sealing,
): Household {
  const number = String(order).padStart(3, '0');
  const id = seedId(`households/${villageId}/${number}`);
  const chance = chanceFrom(order);
  const members = family.map((relative, i) => makeMember(`${villageId}/${number}/${i}`, relative, numbers, chance));
  const digest = createHash('sha256').update(`cards/${id}`).digest();
  const code = makeCardCode(digest.subarray(0, CARD_CODE_CHARACTERS));
  return {
    id,
    villageId,
    groupId: courtyard.path.at(-2) as string,
    courtyardId: courtyard.id,
    regionPath: courtyard.path,
    number,
    door: `${courtyard.name} ${1 + (order % 20)} 号`,
    headMemberId: (members[0] as Member).id,
    members,
    formerMembers: [],
    history: [{ at: REGISTERED_AT, by: REGISTERED_BY, what: 'registered' }],
    card: { ...sealing.sealToFind(code), issuedAt: REGISTERED_AT, issuedBy: REGISTERED_BY },
    state: 'active',
    revision: 1,
  };
}

function makeMember(name: string, relative: DemoRelative, numbers: PersonalNumbers, chance: Chance): Member {
  const { identity, ...fields } = relative;
  const isGrown = relative.birthDate < '2010';
  return {
    id: seedId(`members/${name}`),
    ...fields,
    idNumber: numbers.idNumberOf(relative),
    ...(isGrown && chance.happens(0.85) && { phone: numbers.nextPhone() }),
    ...(identity && {
      binding: { personId: seedId(`people/${identity}`), at: REGISTERED_AT, how: 'request' as const },
    }),
  };
}

/** Numbers that nobody has, each given once. */
class PersonalNumbers {
  private readonly given = new Map<string, number>();
  private phones = 0;

  constructor(private readonly sealing: Sealing) {}

  idNumberOf({ birthDate, gender }: Relative) {
    const day = birthDate.replaceAll('-', '');
    const rank = this.given.get(day + gender) ?? 0;
    this.given.set(day + gender, rank + 1);
    const digits = `500200${day}${String(rank * 2 + (gender === 'male' ? 1 : 2)).padStart(3, '0')}`;
    return this.sealing.sealToFind(digits + idNumberCheck(digits));
  }

  /** In a range that no operator gives out. */
  nextPhone() {
    this.phones++;
    return this.sealing.sealToFind(`1990000${String(this.phones).padStart(4, '0')}`);
  }
}
