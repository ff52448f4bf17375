/**
 * A household of the register and the same household of a spreadsheet become one. What the spreadsheet leaves empty stays,
 * whoever it does not name stays, and the same lines again change nothing.
 */
import type { Household, HouseholdEvent, Member, SealedText } from '../households/household';
import { type Deed, MEMBERS_LIMIT } from '../households/households.rules';
import { relationsUnder } from '../households/relations.rules';
import type { Finding, RosterHousehold, RosterPerson } from './roster';
import { findingAt } from './rows.rules';

/** What a merge must be given, since it can neither seal nor make up anything. */
export interface MergeTools {
  /** The same for the same number: how kept numbers are compared. */
  readonly indexOf: (number: string) => string;
  readonly seal: (number: string) => SealedText;
  /** The id of somebody new; the same for the same line of the same file, so that a repeated import adds nobody twice. */
  readonly memberIdOf: (person: RosterPerson) => string;
  /** Ids from the county down to the region. */
  readonly pathOf: (regionId: string) => readonly string[];
  readonly deed: Deed;
}

/** Who of the spreadsheet is who of the register. */
interface Pairs {
  readonly memberOf: ReadonlyMap<RosterPerson, Member>;
  /** Members that the spreadsheet does not name. */
  readonly missing: readonly Member[];
}

/** By identity number; then by name and birth date; then by a name that only one on each side has. */
function pair(members: readonly Member[], people: readonly RosterPerson[], indexOf: MergeTools['indexOf']): Pairs {
  const memberOf = new Map<RosterPerson, Member>();
  const free = new Set(members);
  const take = (fits: (person: RosterPerson, member: Member) => boolean) => {
    const left = people.filter((person) => !memberOf.has(person));
    for (const person of left) {
      const found = [...free].filter((member) => fits(person, member));
      const rivals = left.filter((other) => found[0] && !memberOf.has(other) && fits(other, found[0]));
      if (found.length !== 1 || rivals.length !== 1) continue;
      memberOf.set(person, found[0] as Member);
      free.delete(found[0] as Member);
    }
  };
  take(({ idNumber }, member) => idNumber !== undefined && member.idNumber?.index === indexOf(idNumber));
  take(
    ({ name, birthDate }, member) => name === member.name && birthDate !== undefined && birthDate === member.birthDate,
  );
  take(({ name, birthDate }, member) => name === member.name && (!birthDate || !member.birthDate));
  return { memberOf, missing: [...free] };
}

/** What the spreadsheet says of somebody, over what is kept; the same object when it says nothing new. */
function overlaid(member: Member, person: RosterPerson, { indexOf, seal }: MergeTools): Member {
  const numbers = (['idNumber', 'phone'] as const).flatMap((field) => {
    const number = person[field];
    const isNew = number !== undefined && member[field]?.index !== indexOf(number);
    return isNew ? [[field, seal(number)] as const] : [];
  });
  const said = (['name', 'relation', 'gender', 'birthDate', 'residence'] as const).filter(
    (field) => person[field] !== undefined && person[field] !== member[field],
  );
  if (numbers.length + said.length === 0) return member;
  return {
    ...member,
    ...Object.fromEntries(numbers),
    ...Object.fromEntries(said.map((field) => [field, person[field]])),
  };
}

function newMember(person: RosterPerson, tools: MergeTools): Member {
  const { name, relation, residence = 'home' } = person;
  return overlaid({ id: tools.memberIdOf(person), name, relation, residence }, person, tools);
}

export interface Merge {
  readonly change: 'new' | 'changed' | 'unchanged';
  readonly household: Household;
  /** How many are new in it. */
  readonly joined: number;
  /** Members that the spreadsheet does not name; they stay. */
  readonly missing: readonly Member[];
}

/** A household that the register did not have. @param identity what only the service can give it */
export function registerHousehold(
  rostered: RosterHousehold,
  identity: Pick<Household, 'id' | 'card'>,
  tools: MergeTools,
): Merge {
  const { villageId, groupId, courtyardId, number, door = '' } = rostered;
  if (groupId === undefined) throw new Error('checked before: a new household has a group');
  const members = rostered.people.map((person) => newMember(person, tools));
  const household: Household = {
    ...identity,
    villageId,
    groupId,
    ...(courtyardId !== undefined && { courtyardId }),
    regionPath: [...tools.pathOf(courtyardId ?? groupId)],
    number,
    door,
    headMemberId: (members[0] as Member).id,
    members,
    formerMembers: [],
    history: [{ ...tools.deed, what: 'registered' }],
    state: 'active',
    revision: 1,
  };
  return { change: 'new', household, joined: members.length, missing: [] };
}

