/**
 * Campaigns: a published case sent to the people of some villages, in waves. Whoever sends sees numbers and never names. Everybody
 * finds it among their messages; WeChat reminds those who have allowed it, once for each time they have.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, regionId } from '../../kernel/fields';
import {
  CAMPAIGN_GROUPS,
  CAMPAIGN_MOVE_NAMES,
  CAMPAIGN_STATES,
  REFUSALS,
  WAVE_GAP_MAX_MINUTES,
  WAVE_MAX_PEOPLE,
  WAVE_MIN_PEOPLE,
} from './campaign.rules';
import { ANTIFRAUD_STAFF } from './staff';

/** The villages of a county. */
const VILLAGES_MAX = 400;
export const CAMPAIGNS_SHOWN_MAX = 50;
export const CAMPAIGN_WHY_MAX_CHARACTERS = 200;

const forStaff = only(ANTIFRAUD_STAFF, 'region', 'regionId');
const inRegion = z.object({ regionId });
const ofCampaign = z.object({ regionId, campaignId: documentId });
const count = z.int().nonnegative();

const audience = {
  villageIds: z
    .array(regionId)
    .min(1, '请选村')
    .max(VILLAGES_MAX)
    .refine((ids) => new Set(ids).size === ids.length, '同一个村选了两次'),
  groups: z.array(z.enum(CAMPAIGN_GROUPS)).min(1, '请选发给谁').max(CAMPAIGN_GROUPS.length),
};

const summary = z.object({
  id: documentId,
  caseId: documentId,
  caseTitle: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  revision: count,
  startsAt: instant,
  /** null until everybody has been counted. */
  people: count.nullable(),
});

const report = summary.extend({
  villageNames: z.array(z.string()),
  groups: z.array(z.enum(CAMPAIGN_GROUPS)),
  wavePeople: count,
  waveGapMinutes: count,
  byName: z.string(),
  /** Why it was stopped. */
  why: z.string().nullable(),
  /** Those who have it among their messages. */
  inbox: count,
  read: count,
  /** Reminded through WeChat. */
  sent: count,
  /** WeChat was asked and did not say what became of it: never sent again. */
  unknown: count,
  waiting: count,
  refused: z.array(z.object({ reason: z.enum(REFUSALS), people: count })),
  /** People who asked an officer after the case since it began. */
  asked: count,
});

export const campaignsContract = {
  preview: route({
    method: 'POST',
    path: '/regions/:regionId/campaigns/preview',
    summary: '会发给多少人：只有数目，没有姓名',
    access: forStaff,
    params: inRegion,
    body: z.object(audience),
    output: z.object({ people: count, reminded: count }),
    problems: ['antifraud.villagesWrong'],
    idempotency: 'natural',
  }),
  list: route({
    method: 'GET',
    path: '/regions/:regionId/campaigns',
    summary: '这里发过和要发的提醒，新的在前',
    access: forStaff,
    params: inRegion,
    output: z.object({ campaigns: z.array(summary).max(CAMPAIGNS_SHOWN_MAX) }),
  }),
  create: route({
    method: 'POST',
    path: '/regions/:regionId/campaigns',
    summary: '安排一次提醒',
    access: forStaff,
    params: inRegion,
    body: z.object({
      ...audience,
      caseId: documentId,
      startsAt: instant,
      wavePeople: z
        .int('请填整数')
        .min(WAVE_MIN_PEOPLE, `一批最少 ${WAVE_MIN_PEOPLE} 人`)
        .max(WAVE_MAX_PEOPLE, `一批最多 ${WAVE_MAX_PEOPLE} 人`),
      waveGapMinutes: z.int('请填整数').min(0).max(WAVE_GAP_MAX_MINUTES, '两批之间最多隔一天'),
    }),
    output: z.object({ id: documentId }),
    problems: [
      'antifraud.villagesWrong',
      'antifraud.caseUnknown',
      'antifraud.caseNotThere',
      'antifraud.startWrong',
      'antifraud.nobodyThere',
    ],
  }),
  campaign: route({
    method: 'GET',
    path: '/regions/:regionId/campaigns/:campaignId',
    summary: '一次提醒发到哪里了',
    access: forStaff,
    params: ofCampaign,
    output: report,
    problems: ['antifraud.campaignUnknown'],
  }),
  move: route({
    method: 'POST',
    path: '/regions/:regionId/campaigns/:campaignId/moves',
    summary: '停一停、接着发、不发了',
    access: forStaff,
    params: ofCampaign,
    body: z.object({
      revision: count,
      move: z.enum(CAMPAIGN_MOVE_NAMES),
      why: z.string().trim().max(CAMPAIGN_WHY_MAX_CHARACTERS).optional(),
    }),
    output: z.object({}),
    problems: ['antifraud.campaignUnknown', 'antifraud.campaignMovedOn'],
  }),
};
