import { ROLES, type Role } from '../../kernel/access';
import type { RegionKind } from '../regions/regions.contract';
import { isHeldBelow, isHeldIn, lastDayOfTerm, usualYears } from './offices.rules';

const KINDS: readonly RegionKind[] = ['county', 'township', 'village', 'group', 'courtyard'];

test.each<[Role, RegionKind[], RegionKind[]]>([
  ['volunteerLeader', ['township', 'village'], ['county', 'township']],
  ['courtyardHead', ['courtyard'], ['county', 'township', 'village', 'group']],
  ['groupLeader', ['group'], ['county', 'township', 'village']],
  ['gridMember', ['village', 'group', 'courtyard'], ['county', 'township', 'village', 'group']],
  ['cadre', ['village'], ['county', 'township']],
  ['townOffice', ['township'], ['county']],
  ['countyAdministrator', ['county'], []],
])('%s is held in %j, and below %j', (role, held, above) => {
  expect(KINDS.filter((kind) => isHeldIn(role, kind))).toEqual(held);
  expect(KINDS.filter((kind) => isHeldBelow(role, kind))).toEqual(above);
});

test('who is elected serves five years, who is appointed one', () => {
  expect(ROLES.filter((role) => usualYears(role) === 5)).toEqual(['groupLeader', 'cadre', 'panelMember']);
  expect(new Set(ROLES.map(usualYears))).toEqual(new Set([1, 5]));
});

test.each([
  ['2026-11-24', 5, '2031-11-23'],
  ['2026-01-01', 1, '2026-12-31'],
  ['2028-02-29', 1, '2029-02-28'],
  ['2027-03-01', 1, '2028-02-29'],
  ['2028-03-01', 5, '2033-02-28'],
])('a term from %s of %d years ends on %s', (from, years, last) => expect(lastDayOfTerm(from, years)).toBe(last));
