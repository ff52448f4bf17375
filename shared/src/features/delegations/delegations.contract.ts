/**
 * 代办: acting for a villager without a phone. Who agreed, how, and who wrote it down stay with it; both names stand in the
 * history of whatever is done; family, agent and the people who work there can stop it at any time.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { HELPING_ROLES, HOUSEHOLD_STAFF, RESIDENCES } from '../households/household';
import { phone } from '../households/register.contract';
import { CONSENT_WAYS, type ConsentWay } from './delegations.rules';

export const CONSENT_WORDS_MAX_CHARACTERS = 200;
/** A sheet, its back, and the hand that signs. */
export const PAPER_PHOTOS_MAX = 3;
/** What the photos of the paper are for. */
export const PAPER_PURPOSE = 'delegations.consent';
/** Of an account, and of a household, the latest: a grid member has 50 to 60 households. */
export const OWN_LIMIT = 100;
/** Acts that the page of one shows, the latest. */
export const ACTS_LIMIT = 200;
/** One page of those that run in a place. */
export const PLACE_LIMIT = 30;

const words = z
  .string()
  .trim()
  .min(1, '请写几个字')
  .max(CONSENT_WORDS_MAX_CHARACTERS, `最多 ${CONSENT_WORDS_MAX_CHARACTERS} 个字`);
const consentWay = z.enum(Object.keys(CONSENT_WAYS) as ConsentWay[]);
const kind = z.enum(['family', 'office']);

const consent = z.object({
  way: consentWay,
  words,
  on: localDate,
  photoIds: photoIds.max(PAPER_PHOTOS_MAX, `最多 ${PAPER_PHOTOS_MAX} 张照片`).default([]),
});

const delegation = z.object({
  id: documentId,
  kind,
  householdId: documentId,
  villageId: regionId,
  memberId: documentId,
  /** Whole: everyone who is shown it knows them. */
  memberName: z.string(),
  agentName: z.string().nullable(),
  consent: z.object({ way: consentWay, words: z.string(), on: localDate }),
  startedAt: instant,
  endsOn: localDate,
  isRunning: z.boolean(),
  /** Whether whoever asks is the one who acts. */
  amAgent: z.boolean(),
  ended: z.object({ at: instant, byName: z.string().nullable(), words: z.string() }).nullable(),
});

/** In the list of a place: the villager in outline, until somebody opens it. */
const listed = z.object({
  id: documentId,
  kind,
  maskedMemberName: z.string(),
  agentName: z.string().nullable(),
  groupName: z.string(),
  number: z.string(),
  endsOn: localDate,
});

const act = z.object({ at: instant, agentName: z.string().nullable(), what: z.string(), words: z.string().nullable() });
/** Where a page ended: instant in milliseconds and delegation. */
const cursor = z.string().regex(/^\d{13}-[0-9a-hjkmnp-tv-z]{26}$/, '翻页的位置不对');

const one = z.object({ delegationId: documentId });

export const delegationsContract = {
  mine: route({
    method: 'GET',
    path: '/me/delegations',
    summary: '我替谁办事，谁替我和我家里人办事',
    access: 'signedIn',
    output: z.object({ delegations: z.array(delegation).max(2 * OWN_LIMIT) }),
  }),
  ofRegion: route({
    method: 'GET',
    path: '/regions/:regionId/delegations',
    summary: '一个地方正在代办的，新的在前',
    access: only(HOUSEHOLD_STAFF, 'region', 'regionId'),
    params: z.object({ regionId }),
    query: z.object({ after: cursor.optional() }),
    output: z.object({
      regionName: z.string(),
      delegations: z.array(listed).max(PLACE_LIMIT),
      next: cursor.nullable(),
    }),
  }),
  startForFamily: route({
    method: 'POST',
    path: '/me/household/members/:memberId/delegations',
    summary: '替家里没有手机的人办事，写明他怎么同意的',
    access: 'signedIn',
    params: z.object({ memberId: documentId }),
    body: consent,
    output: z.object({ id: documentId }),
    problems: [
      'households.notMine',
      'households.memberUnknown',
      'households.dissolved',
      'delegations.forSelf',
      'delegations.memberHasPhone',
      'delegations.agentMinor',
      'delegations.paperMissing',
      'delegations.dayWrong',
      'delegations.running',
      'files.unknown',
      'files.attachedElsewhere',
    ],
  }),
  startForOffice: route({
    method: 'POST',
    path: '/households/:householdId/members/:memberId/delegations',
    summary: '替片区里没有手机的人办事，写明他怎么同意的',
    access: only(HELPING_ROLES, 'household', 'householdId'),
    params: z.object({ householdId: documentId, memberId: documentId }),
    body: consent,
    output: z.object({ id: documentId }),
    problems: [
      'households.unknown',
      'households.memberUnknown',
      'households.dissolved',
      'delegations.forSelf',
      'delegations.memberHasPhone',
      'delegations.paperMissing',
      'delegations.dayWrong',
      'delegations.running',
      'files.unknown',
      'files.attachedElsewhere',
    ],
  }),
  one: route({
    method: 'GET',
    path: '/delegations/:delegationId',
    summary: '一份代办：怎么同意的，办过什么',
    access: 'signedIn',
    params: one,
    output: z.object({
      delegation,
      photos: z.array(photo).max(PAPER_PHOTOS_MAX),
      residence: z.enum(RESIDENCES).nullable(),
      phoneMasked: z.string().nullable(),
      /** The latest first. */
      acts: z.array(act).max(ACTS_LIMIT),
    }),
    problems: ['delegations.unknown'],
  }),
  stop: route({
    method: 'POST',
    path: '/delegations/:delegationId/stop',
    summary: '停一份代办',
    access: 'signedIn',
    params: one,
    body: z.object({ words }),
    output: z.object({}),
    problems: ['delegations.unknown', 'delegations.ended'],
  }),
  updateContact: route({
    method: 'PUT',
    path: '/delegations/:delegationId/contact',
    summary: '替他更新在家还是在外、联系电话',
    access: 'signedIn',
    params: one,
    /** A number that is left out stays as it is, an empty one is removed. */
    body: z.object({ residence: z.enum(RESIDENCES), phone: phone.optional() }),
    output: z.object({}),
    problems: ['delegations.unknown', 'delegations.notYours', 'delegations.ended', 'delegations.officeOver'],
  }),
};
