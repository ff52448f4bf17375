/** What must be right between lines: households put together from their lines, and people who stand there twice. */
import { numberKey } from '../households/household-number.rules';
import { MEMBERS_LIMIT } from '../households/households.rules';
import type { Finding, Place, RosterColumn, RosterHousehold, RosterPerson } from './roster';
import { findingAt } from './rows.rules';

/** Which household a line belongs to. */
export function householdKey({ villageId, number }: Pick<RosterHousehold, 'villageId' | 'number'>): string {
  return `${villageId}/${numberKey(number)}`;
}

/** The households of the lines, in the order of their first lines, and what is wrong between lines. */
export function gatherHouseholds(people: readonly RosterPerson[]): {
  readonly households: readonly RosterHousehold[];
  readonly findings: readonly Finding[];
} {
  const byKey = new Map<string, RosterPerson[]>();
  for (const person of people) {
    const key = householdKey(person);
    const members = byKey.get(key);
    if (members) members.push(person);
    else byKey.set(key, [person]);
  }
  const findings = repeatedIdNumbers(people);
  const households: RosterHousehold[] = [];
  for (const members of byKey.values()) {
    findings.push(...wrongInHousehold(members));
    households.push(householdOf(members));
  }
  return { households, findings };
}

function repeatedIdNumbers(people: readonly RosterPerson[]): Finding[] {
  const first = new Map<string, RosterPerson>();
  return people.flatMap((person) => {
    if (person.idNumber === undefined) return [];
    const earlier = first.get(person.idNumber);
    if (!earlier) first.set(person.idNumber, person);
    return earlier
      ? [findingAt(person, 'idNumber', `这个身份证号和${sayPlace(earlier.at, person.at)}的相同，一个人只能写一行`)]
      : [];
  });
}

/** 第 12 行, or 表“3组”第 12 行 when it is on another sheet. */
function sayPlace({ sheet, row }: Place, seenFrom: Place): string {
  return `${sheet === seenFrom.sheet ? '' : `表“${sheet}”`}第 ${row} 行`;
}

/** What the lines of a household say about the house; later lines may leave it empty, but not say otherwise. */
const OF_THE_HOUSE = [
  ['group', 'groupId'],
  ['courtyard', 'courtyardId'],
  ['door', 'door'],
] as const satisfies ReadonlyArray<readonly [RosterColumn, keyof RosterPerson]>;

function wrongInHousehold(members: readonly RosterPerson[]): Finding[] {
  const findings: Finding[] = [];
  const [firstLine, ...more] = members as [RosterPerson, ...RosterPerson[]];
  for (const [column, field] of OF_THE_HOUSE) {
    const said = members.find((member) => member[field] !== undefined);
    for (const member of more)
      if (member[field] !== undefined && member[field] !== said?.[field])
        findings.push(
          findingAt(
            member,
            column,
            `和同一户的${sayPlace((said as RosterPerson).at, member.at)}写得不一样，请核对户号或这一格`,
          ),
        );
  }
  const [head, ...otherHeads] = members.filter(({ relation }) => relation === 'head');
  if (!head) findings.push(findingAt(firstLine, 'relation', '这一户没有写谁是户主，请在其中一行写“户主”'));
  for (const other of otherHeads)
    findings.push(
      findingAt(
        other,
        'relation',
        `这一户有两个户主，另一个在${sayPlace((head as RosterPerson).at, other.at)}，请核对户号或关系`,
      ),
    );
  const tooMany = members[MEMBERS_LIMIT];
  if (tooMany) findings.push(findingAt(tooMany, 'number', `一户最多 ${MEMBERS_LIMIT} 人，这一户更多，请核对户号`));
  findings.push(...sameNames(members));
  return findings;
}

/** Two of one name are told apart by number or birth date, or the next import could take one for the other. */
function areTold(one: RosterPerson, other: RosterPerson): boolean {
  // One number for both was told already.
  if (one.idNumber !== undefined && other.idNumber !== undefined) return true;
  return one.birthDate !== undefined && other.birthDate !== undefined && one.birthDate !== other.birthDate;
}

function sameNames(members: readonly RosterPerson[]): Finding[] {
  const first = new Map<string, RosterPerson>();
  return members.flatMap((member) => {
    const earlier = first.get(member.name);
    if (!earlier) {
      first.set(member.name, member);
      return [];
    }
    if (areTold(member, earlier)) return [];
    const where = sayPlace(earlier.at, member.at);
    return [
      findingAt(member, 'name', `同一户的${where}也是这个姓名。如果是同一个人，请删去一行；不是，请写明两人的出生日期`),
    ];
  });
}

function householdOf(members: readonly RosterPerson[]): RosterHousehold {
  const { villageId, number } = members[0] as RosterPerson;
  const said = <Field extends 'groupId' | 'courtyardId' | 'door'>(field: Field) =>
    members.find((member) => member[field] !== undefined)?.[field];
  const [groupId, courtyardId, door] = [said('groupId'), said('courtyardId'), said('door')];
  return {
    villageId,
    number,
    ...(groupId !== undefined && { groupId }),
    ...(courtyardId !== undefined && { courtyardId }),
    ...(door !== undefined && { door }),
    people: [...members].sort((a, b) => Number(b.relation === 'head') - Number(a.relation === 'head')),
  };
}
