/**
 * What may happen to a household. Each rule takes the household as it is and gives it as it would be, or the code of the
 * problem; the store then writes it only if nobody else has in the meantime.
 */
import type { LocalDate } from '../../kernel/time';
import type {
  Binding,
  Card,
  FormerMember,
  Household,
  HouseholdEvent,
  Leaving,
  Member,
  Move,
  MoveState,
} from './household';
import { relationsUnder } from './relations.rules';

/** Four generations under one roof are fewer; a list that is longer is a mistake in a spreadsheet. */
export const MEMBERS_LIMIT = 30;

type HouseholdRefusal =
  | 'households.memberUnknown'
  | 'households.memberTaken'
  | 'households.boundElsewhere'
  | 'households.notBound'
  | 'households.full'
  | 'households.dissolved'
  | 'households.headLeaves'
  | 'households.relationWrong'
  | 'households.nameWrong'
  | 'households.cardUnknown'
  | 'households.notHead';

/** The household as it would be, or why not. */
export type Outcome = Household | HouseholdRefusal;

/** Who does something, and when. */
export interface Deed {
  readonly by: string;
  readonly at: Date;
  readonly words?: string;
  /** The 代办 by which somebody does it for the member. */
  readonly delegationId?: string;
}

type What = Omit<HouseholdEvent, keyof Deed>;

/** One more revision, with its line in the history. */
function changed(
  household: Household,
  fields: Partial<Household>,
  { by, at, words, delegationId }: Deed,
  what: What,
): Household {
  const event: HouseholdEvent = {
    at,
    by,
    ...what,
    ...(words !== undefined && { words }),
    ...(delegationId !== undefined && { delegationId }),
  };
  return { ...household, ...fields, history: [...household.history, event], revision: household.revision + 1 };
}

function withMember(household: Household, memberId: string, change: (member: Member) => Member): readonly Member[] {
  return household.members.map((member) => (member.id === memberId ? change(member) : member));
}

/** The member with this id. */
export function memberOf(household: Household, memberId: string): Member | undefined {
  return household.members.find(({ id }) => id === memberId);
}

/** The name under which a household is known. One whose last member has left is known by the one who was its head. */
export function headNameOf({ headMemberId, members, formerMembers }: Household): string {
  return [...members, ...formerMembers].find(({ id }) => id === headMemberId)?.name ?? '';
}

/** True when the name is this member's, spaces aside: people write 冉 桂兰 too. */
export function isNameOf(member: Member, name: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  return bare(member.name) === bare(name);
}

/** The member whose account this is. */
export function memberBoundTo(household: Household, personId: string): Member | undefined {
  return household.members.find(({ binding }) => binding?.personId === personId);
}

/** An account comes to stand for a member. The same account for the same member again changes nothing. */
export function bindMember(household: Household, memberId: string, binding: Binding, by: string): Outcome {
  if (household.state !== 'active') return 'households.dissolved';
  const member = memberOf(household, memberId);
  if (!member) return 'households.memberUnknown';
  if (member.binding?.personId === binding.personId) return household;
  if (memberBoundTo(household, binding.personId)) return 'households.boundElsewhere';
  if (member.binding) return 'households.memberTaken';
  const members = withMember(household, memberId, (one) => ({ ...one, binding }));
  return changed(
    household,
    { members },
    { by, at: binding.at },
    { what: 'bound', memberId, personId: binding.personId },
  );
}

function withoutBinding({ binding: _binding, ...member }: Member): Member {
  return member;
}

/** The account no longer stands for the member. */
export function unbindMember(household: Household, memberId: string, deed: Deed): Outcome {
  const member = memberOf(household, memberId);
  if (!member) return 'households.memberUnknown';
  if (!member.binding) return 'households.notBound';
  const { personId } = member.binding;
  const members = withMember(household, memberId, withoutBinding);
  return changed(household, { members }, deed, { what: 'unbound', memberId, personId });
}

/** Another member becomes the head; everyone's relation is said anew, as far as it follows from the old one. */
export function changeHead(household: Household, memberId: string, deed: Deed): Outcome {
  if (household.state !== 'active') return 'households.dissolved';
  if (!memberOf(household, memberId)) return 'households.memberUnknown';
  // Somebody has chosen the same already.
  if (household.headMemberId === memberId) return household;
  const members = relationsUnder(household.members, memberId);
  return changed(household, { members, headMemberId: memberId }, deed, { what: 'headChanged', memberId });
}

/** Somebody joins, by birth, marriage or because they had been forgotten. */
export function addMember(household: Household, member: Member, deed: Deed): Outcome {
  // The same member again is the same write again.
  return memberOf(household, member.id) ? household : joining(household, member, deed);
}

/** Somebody arrives from another household. The same move again changes nothing, also when they have left since. */
export function takeIn(household: Household, member: Member, moveId: string, deed: Deed): Outcome {
  if (household.history.some((event) => event.moveId === moveId)) return household;
  return joining(household, member, deed, moveId);
}

