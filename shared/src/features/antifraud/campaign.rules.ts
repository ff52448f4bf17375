/** Campaigns: to whom a warning goes, in which waves, and the life of one as a table. In words: docs/states/antifraud.md. */
import type { Role } from '../../kernel/access';
import type { LocalDate } from '../../kernel/time';
import { CONSENT_AGE, isUnder } from '../privacy/age.rules';

interface Group {
  readonly name: string;
  /** Whole years, both included; nobody under 14 is written to, as of a child the guardian decides (个人信息保护法 art. 31). */
  readonly ages?: readonly [from: number, to: number];
  readonly roles?: readonly Role[];
}

const GROUP_TABLE = {
  everyone: { name: '绑定了微信的所有人' },
  elderly: { name: '60 岁以上', ages: [60, 200] },
  adults: { name: '18 到 59 岁', ages: [18, 59] },
  youth: { name: '14 到 17 岁', ages: [CONSENT_AGE, 17] },
  cadres: { name: '村干部', roles: ['cadre'] },
  leaders: { name: '组长和院落长', roles: ['groupLeader', 'courtyardHead'] },
  gridMembers: { name: '网格员', roles: ['gridMember'] },
  volunteers: { name: '志愿服务队长', roles: ['volunteerLeader'] },
} as const satisfies Record<string, Group>;

export type CampaignGroup = keyof typeof GROUP_TABLE;
export const CAMPAIGN_GROUPS = Object.keys(GROUP_TABLE) as CampaignGroup[];
const GROUPS: Readonly<Record<CampaignGroup, Group>> = GROUP_TABLE;
export const CAMPAIGN_GROUP_NAMES = Object.fromEntries(
  CAMPAIGN_GROUPS.map((group) => [group, GROUPS[group].name]),
) as Readonly<Record<CampaignGroup, string>>;

/** Roles by which the groups find people; none where only ages count. */
export function rolesOf(groups: readonly CampaignGroup[]): Role[] {
  return groups.flatMap((group) => GROUPS[group].roles ?? []);
}

/** Whether the groups look for people in households at all. */
export function areOfHouseholds(groups: readonly CampaignGroup[]): boolean {
  return groups.some((group) => GROUPS[group].roles === undefined);
}

/** Whether a member of a household is in one of the groups. @param birthDate where the register knows it */
export function isMemberIn(
  groups: readonly CampaignGroup[],
  birthDate: LocalDate | undefined,
  today: LocalDate,
): boolean {
  if (birthDate !== undefined && isUnder(birthDate, CONSENT_AGE, today)) return false;
  return groups.some((group) => {
    const { ages, roles } = GROUPS[group];
    if (roles) return false;
    if (!ages) return true;
    return birthDate !== undefined && !isUnder(birthDate, ages[0], today) && isUnder(birthDate, ages[1] + 1, today);
  });
}

export const CAMPAIGN_STATE_NAMES = {
  planned: '等时间到',
  running: '正在发',
  paused: '停一停',
  stopped: '不发了',
  done: '发完了',
} as const;

export type CampaignState = keyof typeof CAMPAIGN_STATE_NAMES;
export const CAMPAIGN_STATES = Object.keys(CAMPAIGN_STATE_NAMES) as CampaignState[];

interface CampaignMove {
  readonly name: string;
  readonly from: readonly CampaignState[];
  readonly to: CampaignState;
}

const MOVE_TABLE = {
  pause: { name: '停一停', from: ['planned', 'running'], to: 'paused' },
  resume: { name: '接着发', from: ['paused'], to: 'running' },
  stop: { name: '不发了', from: ['planned', 'running', 'paused'], to: 'stopped' },
} as const satisfies Record<string, CampaignMove>;

export type CampaignMoveName = keyof typeof MOVE_TABLE;
export const CAMPAIGN_MOVES: Readonly<Record<CampaignMoveName, CampaignMove>> = MOVE_TABLE;
export const CAMPAIGN_MOVE_NAMES = Object.keys(MOVE_TABLE) as CampaignMoveName[];

/** What staff can do with a campaign now. */
export function campaignMovesFrom(state: CampaignState): CampaignMoveName[] {
  return CAMPAIGN_MOVE_NAMES.filter((move) => CAMPAIGN_MOVES[move].from.includes(state));
}

export const WAVE_MIN_PEOPLE = 10;
export const WAVE_MAX_PEOPLE = 100_000;
export const WAVE_GAP_MAX_MINUTES = 24 * 60;
/** One piece of work for one worker: some seconds of sending. */
export const CHUNK_PEOPLE = 2_000;
/** More chunks than a wave has. */
const CHUNKS_A_WAVE_MAX = 1_000;

/** In which chunk the nth person is, counted from 0; chunks never reach over a wave's end. */
export function chunkOf(n: number, wavePeople: number): number {
  return Math.floor(n / wavePeople) * CHUNKS_A_WAVE_MAX + Math.floor((n % wavePeople) / CHUNK_PEOPLE);
}

export function waveOf(chunk: number): number {
  return Math.floor(chunk / CHUNKS_A_WAVE_MAX);
}

/** When a chunk is sent, counted from when the first wave that is still to be sent began. */
export function chunkDueMs(chunk: number, firstWave: number, beganAtMs: number, gapMinutes: number): number {
  return beganAtMs + (waveOf(chunk) - firstWave) * gapMinutes * 60_000;
}

/** A clock that runs a little ahead is no reason to refuse "now". */
const NOW_TOLERANCE_MS = 5 * 60_000;
export const START_MAX_DAYS = 60;

export function isStartFine(startsAtMs: number, nowMs: number): boolean {
  return startsAtMs >= nowMs - NOW_TOLERANCE_MS && startsAtMs <= nowMs + START_MAX_DAYS * 24 * 3600_000;
}

/** Why somebody got no reminder through WeChat; everyone has the message in the app. */
export const REFUSAL_NAMES = {
  noConsent: '没有同意微信提醒',
  noAccount: '不是用微信登录的',
  notSubscribed: '在微信里取消了提醒',
  openidInvalid: '微信账号不能用了',
  tooOften: '微信一直忙',
  other: '微信没有收',
} as const;

export type Refusal = keyof typeof REFUSAL_NAMES;
export const REFUSALS = Object.keys(REFUSAL_NAMES) as Refusal[];
