/**
 * 代办: somebody acts for a villager who has no phone of their own. It rests on a consent that was given and written down
 * (民法典 art. 165: who, for what, how long), lasts a year at most, and can be stopped by many.
 */
import type { Grant } from '../../kernel/access';
import { holdsRoleWithin } from '../../kernel/access.rules';
import { daysBetween, type LocalDate } from '../../kernel/time';
import { HELPING_ROLES, HOUSEHOLD_STAFF, type Household, type Member } from '../households/household';
import { memberBoundTo, memberOf } from '../households/households.rules';
import { FULL_AGE, isUnder } from '../privacy/age.rules';

/** A year later somebody asks again whether it is still wanted. */
export const DELEGATION_DAYS = 365;
/** A consent may be written down some days after it was given: at the office, after a walk through the courtyards. */
export const CONSENT_OLDEST_DAYS = 30;

/** How the villager said yes. */
export const CONSENT_WAYS = {
  spoken: '当面口头同意',
  phoneCall: '电话里同意',
  paper: '在纸上签了字或按了手印',
} as const;
export type ConsentWay = keyof typeof CONSENT_WAYS;

export interface Consent {
  readonly way: ConsentWay;
  /** What was agreed, as the person said it. */
  readonly words: string;
  readonly on: LocalDate;
  /** The signed paper. */
  readonly photoIds: readonly string[];
}

/** Why somebody may act: of the family, or as part of an office. */
export type DelegationKind = 'family' | 'office';

export interface Delegation {
  readonly id: string;
  readonly kind: DelegationKind;
  readonly householdId: string;
  /** From the county down to the village, which a household never leaves. */
  readonly villagePath: readonly string[];
  /** For whom. */
  readonly memberId: string;
  /** The account that acts. */
  readonly agentId: string;
  readonly consent: Consent;
  readonly startedAt: Date;
  /** The last day. */
  readonly endsOn: LocalDate;
  readonly ended: Ended | null;
}

/** Who stopped it, and why. */
export interface Ended {
  readonly at: Date;
  readonly by: string;
  readonly words: string;
}

export type StartRefusal =
  | 'households.memberUnknown'
  | 'households.dissolved'
  | 'households.notMine'
  | 'delegations.forSelf'
  | 'delegations.memberHasPhone'
  | 'delegations.agentMinor'
  | 'delegations.paperMissing'
  | 'delegations.dayWrong';

/** Why this account may not begin to act for the member; null when it may. */
export function startRefusal(
  household: Household,
  memberId: string,
  agent: { readonly personId: string; readonly kind: DelegationKind },
  consent: Consent,
  today: LocalDate,
): StartRefusal | null {
  if (household.state !== 'active') return 'households.dissolved';
  const member = memberOf(household, memberId);
  if (!member) return 'households.memberUnknown';
  const self = memberBoundTo(household, agent.personId);
  if (agent.kind === 'family' && !self) return 'households.notMine';
  if (member === self) return 'delegations.forSelf';
  // Whoever has bound an account acts for themselves; a second hand on their affairs would be a stranger's.
  if (member.binding) return 'delegations.memberHasPhone';
  if (agent.kind === 'family' && isMinor(self, today)) return 'delegations.agentMinor';
  const age = daysBetween(consent.on, today);
  if (age < 0 || age > CONSENT_OLDEST_DAYS) return 'delegations.dayWrong';
  if (consent.way === 'paper' && consent.photoIds.length === 0) return 'delegations.paperMissing';
  return null;
}

/** Only who is of age acts for another (民法典 art. 17 and 18). An unknown day of birth is an old entry of the register, not a child's. */
function isMinor(member: Member | undefined, today: LocalDate): boolean {
  return member?.birthDate !== undefined && isUnder(member.birthDate, FULL_AGE, today);
}

/** True until it was stopped, its year is over, the member has an account of their own, or is no longer of the household. */
export function isRunning({ ended, endsOn, memberId }: Delegation, household: Household, today: LocalDate): boolean {
  const member = memberOf(household, memberId);
  return ended === null && today <= endsOn && member !== undefined && member.binding === undefined;
}

export type ActRefusal = 'delegations.notYours' | 'delegations.ended' | 'delegations.officeOver';

/** Why this account may not act now; null when it may. An office acts only as long as it is held, there. */
export function actRefusal(
  delegation: Delegation,
  household: Household,
  actor: { readonly personId: string; readonly grants: readonly Grant[] },
  now: { readonly ms: number; readonly today: LocalDate },
): ActRefusal | null {
  if (delegation.agentId !== actor.personId) return 'delegations.notYours';
  if (!isRunning(delegation, household, now.today)) return 'delegations.ended';
  if (delegation.kind === 'office')
    return holdsRoleWithin(actor.grants, HELPING_ROLES, household.regionPath, now.ms) ? null : 'delegations.officeOver';
  return memberBoundTo(household, actor.personId) ? null : 'delegations.ended';
}

/** Whether somebody may look at a delegation and stop it: the villager, the family, the agent, and whoever works there. */
export function maySee(
  delegation: Delegation,
  household: Household,
  actor: { readonly personId: string; readonly grants: readonly Grant[] },
  nowMs: number,
): boolean {
  if (delegation.agentId === actor.personId) return true;
  return (
    memberBoundTo(household, actor.personId) !== undefined ||
    holdsRoleWithin(actor.grants, HOUSEHOLD_STAFF, household.regionPath, nowMs)
  );
}

/** Who is told when it begins and when it is stopped: everybody of the household with an account, and whoever acts. */
export function whoHears({ agentId }: Delegation, household: Household, by: string): readonly string[] {
  const family = household.members.flatMap(({ binding }) => (binding ? [binding.personId] : []));
  return [...new Set([...family, agentId])].filter((personId) => personId !== by);
}
