import {
  answerDueOn,
  CLAIM_MOVE_NAMES,
  CLAIM_MOVES,
  CLAIM_STATES,
  type ClaimMover,
  type Contested,
  claimMoveFrom,
  daysLeft,
  deciderRefusal,
  doneOnRefusal,
  type EntryKind,
  honourOf,
  isPublicityOver,
  publicUntil,
} from './points.rules';

const MOVERS: ClaimMover[] = ['household', 'groupReviewer', 'panel', 'handler', 'clock'];

test('every allowed move, and no other', () => {
  const allowed = CLAIM_MOVE_NAMES.flatMap((move) =>
    CLAIM_STATES.flatMap((from) =>
      MOVERS.flatMap((mover) => {
        const to = claimMoveFrom(from, move, mover);
        return to === null ? [] : [`${from} ${move} ${mover} ${to}`];
      }),
    ),
  );
  expect(allowed).toEqual([
    'group passGroup groupReviewer panel',
    'panel passPanel panel publicity',
    'group refuse groupReviewer refused',
    'group refuse panel refused',
    'panel refuse groupReviewer refused',
    'panel refuse panel refused',
    'group withdraw household withdrawn',
    'panel withdraw household withdrawn',
    'publicity withdraw household withdrawn',
    'publicity cancel handler withdrawn',
    'publicity amend handler publicity',
    'publicity begin clock crediting',
    'crediting credit clock credited',
    'crediting overCap clock refused',
    'credited correct handler reversing',
    'reversing reverse clock reversed',
    'reversing replace clock credited',
  ]);
});

test('whatever has ended never moves again, except by a correction', () => {
  const ends = CLAIM_STATES.filter((state) => !Object.values(CLAIM_MOVES).some(({ from }) => from.includes(state)));
  expect(ends).toEqual(['reversed', 'refused', 'withdrawn']);
});

test('fifteen days are shown, the last one whole', () => {
  const until = publicUntil('2026-11-24', 15);
  expect(until).toBe('2026-12-09');
  expect([daysLeft(until, '2026-11-24'), daysLeft(until, '2026-12-09'), daysLeft(until, '2026-12-10')]).toEqual([
    15, 0, 0,
  ]);
  expect([isPublicityOver(until, '2026-12-09'), isPublicityOver(until, '2026-12-10')]).toEqual([false, true]);
  expect(answerDueOn('2026-12-30')).toBe('2027-01-02');
});

test.each([
  ['2026-11-24', null],
  ['2026-11-25', 'points.doneOnWrong'],
  ['2026-08-26', null],
  ['2026-08-25', 'points.doneOnWrong'],
])('done on %s: %s', (doneOn, refusal) => expect(doneOnRefusal(doneOn, '2026-01-01', '2026-11-24')).toBe(refusal));

test('what was done before the cycle began is closed', () =>
  expect(doneOnRefusal('2026-12-31', '2027-01-10', '2027-01-12')).toBe('points.cycleClosed'));

const CLAIM: Contested = {
  householdId: 'h1',
  relatedHouseholdIds: ['h2'],
  proposedBy: 'grid',
  reviews: [{ by: 'leader', householdId: 'h3' }],
};

test.each([
  ['a stranger', 'panel', 'h4', null],
  ['nobody’s household', 'town', '', null],
  ['unbound', 'panel', null, 'points.deciderUnbound'],
  ['the household itself', 'son', 'h1', 'points.ownHousehold'],
  ['a relative', 'aunt', 'h2', 'points.relatives'],
  ['whoever asked', 'grid', 'h5', 'points.ownProposal'],
  ['the first reviewer', 'leader', 'h3', 'points.decidedAlready'],
  ['the first reviewer, moved house', 'leader', 'h6', 'points.decidedAlready'],
  ['the first reviewer’s wife', 'wife', 'h3', 'points.decidedAlready'],
])('%s', (_what, personId, householdId, refusal) =>
  expect(deciderRefusal(CLAIM, { personId, householdId })).toBe(refusal),
);

test.each<[EntryKind, number, number]>([
  ['claim', 5, 5],
  ['reversal', -5, -5],
  ['correction', 3, 3],
  ['imported', 7, 7],
  ['redemption', -20, 0],
  ['giveBack', 20, 0],
  ['closing', -12, 0],
  ['carriedOut', -12, 0],
  ['carriedIn', 12, 0],
])('%s of %d adds %d to the points for ever', (kind, points, honour) => expect(honourOf(kind, points)).toBe(honour));
