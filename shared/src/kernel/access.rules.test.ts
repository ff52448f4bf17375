import { type Grant, ROLES, type Role } from './access';
import { GRANTING_ROLES, holdsRole, holdsRoleWithin, mayGrant } from './access.rules';

const NOW = 1_000;
const grant = (role: Role, regionId: string, endsAtMs = NOW): Grant => ({ role, regionId, endsAtMs });
const ZHAYING = ['youyang', 'banxi', 'zhaying'];
const GROUP_3 = [...ZHAYING, 'zhaying-3'];

describe('holdsRoleWithin', () => {
  test.each<[string, Grant[], Role[], string[], boolean]>([
    ['in the very region', [grant('cadre', 'zhaying')], ['cadre'], ZHAYING, true],
    ['in a region above', [grant('townOffice', 'banxi')], ['townOffice'], GROUP_3, true],
    ['in a region below', [grant('groupLeader', 'zhaying-3')], ['groupLeader'], ZHAYING, false],
    ['in a region beside', [grant('cadre', 'hongxi')], ['cadre'], ZHAYING, false],
    ['another role', [grant('gridMember', 'zhaying')], ['cadre'], ZHAYING, false],
    ['one of several roles', [grant('gridMember', 'zhaying')], ['cadre', 'gridMember'], ZHAYING, true],
    ['on the last millisecond of the term', [grant('cadre', 'zhaying', NOW)], ['cadre'], ZHAYING, true],
    ['a millisecond after the term', [grant('cadre', 'zhaying', NOW - 1)], ['cadre'], ZHAYING, false],
    [
      'role from one grant, place from another',
      [grant('cadre', 'hongxi'), grant('gridMember', 'zhaying')],
      ['cadre'],
      ZHAYING,
      false,
    ],
    ['no grants', [], ['cadre'], ZHAYING, false],
  ])('%s', (_what, grants, roles, path, holds) => expect(holdsRoleWithin(grants, roles, path, NOW)).toBe(holds));
});

test('holdsRole asks for no place, and still for the term', () => {
  expect(holdsRole([grant('cadre', 'hongxi')], ['cadre'], NOW)).toBe(true);
  expect(holdsRole([grant('cadre', 'hongxi', NOW - 1)], ['cadre'], NOW)).toBe(false);
});

describe('mayGrant', () => {
  test.each<[Role, Role, boolean]>([
    ['countyAdministrator', 'townOffice', true],
    ['countyAdministrator', 'countyAdministrator', false],
    ['townOffice', 'cadre', true],
    ['townOffice', 'legalAdviser', true],
    ['townOffice', 'townOffice', false],
    ['townOffice', 'countyAdministrator', false],
    ['cadre', 'gridMember', true],
    ['cadre', 'cadre', false],
    ['cadre', 'legalAdviser', false],
    ['gridMember', 'courtyardHead', false],
  ])('%s hands out %s: %s', (own, role, may) => expect(mayGrant([grant(own, 'banxi')], role, ZHAYING, NOW)).toBe(may));

  test('only within one’s own region', () => {
    expect(mayGrant([grant('cadre', 'hongxi')], 'gridMember', ZHAYING, NOW)).toBe(false);
  });

  test('no chain of grants leads back to where it began', () => {
    const reachable = (role: Role, seen = new Set<Role>()): Set<Role> => {
      for (const next of ROLES.filter((other) => mayGrant([grant(role, 'banxi')], other, ZHAYING, NOW)))
        if (!seen.has(next)) reachable(next, seen.add(next));
      return seen;
    };
    for (const role of GRANTING_ROLES) expect(reachable(role).has(role)).toBe(false);
  });
});
