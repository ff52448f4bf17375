/**
 * Points as villagers see them: the household's account with every entry and why, asking for points, the list that everybody
 * can read, and objecting to it.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { CLAIM_HELPERS } from './offices';
import { category, claimFields, claimId, cycleYear, ofClaim, villageParam, words, writtenWords } from './points.fields';
import { CLAIM_STATES, ENTRY_KINDS } from './points.rules';

/** Entries of an account on one page. */
export const ENTRIES_LIMIT = 50;
/** Claims on one page, of a household or of a village. */
export const CLAIMS_LIMIT = 30;

export const entry = z.object({
  key: z.string(),
  kind: z.enum(ENTRY_KINDS),
  points: z.int(),
  honourPoints: z.int(),
  title: z.string(),
  category: category.nullable(),
  at: instant,
  doneOn: localDate.nullable(),
  /** Why, in words that were written for it. */
  words: z.string(),
  /** Who asked, and who assessed; null or none where the service did it itself, or the person has been erased. */
  proposedByName: z.string().nullable(),
  reviewedByNames: z.array(z.string()),
  claimId: claimId.nullable(),
  /** The entry that this one takes back. */
  opposes: z.string().nullable(),
});

const ownClaim = z.object({
  id: claimId,
  itemTitle: z.string(),
  category,
  points: z.int(),
  doneOn: localDate,
  words: z.string(),
  state: z.enum(CLAIM_STATES),
  proposedAt: instant,
  /** Somebody else asked for the household. */
  onBehalf: z.boolean(),
  /** Days of publicity after today, while it is published. */
  daysLeft: z.int().nullable(),
  /** What reviewers and whoever answered objections said; the latest last. */
  answers: z.array(z.object({ what: z.string(), words: z.string(), byName: z.string(), at: instant })),
  photos: z.array(photo),
  mayWithdraw: z.boolean(),
});

/** What anybody reads about a claim: masked, without number, address or picture (PIPL art. 25 and 28). */
const publicClaim = z.object({
  id: claimId,
  maskedName: z.string(),
  groupName: z.string(),
  itemTitle: z.string(),
  category,
  points: z.int(),
  doneOn: localDate,
  publishedOn: localDate,
  daysLeft: z.int(),
  state: z.enum(CLAIM_STATES),
  /** Objections that wait for an answer, and what became of the others. */
  objections: z.array(
    z.object({
      at: instant,
      dueOn: localDate,
      handlerName: z.string().nullable(),
      outcome: z.enum(['waiting', 'dismissed', 'cancelled', 'amended']),
      answer: z.string().nullable(),
    }),
  ),
});

const claimProblems = [
  'points.noCatalogue',
  'points.itemUnknown',
  'points.pointsWrong',
  'points.doneOnWrong',
  'points.cycleClosed',
  'points.capReached',
] as const;

export const pointsContract = {
  mine: route({
    method: 'GET',
    path: '/me/points',
    summary: '我家的积分：还能用多少，一共得过多少，每一笔为什么',
    access: 'signedIn',
    query: z.object({
      cycle: z.coerce.number().int().optional(),
      before: z.coerce.number().int().positive().optional(),
    }),
    output: z.object({
      /** null for somebody who is bound to no household. */
      account: z
        .object({
          householdId: documentId,
          villageId: regionId,
          villageName: z.string(),
          number: z.string(),
          /** Of the cycle that runs. */
          balancePoints: z.int(),
          /** Of all cycles. */
          honourPoints: z.int(),
          cycle: cycleYear,
          /** Every cycle with entries, the latest first. */
          cycles: z.array(cycleYear),
          /** The latest first. */
          entries: z.array(entry),
          /** Asks for the entries before these; null where there are none. */
          before: z.int().nullable(),
        })
        .nullable(),
    }),
  }),
  claim: route({
    method: 'POST',
    path: '/me/points/claims',
    summary: '给自己家申报积分',
    access: 'signedIn',
    body: claimFields.extend({ photoIds: photoIds.default([]) }),
    output: z.object({ id: claimId }),
    problems: [
      'households.notMine',
      ...claimProblems,
      'privacy.consentMissing',
      'files.unknown',
      'files.attachedElsewhere',
    ],
    offline: 'queued',
  }),
  claimFor: route({
    method: 'POST',
    path: '/households/:householdId/points/claims',
    summary: '替一户申报积分（代办）',
    access: only(CLAIM_HELPERS, 'household', 'householdId'),
    params: z.object({ householdId: documentId }),
    body: claimFields.extend({ photoIds: photoIds.default([]) }),
    output: z.object({ id: claimId }),
    problems: [...claimProblems, 'files.unknown', 'files.attachedElsewhere'],
    offline: 'queued',
  }),
  myClaims: route({
    method: 'GET',
    path: '/me/points/claims',
    summary: '我家的申报，办到哪一步',
    access: 'signedIn',
    query: z.object({
      before: z
        .string()
        .regex(/^\d{1,16}-[0-9a-z]{26}$/)
        .optional(),
    }),
    output: z.object({ claims: z.array(ownClaim), next: z.string().nullable() }),
  }),
  withdraw: route({
    method: 'POST',
    path: '/points/claims/:claimId/withdrawal',
    summary: '撤回我家的一份申报',
    access: 'signedIn',
    params: ofClaim,
    body: z.object({ words }),
    output: z.object({}),
    problems: ['points.claimUnknown', 'points.notMine', 'points.claimNotHere'],
  }),
  publicity: route({
    method: 'GET',
    path: '/villages/:villageId/points/publicity',
    summary: '积分公示：谁家因为什么要得多少分，还公示几天（姓名遮住）',
    access: 'public',
    publicForS: 10,
    params: villageParam,
    query: z.object({
      /** `recent`: credited in the last days, still open to objections. */
      show: z.enum(['public', 'recent']).default('public'),
      after: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}-[0-9a-z]{26}$/)
        .optional(),
    }),
    output: z.object({ claims: z.array(publicClaim), next: z.string().nullable() }),
    problems: ['regions.villageUnknown'],
  }),
  object: route({
    method: 'POST',
    path: '/points/claims/:claimId/objections',
    summary: '对一份公示的积分提异议，三天内有人答复',
    access: 'signedIn',
    params: ofClaim,
    body: z.object({ words: writtenWords }),
    output: z.object({ objectionId: documentId, dueOn: localDate, handlerName: z.string().nullable() }),
    problems: [
      'points.claimUnknown',
      'points.notVillager',
      'points.objectedAlready',
      'points.objectionLate',
      'points.claimNotHere',
      'points.ownHousehold',
    ],
  }),
};
