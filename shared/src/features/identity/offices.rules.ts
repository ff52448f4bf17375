/** Where an office is held, and for how long it is given by default. */
import type { Role } from '../../kernel/access';
import type { LocalDate } from '../../kernel/time';
import type { RegionKind } from '../regions/regions.contract';

const HELD_IN: Readonly<Record<Role, readonly RegionKind[]>> = {
  volunteerLeader: ['township', 'village'],
  courtyardHead: ['courtyard'],
  groupLeader: ['group'],
  gridMember: ['village', 'group', 'courtyard'],
  cadre: ['village'],
  panelMember: ['village'],
  legalAdviser: ['township', 'village'],
  officer: ['township', 'village'],
  peaceStaff: ['township', 'village'],
  townOffice: ['township'],
  countyAdministrator: ['county'],
};

/** True when the office is one of such a place: a group has a leader, a village has none of that name. */
export function isHeldIn(role: Role, kind: RegionKind): boolean {
  return HELD_IN[role].includes(kind);
}

const DEPTH: readonly RegionKind[] = ['county', 'township', 'village', 'group', 'courtyard'];

/** True when the office is one of some place below a place of this kind. */
export function isHeldBelow(role: Role, kind: RegionKind): boolean {
  return HELD_IN[role].some((held) => DEPTH.indexOf(held) > DEPTH.indexOf(kind));
}

/** Offices that the villagers elect, for five years (村民委员会组织法 art. 11 and 32). */
const ELECTED: readonly Role[] = ['cadre', 'groupLeader', 'panelMember'];
const ELECTED_YEARS = 5;
/** Who is appointed is thought about again each year. */
const APPOINTED_YEARS = 1;

/** How many years an office is given for when nobody says otherwise. */
export function usualYears(role: Role): number {
  return ELECTED.includes(role) ? ELECTED_YEARS : APPOINTED_YEARS;
}

/** The last day of a term of whole years that begins on `from`: the day before its anniversary. */
export function lastDayOfTerm(from: LocalDate, years: number): LocalDate {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  // Day 0 of a month is the last of the one before; 29 February has its anniversary on 1 March.
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}
