import type { Grant } from '../../kernel/access';
import type { Household, Member } from '../households/household';
import {
  type ActRefusal,
  actRefusal,
  type Consent,
  type Delegation,
  isRunning,
  maySee,
  type StartRefusal,
  startRefusal,
  whoHears,
} from './delegations.rules';

const AT = new Date('2026-03-01T02:00:00Z');
const NOW = { ms: AT.getTime(), today: '2026-03-01' };

const bound = (personId: string) => ({ personId, at: AT, how: 'card' as const });
const GRANDMOTHER: Member = { id: 'old', name: '冉桂兰', relation: 'mother', residence: 'home' };
const SON: Member = { id: 'son', name: '田大勇', relation: 'head', residence: 'home', binding: bound('p-son') };
const WIFE: Member = { id: 'wife', name: '彭秀英', relation: 'spouse', residence: 'away', binding: bound('p-wife') };
const GIRL: Member = {
  id: 'girl',
  name: '田小雨',
  relation: 'daughter',
  residence: 'home',
  birthDate: '2008-03-01',
  binding: bound('p-girl'),
};
const HOUSEHOLD: Household = {
  id: 'one',
  villageId: 'zhaying',
  groupId: 'zhaying-3',
  regionPath: ['youyang', 'banxi', 'zhaying', 'zhaying-3'],
  number: '031',
  door: '',
  headMemberId: 'son',
  members: [GRANDMOTHER, SON, WIFE, GIRL],
  formerMembers: [],
  history: [],
  card: { sealed: 's', index: 'i', issuedAt: AT, issuedBy: 'cadre' },
  state: 'active',
  revision: 1,
};
const SPOKEN: Consent = { way: 'spoken', words: '她说手机不会用，请我替她办', on: '2026-03-01', photoIds: [] };
const family = (personId: string) => ({ personId, kind: 'family' as const });
const OFFICE = { personId: 'p-grid', kind: 'office' as const };

describe('who may begin', () => {
  test.each<[string, Parameters<typeof startRefusal>, StartRefusal | null]>([
    ['the son for his mother', [HOUSEHOLD, 'old', family('p-son'), SPOKEN, NOW.today], null],
    ['the grid member for her', [HOUSEHOLD, 'old', OFFICE, SPOKEN, NOW.today], null],
    ['a stranger as family', [HOUSEHOLD, 'old', family('p-x'), SPOKEN, NOW.today], 'households.notMine'],
    ['for nobody', [HOUSEHOLD, 'x', OFFICE, SPOKEN, NOW.today], 'households.memberUnknown'],
    ['for oneself', [HOUSEHOLD, 'son', family('p-son'), SPOKEN, NOW.today], 'delegations.forSelf'],
    ['for one with a phone', [HOUSEHOLD, 'wife', family('p-son'), SPOKEN, NOW.today], 'delegations.memberHasPhone'],
    ['the office for one with a phone', [HOUSEHOLD, 'wife', OFFICE, SPOKEN, NOW.today], 'delegations.memberHasPhone'],
    [
      'a girl on her eighteenth birthday, which still counts as seventeen',
      [HOUSEHOLD, 'old', family('p-girl'), SPOKEN, NOW.today],
      'delegations.agentMinor',
    ],
    ['the girl a day later', [HOUSEHOLD, 'old', family('p-girl'), SPOKEN, '2026-03-02'], null],
    [
      'in a household that ended',
      [{ ...HOUSEHOLD, state: 'dissolved' }, 'old', OFFICE, SPOKEN, NOW.today],
      'households.dissolved',
    ],
    [
      'on paper without the paper',
      [HOUSEHOLD, 'old', OFFICE, { ...SPOKEN, way: 'paper' }, NOW.today],
      'delegations.paperMissing',
    ],
    ['on paper', [HOUSEHOLD, 'old', OFFICE, { ...SPOKEN, way: 'paper', photoIds: ['f'] }, NOW.today], null],
    ['agreed thirty days ago', [HOUSEHOLD, 'old', OFFICE, { ...SPOKEN, on: '2026-01-30' }, NOW.today], null],
    ['agreed earlier', [HOUSEHOLD, 'old', OFFICE, { ...SPOKEN, on: '2026-01-29' }, NOW.today], 'delegations.dayWrong'],
    ['agreed tomorrow', [HOUSEHOLD, 'old', OFFICE, { ...SPOKEN, on: '2026-03-02' }, NOW.today], 'delegations.dayWrong'],
  ])('%s', (_what, args, expected) => expect(startRefusal(...args)).toBe(expected));
});