/** A household that the register has. It comes back as it was, the same object, when nothing is new. */
export function mergeHousehold(kept: Household, rostered: RosterHousehold, tools: MergeTools): Merge {
  const { memberOf, missing } = pair(kept.members, rostered.people, tools.indexOf);
  const added = rostered.people.filter((person) => !memberOf.has(person)).map((person) => newMember(person, tools));
  const head = rostered.people[0] as RosterPerson;
  const headMemberId = memberOf.get(head)?.id ?? tools.memberIdOf(head);
  const isNewHead = headMemberId !== kept.headMemberId;
  // Whoever the spreadsheet does not name is somebody else to a new head.
  const before = isNewHead ? relationsUnder([...kept.members, ...added], headMemberId) : [...kept.members, ...added];
  const personOf = new Map([...memberOf].map(([person, member]) => [member.id, person]));
  const events: HouseholdEvent[] = added.map(({ id }) => ({ ...tools.deed, what: 'joined', memberId: id }));
  const members = before.map((member) => {
    const person = personOf.get(member.id);
    if (!person) return added.find(({ id }) => id === member.id) ?? member;
    const now = overlaid(member, person, tools);
    const was = kept.members.find(({ id }) => id === member.id) as Member;
    if (overlaid(was, person, tools) !== was) events.push({ ...tools.deed, what: 'corrected', memberId: member.id });
    return now;
  });
  if (isNewHead) events.push({ ...tools.deed, what: 'headChanged', memberId: headMemberId });
  const house = houseOf(kept, rostered, tools);
  if (house) events.push({ ...tools.deed, what: 'corrected' });
  if (events.length === 0) return { change: 'unchanged', household: kept, joined: 0, missing };
  const household: Household = {
    ...(house ?? kept),
    members,
    headMemberId,
    history: [...kept.history, ...events],
    revision: kept.revision + 1,
  };
  return { change: 'changed', household, joined: added.length, missing };
}

/** The household where the spreadsheet says that it is; null when that is where it was. A new group has a courtyard of its own, or none yet. */
function houseOf(kept: Household, rostered: RosterHousehold, { pathOf }: MergeTools): Household | null {
  const groupId = rostered.groupId ?? kept.groupId;
  const courtyardId = rostered.courtyardId ?? (groupId === kept.groupId ? kept.courtyardId : undefined);
  const door = rostered.door ?? kept.door;
  if (groupId === kept.groupId && courtyardId === kept.courtyardId && door === kept.door) return null;
  const { courtyardId: _before, ...rest } = kept;
  const regionPath = [...pathOf(courtyardId ?? groupId)];
  return { ...rest, groupId, ...(courtyardId !== undefined && { courtyardId }), door, regionPath };
}

/** What the register already knows that a line contradicts. */
export function findingsAgainst(
  kept: Household | null,
  rostered: RosterHousehold,
  /** True when the number is registered in another household than this one. */
  isElsewhere: (idNumber: string) => boolean,
  indexOf: MergeTools['indexOf'],
): Finding[] {
  const first = rostered.people[0] as RosterPerson;
  if (kept?.state === 'dissolved') return [findingAt(first, 'number', '这个户号的户已经注销，请核对，或者换一个户号')];
  const findings: Finding[] = [];
  if (!kept && rostered.groupId === undefined)
    findings.push(findingAt(first, 'group', '名册里还没有这一户，请写明是哪个组'));
  for (const person of rostered.people) {
    const { idNumber } = person;
    if (idNumber === undefined) continue;
    if (isElsewhere(idNumber))
      findings.push(
        findingAt(person, 'idNumber', '这个身份证号登记在另一户。如果是迁过来的，请先在户册里办“迁到另一户”，再导入'),
      );
    const former = kept?.formerMembers.find((one) => one.idNumber?.index === indexOf(idNumber));
    if (former?.left.reason === 'died')
      findings.push(findingAt(person, 'idNumber', '这个人在名册里登记为去世，请核对；登记错了请先在户册里更正'));
  }
  if (!kept) return findings;
  const { memberOf, missing } = pair(kept.members, rostered.people, indexOf);
  if (memberOf.size === 0)
    findings.push(findingAt(first, 'number', '名册里这个户号是另一家人，一个也对不上，请核对户号'));
  const count = rostered.people.length + missing.length;
  if (memberOf.size < rostered.people.length && count > MEMBERS_LIMIT)
    findings.push(
      findingAt(
        first,
        'number',
        `连同名册里原有的人，这一户超过 ${MEMBERS_LIMIT} 人，请核对户号，或者先在户册里办离开`,
      ),
    );
  return findings;
}
