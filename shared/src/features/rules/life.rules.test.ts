import {
  isPeriodRunning,
  MOVE_NAMES,
  type Mover,
  moveFrom,
  movesOf,
  RULE_STATES,
  shownState,
  versionsInForce,
} from './life.rules';

/** Every pair that is allowed; all others must be refused. Written out by hand, so that the table is said twice. */
const ALLOWED = [
  'draft announce cadre comments',
  'comments submit cadre review',
  'review approve townOffice resolution',
  'review approve legalAdviser resolution',
  'review sendBack townOffice draft',
  'review sendBack legalAdviser draft',
  'resolution adopt cadre adopted',
  'resolution reject cadre draft',
  'adopted file townOffice filed',
  'adopted refuseFiling townOffice draft',
  'filed takeEffect clock inForce',
  'filed supersede clock superseded',
  'inForce supersede clock superseded',
  'comments reopen cadre draft',
  'review reopen cadre draft',
  'resolution reopen cadre draft',
  'draft withdraw cadre withdrawn',
  'comments withdraw cadre withdrawn',
  'review withdraw cadre withdrawn',
  'resolution withdraw cadre withdrawn',
  'adopted withdraw cadre withdrawn',
];

const MOVERS: Mover[] = ['cadre', 'townOffice', 'legalAdviser', 'clock'];
const PAIRS = RULE_STATES.flatMap((state) =>
  MOVE_NAMES.flatMap((move) => MOVERS.map((mover) => [state, move, mover] as const)),
);

test.each(PAIRS)('%s: %s by %s', (state, move, mover) => {
  const allowed = ALLOWED.find((line) => line.startsWith(`${state} ${move} ${mover} `));
  expect(moveFrom(state, move, mover)).toBe(allowed?.split(' ')[3] ?? null);
});

test('what a mover can do next is the same table, read from its state', () => {
  expect(movesOf('resolution', 'cadre')).toEqual(['adopt', 'reject', 'reopen', 'withdraw']);
  expect(movesOf('review', 'legalAdviser')).toEqual(['approve', 'sendBack']);
  expect(movesOf('withdrawn', 'cadre')).toEqual([]);
});

test.each([
  ['filed', '2026-05-01', null, '2026-04-30', 'upcoming'],
  ['filed', '2026-05-01', null, '2026-05-01', 'inForce'],
  ['inForce', '2026-05-01', null, '2026-06-01', 'inForce'],
  ['inForce', '2026-05-01', '2026-06-01', '2026-05-31', 'inForce'],
  ['inForce', '2026-05-01', '2026-06-01', '2026-06-01', 'superseded'],
  ['superseded', '2026-05-01', '2026-06-01', '2026-06-01', 'superseded'],
  ['filed', null, null, '2026-06-01', 'upcoming'],
] as const)('%s from %s until %s is on %s: %s', (state, effectiveFrom, supersededOn, today, shown) =>
  expect(shownState({ state, effectiveFrom, supersededOn }, today)).toBe(shown),
);

test.each([
  ['2026-11-24', '2026-11-23', true],
  ['2026-11-24', '2026-11-24', true],
  ['2026-11-24', '2026-11-25', false],
  [null, '2026-11-24', false],
])('a period until %s runs on %s: %s', (until, today, runs) => expect(isPeriodRunning(until, today)).toBe(runs));

const version = (lineageId: string, number: number, effectiveFrom: string | null) => ({
  lineageId,
  version: number,
  effectiveFrom,
});

test.each([
  ['one that holds', [version('a', 1, '2026-01-01')], ['a1']],
  ['one whose day has not come', [version('a', 1, '2026-03-01')], []],
  ['the next one waits', [version('a', 2, '2026-03-01'), version('a', 1, '2026-01-01')], ['a1']],
  [
    'its day has come, whether or not the former was closed',
    [version('a', 2, '2026-02-01'), version('a', 1, '2026-01-01')],
    ['a2'],
  ],
  ['the same day: the higher number', [version('a', 2, '2026-01-01'), version('a', 3, '2026-01-01')], ['a3']],
  ['two rules side by side', [version('b', 1, '2026-01-02'), version('a', 1, '2026-01-01')], ['b1', 'a1']],
  ['no day at all', [version('a', 1, null)], []],
])('%s', (_what, versions, holding) =>
  expect(versionsInForce(versions, '2026-02-01').map((each) => each.lineageId + each.version)).toEqual(holding),
);