const DELEGATION: Delegation = {
  id: 'd',
  kind: 'family',
  householdId: 'one',
  villagePath: ['youyang', 'banxi', 'zhaying'],
  memberId: 'old',
  agentId: 'p-son',
  consent: SPOKEN,
  startedAt: AT,
  endsOn: '2027-03-01',
  ended: null,
};
const OFFICIAL: Delegation = { ...DELEGATION, kind: 'office', agentId: 'p-grid' };
const STOPPED: Delegation = { ...DELEGATION, ended: { at: AT, by: 'p-wife', words: '她自己来办' } };
const GRID: Grant = { role: 'gridMember', regionId: 'zhaying', endsAtMs: NOW.ms };
const son = { personId: 'p-son', grants: [] };
const grid = (grants: Grant[]) => ({ personId: 'p-grid', grants });
function herPhone(): Household {
  return { ...HOUSEHOLD, members: [{ ...GRANDMOTHER, binding: bound('p-old') }, SON] };
}
const without = (memberId: string) => ({
  ...HOUSEHOLD,
  members: HOUSEHOLD.members.filter(({ id }) => id !== memberId),
});

describe('who may act', () => {
  test.each<[string, Parameters<typeof actRefusal>, ActRefusal | null]>([
    ['the son', [DELEGATION, HOUSEHOLD, son, NOW], null],
    ['somebody else', [DELEGATION, HOUSEHOLD, { ...son, personId: 'p-wife' }, NOW], 'delegations.notYours'],
    ['once it is stopped', [STOPPED, HOUSEHOLD, son, NOW], 'delegations.ended'],
    ['on its last day', [DELEGATION, HOUSEHOLD, son, { ...NOW, today: '2027-03-01' }], null],
    ['a day later', [DELEGATION, HOUSEHOLD, son, { ...NOW, today: '2027-03-02' }], 'delegations.ended'],
    ['when she has left the household', [DELEGATION, without('old'), son, NOW], 'delegations.ended'],
    ['when he has left it', [DELEGATION, without('son'), son, NOW], 'delegations.ended'],
    ['the grid member', [OFFICIAL, HOUSEHOLD, grid([GRID]), NOW], null],
    ['her term over', [OFFICIAL, HOUSEHOLD, grid([GRID]), { ...NOW, ms: NOW.ms + 1 }], 'delegations.officeOver'],
    [
      'now at another place',
      [OFFICIAL, HOUSEHOLD, grid([{ ...GRID, regionId: 'hongxi' }]), NOW],
      'delegations.officeOver',
    ],
    [
      'in an office that helps nobody',
      [OFFICIAL, HOUSEHOLD, grid([{ ...GRID, role: 'panelMember' }]), NOW],
      'delegations.officeOver',
    ],
  ])('%s', (_what, args, expected) => expect(actRefusal(...args)).toBe(expected));
});

test.each<[string, Delegation, Household, string, boolean]>([
  ['fresh', DELEGATION, HOUSEHOLD, '2026-03-01', true],
  ['stopped', STOPPED, HOUSEHOLD, '2026-03-01', false],
  ['over', DELEGATION, HOUSEHOLD, '2027-03-02', false],
  ['since she has a phone', DELEGATION, herPhone(), '2026-03-01', false],
])('%s: runs %s', (_what, delegation, household, today, runs) =>
  expect(isRunning(delegation, household, today)).toBe(runs),
);

test.each<[string, Delegation, Parameters<typeof maySee>[2], boolean]>([
  ['the agent', DELEGATION, son, true],
  ['another of the family', DELEGATION, { personId: 'p-wife', grants: [] }, true],
  ['whoever works there', DELEGATION, grid([GRID]), true],
  ['a stranger', DELEGATION, { personId: 'p-x', grants: [] }, false],
  ['whoever works elsewhere', DELEGATION, grid([{ ...GRID, regionId: 'hongxi' }]), false],
])('%s: see and stop it', (_what, delegation, actor, may) =>
  expect(maySee(delegation, HOUSEHOLD, actor, NOW.ms)).toBe(may),
);

test.each<[string, Delegation, string, string[]]>([
  ['the son began: his wife and the girl hear', DELEGATION, 'p-son', ['p-wife', 'p-girl']],
  ['the grid member began: the whole family', OFFICIAL, 'p-grid', ['p-son', 'p-wife', 'p-girl']],
  ['his wife stopped the grid member', OFFICIAL, 'p-wife', ['p-son', 'p-girl', 'p-grid']],
  ['the cadre stopped the son, who is told once', DELEGATION, 'p-cadre', ['p-son', 'p-wife', 'p-girl']],
])('%s', (_what, delegation, by, heard) => expect(whoHears(delegation, HOUSEHOLD, by)).toEqual(heard));
