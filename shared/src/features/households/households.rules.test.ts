import type { Household, Member, Move } from './household';
import {
  addMember,
  bindMember,
  changeHead,
  correctMember,
  correctSite,
  isNameOf,
  letMemberLeave,
  MEMBERS_LIMIT,
  memberBoundTo,
  memberOf,
  movingUnder,
  type Outcome,
  renewCard,
  settleMove,
  takeIn,
  unbindMember,
} from './households.rules';

const AT = new Date('2026-03-01T02:00:00Z');
const LATER = new Date('2026-03-02T02:00:00Z');
const DEED = { by: 'cadre', at: LATER };

const member = (id: string, fields: Partial<Member> = {}): Member => ({
  id,
  name: `人${id}`,
  relation: 'otherRelative',
  residence: 'home',
  ...fields,
});
const HEAD = member('h', { relation: 'head', gender: 'male' });
const WIFE = member('w', { relation: 'spouse', gender: 'female', binding: { personId: 'p-w', at: AT, how: 'card' } });
const { id: _id, binding: _binding, ...WIFE_FIELDS } = WIFE;
const HOUSEHOLD: Household = {
  id: 'one',
  villageId: 'zhaying',
  groupId: 'zhaying-3',
  regionPath: ['youyang', 'banxi', 'zhaying', 'zhaying-3'],
  number: '031',
  door: '茶园坡 3 号',
  headMemberId: 'h',
  members: [HEAD, WIFE],
  formerMembers: [],
  history: [{ at: AT, by: 'cadre', what: 'registered' }],
  card: { sealed: 's', index: 'i', issuedAt: AT, issuedBy: 'cadre' },
  state: 'active',
  revision: 4,
};
const DISSOLVED: Household = { ...HOUSEHOLD, state: 'dissolved' };
const binding = (personId: string) => ({ personId, at: LATER, how: 'card' as const });

