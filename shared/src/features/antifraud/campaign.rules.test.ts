import {
  CAMPAIGN_STATES,
  type CampaignGroup,
  type CampaignState,
  campaignMovesFrom,
  chunkDueMs,
  chunkOf,
  isMemberIn,
  isStartFine,
  waveOf,
} from './campaign.rules';

const TODAY = '2026-11-24';

describe('isMemberIn', () => {
  test.each<[CampaignGroup[], string | undefined, boolean]>([
    [['everyone'], '1950-01-01', true],
    [['everyone'], undefined, true],
    [['everyone'], '2012-11-24', false],
    [['everyone'], '2012-11-23', true],
    [['elderly'], '1966-11-23', true],
    [['elderly'], '1966-11-24', false],
    [['elderly'], undefined, false],
    [['adults'], '2008-11-23', true],
    [['adults'], '2008-11-24', false],
    [['adults'], '1966-11-23', false],
    [['youth'], '2008-11-24', true],
    [['youth', 'elderly'], '1940-01-01', true],
    [['cadres'], '1980-01-01', false],
    [[], '1980-01-01', false],
  ])('%j, born %s: %s', (groups, birthDate, is) => expect(isMemberIn(groups, birthDate, TODAY)).toBe(is));
});

test.each<[CampaignState, readonly string[]]>([
  ['planned', ['pause', 'stop']],
  ['running', ['pause', 'stop']],
  ['paused', ['resume', 'stop']],
  ['stopped', []],
  ['done', []],
])('from %s: %j', (state, moves) => expect(campaignMovesFrom(state)).toEqual(moves));

test('every state is in the table above', () => expect(CAMPAIGN_STATES).toHaveLength(5));

test.each([
  [0, 100, 0, 0],
  [99, 100, 0, 0],
  [100, 100, 1_000, 1],
  [1_999, 10_000, 0, 0],
  [2_000, 10_000, 1, 0],
  [10_000, 10_000, 1_000, 1],
  [25_000, 10_000, 2_002, 2],
])('person %d in waves of %d: chunk %d of wave %d', (n, wave, chunk, waveNumber) => {
  expect(chunkOf(n, wave)).toBe(chunk);
  expect(waveOf(chunk)).toBe(waveNumber);
});

test.each([
  [0, 0, 5_000],
  [1, 0, 5_000],
  [1_000, 0, 5_000 + 10 * 60_000],
  [3_001, 2, 5_000 + 10 * 60_000],
])('chunk %d, first wave %d: due at %d ms', (chunk, first, due) =>
  expect(chunkDueMs(chunk, first, 5_000, 10)).toBe(due),
);

test.each([
  [-5 * 60_000, true],
  [-5 * 60_000 - 1, false],
  [0, true],
  [60 * 24 * 3600_000, true],
  [60 * 24 * 3600_000 + 1, false],
])('begins %d ms from now: %s', (fromNow, is) => expect(isStartFine(1e12 + fromNow, 1e12)).toBe(is));