function joining(household: Household, member: Member, deed: Deed, moveId?: string): Outcome {
  if (household.state !== 'active') return 'households.dissolved';
  if (member.relation === 'head') return 'households.relationWrong';
  if (household.members.length >= MEMBERS_LIMIT) return 'households.full';
  const members = [...household.members, member];
  const what = { what: 'joined' as const, memberId: member.id, ...(moveId !== undefined && { moveId }) };
  return changed(household, { members }, deed, what);
}

/** What is registered of a member is put right; account and head are not touched by it. */
export function correctMember(
  household: Household,
  memberId: string,
  fields: Omit<Member, 'id' | 'binding'>,
  deed: Deed,
): Outcome {
  const member = memberOf(household, memberId);
  if (!member) return 'households.memberUnknown';
  if ((fields.relation === 'head') !== (household.headMemberId === memberId)) return 'households.relationWrong';
  if (isSame(member, fields)) return household;
  const { id, binding } = member;
  const members = withMember(household, memberId, () => ({ id, ...fields, ...(binding && { binding }) }));
  return changed(household, { members }, deed, { what: 'corrected', memberId });
}

/** Where a household lies and how it is numbered; `courtyardId` is missing where only the group is known. */
export type Site = Pick<Household, 'groupId' | 'courtyardId' | 'regionPath' | 'number' | 'door'>;

/** Number, doorplate, group or courtyard are put right; the village stays. */
export function correctSite(household: Household, site: Site, deed: Deed): Outcome {
  if (household.state !== 'active') return 'households.dissolved';
  const { courtyardId: before, ...rest } = household;
  const isSame =
    before === site.courtyardId &&
    (['groupId', 'number', 'door'] as const).every((field) => household[field] === site[field]);
  return isSame ? household : changed(rest, site, deed, { what: 'corrected' });
}

/** Sealed texts differ each time; their indexes tell whether the number is the same. */
function isSame(member: Member, fields: Omit<Member, 'id' | 'binding'>): boolean {
  return (
    (['name', 'gender', 'birthDate', 'relation', 'residence'] as const).every(
      (name) => member[name] === fields[name],
    ) &&
    member.idNumber?.index === fields.idNumber?.index &&
    member.phone?.index === fields.phone?.index
  );
}

/** Why and when somebody is no longer of the household. */
export interface Departure {
  readonly reason: Leaving;
  readonly on: LocalDate;
  readonly move?: Move;
}

/**
 * Somebody is no longer of the household. The head leaves last: first another becomes head. With the last member the
 * household itself ends. A move takes the account along; any other leaving lets it go.
 */
export function letMemberLeave(household: Household, memberId: string, departure: Departure, deed: Deed): Outcome {
  const member = memberOf(household, memberId);
  if (!member)
    // The same departure again changes nothing.
    return household.formerMembers.some(({ id, left }) => id === memberId && left.move?.id === departure.move?.id)
      ? household
      : 'households.memberUnknown';
  const isLast = household.members.length === 1;
  if (household.headMemberId === memberId && !isLast) return 'households.headLeaves';
  const left = { ...departure, at: deed.at, by: deed.by };
  const former: FormerMember = { ...(departure.move ? member : withoutBinding(member)), left };
  return changed(
    household,
    {
      members: household.members.filter(({ id }) => id !== memberId),
      formerMembers: [...household.formerMembers, former],
      state: isLast ? 'dissolved' : household.state,
    },
    deed,
    { what: 'left', memberId, ...(member.binding && { personId: member.binding.personId }) },
  );
}

/** Where a move may go from under way; from anywhere else it goes nowhere. */
const MOVE_ENDS: readonly MoveState[] = ['arrived', 'returned', 'ended'];

/** Who is under way by this move; one who came back may have set out again under the same key. */
export function movingUnder({ formerMembers }: Household, moveId: string): FormerMember | undefined {
  return formerMembers.find(({ left: { move } }) => move?.id === moveId && move.state === 'underway');
}

/** A move that was under way has ended so. Null when it is not under way: somebody else has settled it. */
export function settleMove(household: Household, moveId: string, state: MoveState, deed: Deed): Household | null {
  const former = movingUnder(household, moveId);
  if (!former || !MOVE_ENDS.includes(state)) return null;
  const { left, ...member } = former;
  const formerMembers = household.formerMembers.map((one) =>
    one === former ? { ...withoutBinding(member), left: { ...left, move: { ...(left.move as Move), state } } } : one,
  );
  if (state !== 'returned')
    // The account has gone along, or is free.
    return { ...household, formerMembers, revision: household.revision + 1 };
  const isAlone = household.members.length === 0;
  return changed(
    household,
    {
      formerMembers,
      members: [...household.members, isAlone ? { ...member, relation: 'head' } : member],
      headMemberId: isAlone ? member.id : household.headMemberId,
      state: 'active',
    },
    deed,
    { what: 'returned', memberId: member.id },
  );
}

/** A new card; the code of the old one opens nothing any more. */
export function renewCard(household: Household, card: Card, deed: Deed): Outcome {
  if (household.state !== 'active') return 'households.dissolved';
  return changed(household, { card }, deed, { what: 'cardRenewed' });
}