/** The outcome as a household; fails where it is a refusal. */
function done(outcome: Outcome): Household {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

test.each<[string, Outcome, Outcome]>([
  ['bind nobody', bindMember(HOUSEHOLD, 'x', binding('p'), 'p'), 'households.memberUnknown'],
  ['bind a member who is bound', bindMember(HOUSEHOLD, 'w', binding('p'), 'p'), 'households.memberTaken'],
  ['bind a second member', bindMember(HOUSEHOLD, 'h', binding('p-w'), 'p-w'), 'households.boundElsewhere'],
  ['bind the same again', bindMember(HOUSEHOLD, 'w', binding('p-w'), 'p-w'), HOUSEHOLD],
  ['bind in a household that ended', bindMember(DISSOLVED, 'h', binding('p'), 'p'), 'households.dissolved'],
  ['unbind who is not bound', unbindMember(HOUSEHOLD, 'h', DEED), 'households.notBound'],
  ['unbind nobody', unbindMember(HOUSEHOLD, 'x', DEED), 'households.memberUnknown'],
  ['the head becomes head', changeHead(HOUSEHOLD, 'h', DEED), HOUSEHOLD],
  ['nobody becomes head', changeHead(HOUSEHOLD, 'x', DEED), 'households.memberUnknown'],
  ['a head of what ended', changeHead(DISSOLVED, 'w', DEED), 'households.dissolved'],
  ['a second head joins', addMember(HOUSEHOLD, member('n', { relation: 'head' }), DEED), 'households.relationWrong'],
  ['the same joins again', addMember(HOUSEHOLD, WIFE, DEED), HOUSEHOLD],
  ['joining what ended', addMember(DISSOLVED, member('n'), DEED), 'households.dissolved'],
  [
    'one more than a house holds',
    addMember(
      { ...HOUSEHOLD, members: Array.from({ length: MEMBERS_LIMIT }, (_, i) => member(`${i}`)) },
      member('n'),
      DEED,
    ),
    'households.full',
  ],
  ['arrive as a second head', takeIn(HOUSEHOLD, HEAD, 'm', DEED), 'households.relationWrong'],
  [
    'correct what is right already',
    correctMember(HOUSEHOLD, 'w', { ...WIFE_FIELDS, relation: 'spouse' }, DEED),
    HOUSEHOLD,
  ],
  ['correct nobody', correctMember(HOUSEHOLD, 'x', HEAD, DEED), 'households.memberUnknown'],
  ['correct somebody into a head', correctMember(HOUSEHOLD, 'w', HEAD, DEED), 'households.relationWrong'],
  ['correct the head into none', correctMember(HOUSEHOLD, 'h', WIFE, DEED), 'households.relationWrong'],
  [
    'the head leaves first',
    letMemberLeave(HOUSEHOLD, 'h', { reason: 'died', on: '2026-03-01' }, DEED),
    'households.headLeaves',
  ],
  [
    'nobody leaves',
    letMemberLeave(HOUSEHOLD, 'x', { reason: 'died', on: '2026-03-01' }, DEED),
    'households.memberUnknown',
  ],
  ['a card for what ended', renewCard(DISSOLVED, HOUSEHOLD.card, DEED), 'households.dissolved'],
])('%s', (_what, outcome, expected) => expect(outcome).toEqual(expected));

test('binding adds the account, a line of history and a revision, and nothing else', () => {
  const bound = done(bindMember(HOUSEHOLD, 'h', binding('p-h'), 'p-h'));
  expect(bound).toEqual({
    ...HOUSEHOLD,
    members: [{ ...HEAD, binding: { personId: 'p-h', at: LATER, how: 'card' } }, WIFE],
    history: [...HOUSEHOLD.history, { at: LATER, by: 'p-h', what: 'bound', memberId: 'h', personId: 'p-h' }],
    revision: 5,
  });
  expect(memberBoundTo(bound, 'p-h')?.id).toBe('h');
});

test('unbinding says whose account it was, and why', () => {
  const unbound = done(unbindMember(HOUSEHOLD, 'w', { ...DEED, words: '换了手机' }));
  expect(memberOf(unbound, 'w')).toEqual({
    id: 'w',
    name: '人w',
    relation: 'spouse',
    gender: 'female',
    residence: 'home',
  });
  expect(unbound.history.at(-1)).toEqual({
    at: LATER,
    by: 'cadre',
    what: 'unbound',
    memberId: 'w',
    personId: 'p-w',
    words: '换了手机',
  });
});

test('a new head: relations are said anew, accounts stay', () => {
  const led = done(changeHead(HOUSEHOLD, 'w', DEED));
  expect(led.headMemberId).toBe('w');
  expect(led.members.map(({ id, relation, binding: bound }) => [id, relation, bound?.personId])).toEqual([
    ['h', 'spouse', undefined],
    ['w', 'head', 'p-w'],
  ]);
});

test('a correction replaces what is registered and keeps the account', () => {
  const corrected = done(
    correctMember(HOUSEHOLD, 'w', { name: '田桂兰', relation: 'spouse', residence: 'away' }, DEED),
  );
  expect(memberOf(corrected, 'w')).toEqual({
    id: 'w',
    name: '田桂兰',
    relation: 'spouse',
    residence: 'away',
    binding: WIFE.binding,
  });
});

test('who leaves is kept among the former, without the account', () => {
  const without = done(letMemberLeave(HOUSEHOLD, 'w', { reason: 'died', on: '2026-02-28' }, DEED));
  expect(without.members).toEqual([HEAD]);
  expect(without.formerMembers).toEqual([
    {
      id: 'w',
      name: '人w',
      relation: 'spouse',
      gender: 'female',
      residence: 'home',
      left: { reason: 'died', on: '2026-02-28', at: LATER, by: 'cadre' },
    },
  ]);
  expect(without.state).toBe('active');
});

test('with the last member the household ends', () => {
  const ended = done(
    letMemberLeave({ ...HOUSEHOLD, members: [HEAD] }, 'h', { reason: 'movedOut', on: '2026-03-01' }, DEED),
  );
  expect([ended.state, ended.members]).toEqual(['dissolved', []]);
});

test.each([
  ['人w', true],
  ['人 w', true],
  ['人ｗ', true],
  ['人', false],
  ['', false],
])('%p is the name of 人w: %s', (name, is) => expect(isNameOf(WIFE, name)).toBe(is));

describe('number and place', () => {
  const site = {
    groupId: 'zhaying-4',
    regionPath: ['youyang', 'banxi', 'zhaying', 'zhaying-4'],
    number: '044',
    door: '新屋 2 号',
  };
  const there = { ...HOUSEHOLD, courtyardId: 'zhaying-3-1' };

  test('are put right at once, the courtyard among them, with a line in the history', () => {
    const corrected = done(correctSite(there, site, DEED));
    const { courtyardId: _before, ...rest } = there;
    expect(corrected).toEqual({
      ...rest,
      ...site,
      revision: 5,
      history: [...there.history, { at: LATER, by: 'cadre', what: 'corrected' }],
    });
  });

  test.each<[string, Outcome, Outcome]>([
    ['the same again is no change', correctSite(there, { ...there }, DEED), there],
    ['of a house that has ended', correctSite(DISSOLVED, site, DEED), 'households.dissolved'],
  ])('%s', (_what, outcome, expected) => expect(outcome).toBe(expected));
});

describe('a move', () => {
  const move: Move = { id: 'm', toHouseholdId: 'two', relation: 'otherRelative', state: 'underway' };
  const departure = { reason: 'moved' as const, on: '2026-03-01', move };
  const left = done(letMemberLeave(HOUSEHOLD, 'w', departure, DEED));

  test('takes the account along, and asked again is the same', () => {
    expect(left.formerMembers[0]?.binding).toEqual(WIFE.binding);
    expect(letMemberLeave(left, 'w', departure, DEED)).toBe(left);
  });

  test.each(['arrived', 'ended'] as const)(
    '%s: the old household keeps no account, and it is settled once',
    (state) => {
      const settled = settleMove(left, 'm', state, DEED) as Household;
      expect(settled.formerMembers[0]?.binding).toBeUndefined();
      expect(settled.formerMembers[0]?.left.move?.state).toBe(state);
      expect(settled.revision).toBe(left.revision + 1);
      expect(settleMove(settled, 'm', 'returned', DEED)).toBeNull();
    },
  );

  test('returned: she is back as she was', () => {
    const returned = settleMove(left, 'm', 'returned', DEED) as Household;
    expect(memberOf(returned, 'w')).toEqual(WIFE);
    expect(returned.history.at(-1)?.what).toBe('returned');
  });

  test('returned to a house that had ended with it: it goes on, under its old head', () => {
    const alone = { ...HOUSEHOLD, members: [HEAD] };
    const gone = done(letMemberLeave(alone, 'h', departure, DEED));
    const back = settleMove(gone, 'm', 'returned', DEED) as Household;
    expect([back.state, back.headMemberId, back.members]).toEqual(['active', 'h', [HEAD]]);
  });

  test('who arrives is of the house once, also when they have gone on since', () => {
    const target = { ...HOUSEHOLD, id: 'two', members: [HEAD] };
    const arrived = done(takeIn(target, member('n'), 'm', DEED));
    expect(arrived.members).toEqual([HEAD, member('n')]);
    expect(arrived.history.at(-1)).toEqual({ at: LATER, by: 'cadre', what: 'joined', memberId: 'n', moveId: 'm' });
    expect(takeIn(arrived, member('n'), 'm', DEED)).toBe(arrived);
    const gone = done(letMemberLeave(arrived, 'n', { reason: 'died', on: '2026-03-01' }, DEED));
    expect(takeIn(gone, member('n'), 'm', DEED)).toBe(gone);
  });

  test('who came back and sets out again under the same key is under way again, and settled by that', () => {
    const returned = settleMove(left, 'm', 'returned', DEED) as Household;
    expect(movingUnder(returned, 'm')).toBeUndefined();
    const again = done(letMemberLeave(returned, 'w', departure, DEED));
    expect(movingUnder(again, 'm')?.id).toBe('w');
    const settled = settleMove(again, 'm', 'arrived', DEED) as Household;
    expect(settled.formerMembers.map((one) => one.left.move?.state)).toEqual(['returned', 'arrived']);
  });

  test('nothing else settles it: an unknown move, or back to under way', () => {
    expect(settleMove(left, 'other', 'arrived', DEED)).toBeNull();
    expect(settleMove(left, 'm', 'underway', DEED)).toBeNull();
  });
});
