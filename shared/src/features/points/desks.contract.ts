/** The desks of points: the group's first look, the village's panel, and the answers to objections. */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { photo } from '../files/files.contract';
import { GROUP_REVIEWERS, HANDLERS, PANEL } from './offices';
import {
  category,
  claimFields,
  claimId,
  itemPoints,
  ofClaim,
  revision,
  villageParam,
  words,
  writtenWords,
} from './points.fields';
import { CLAIM_STATES } from './points.rules';

/** Claims that a desk shows at once; when these are done, more come. */
export const DESK_LIMIT = 30;
/** More households than the largest village has. */
export const BULK_MAX = 1_000;

const conflict = z.enum(['unbound', 'ownHousehold', 'relatives', 'ownProposal', 'decidedAlready']);

const deskClaim = z.object({
  id: claimId,
  revision,
  householdId: documentId,
  householdName: z.string(),
  groupName: z.string(),
  number: z.string(),
  itemTitle: z.string(),
  category,
  points: z.int(),
  /** What the item may be worth; the panel may choose within it. */
  minPoints: z.int(),
  maxPoints: z.int(),
  evidence: z.string(),
  doneOn: localDate,
  words: z.string(),
  state: z.enum(CLAIM_STATES),
  proposedByName: z.string(),
  onBehalf: z.boolean(),
  proposedAt: instant,
  photos: z.array(photo),
  reviews: z.array(z.object({ byName: z.string(), words: z.string(), at: instant })),
  /** Why whoever looks must leave it to somebody else; null: may decide. */
  conflict: conflict.nullable(),
  /** Other claims of the household for the same item on the same day. */
  sameDay: z.int().nonnegative(),
});

const desk = z.object({ claims: z.array(deskClaim), more: z.boolean() });

const deciderProblems = [
  'points.deciderUnbound',
  'points.ownHousehold',
  'points.relatives',
  'points.ownProposal',
  'points.decidedAlready',
] as const;

export const pointsDesksContract = {
  reviews: route({
    method: 'GET',
    path: '/regions/:regionId/points/reviews',
    summary: '组里要看的积分申报，和要回避的提醒',
    access: only(GROUP_REVIEWERS, 'region', 'regionId'),
    params: z.object({ regionId }),
    output: desk,
  }),
  panel: route({
    method: 'GET',
    path: '/villages/:villageId/points/panel',
    summary: '村里要评议的积分申报，和要回避的提醒',
    access: only(PANEL, 'region', 'villageId'),
    params: villageParam,
    output: desk,
  }),
  review: route({
    method: 'POST',
    path: '/points/claims/:claimId/reviews',
    summary: '看过一份申报：同意，或者不同意并写明原因',
    access: only([...GROUP_REVIEWERS, ...PANEL], 'pointsClaim', 'claimId'),
    params: ofClaim,
    body: z.object({
      revision,
      stage: z.enum(['group', 'panel']),
      approves: z.boolean(),
      /** The panel may set another number within the item's range. */
      points: itemPoints.optional(),
      words,
    }),
    output: z.object({ state: z.enum(CLAIM_STATES), revision }),
    problems: [
      'points.claimUnknown',
      'points.claimMovedOn',
      'points.claimNotHere',
      'points.pointsWrong',
      'points.whyMissing',
      ...deciderProblems,
    ],
  }),
  enterMany: route({
    method: 'POST',
    path: '/villages/:villageId/points/bulk',
    summary: '一次替许多户申报同一件事，比如清扫日',
    access: only(['cadre'], 'region', 'villageId'),
    params: villageParam,
    body: claimFields.extend({
      householdIds: z
        .array(documentId)
        .min(1, '至少选一户')
        .max(BULK_MAX, `一次最多 ${BULK_MAX} 户`)
        .refine((ids) => new Set(ids).size === ids.length, '同一户选了两次'),
    }),
    output: z.object({
      entered: z.int(),
      /** Numbers of the households for which the item has reached its limit. */
      capped: z.array(z.string()),
    }),
    problems: [
      'points.noCatalogue',
      'points.itemUnknown',
      'points.pointsWrong',
      'points.doneOnWrong',
      'points.cycleClosed',
      'points.householdElsewhere',
    ],
  }),
  objections: route({
    method: 'GET',
    path: '/regions/:regionId/points/objections',
    summary: '要答复的异议：谁来办，哪天到期',
    access: only(HANDLERS, 'region', 'regionId'),
    params: z.object({ regionId }),
    output: z.object({
      objections: z.array(
        z.object({
          claim: deskClaim,
          objectionId: documentId,
          byName: z.string(),
          words: z.string(),
          at: instant,
          dueOn: localDate,
          handlerName: z.string().nullable(),
          isMine: z.boolean(),
        }),
      ),
    }),
  }),
  takeOver: route({
    method: 'POST',
    path: '/points/claims/:claimId/objections/:objectionId/handler',
    summary: '这条异议由我来办',
    access: only(HANDLERS, 'pointsClaim', 'claimId'),
    params: z.object({ claimId, objectionId: documentId }),
    output: z.object({}),
    problems: ['points.claimUnknown', 'points.objectionUnknown', 'points.objectionAnswered', 'points.objectionOwn'],
    idempotency: 'natural',
  }),
  answer: route({
    method: 'POST',
    path: '/points/claims/:claimId/objections/:objectionId/answer',
    summary: '答复异议：不成立、不给分，或者改分',
    access: only(HANDLERS, 'pointsClaim', 'claimId'),
    params: z.object({ claimId, objectionId: documentId }),
    body: z.object({
      outcome: z.enum(['dismissed', 'cancelled', 'amended']),
      /** The right number, where it is amended. */
      points: itemPoints.optional(),
      words: writtenWords,
    }),
    output: z.object({ state: z.enum(CLAIM_STATES) }),
    problems: [
      'points.claimUnknown',
      'points.objectionUnknown',
      'points.objectionAnswered',
      'points.objectionOwn',
      'points.claimNotHere',
      'points.pointsWrong',
      ...deciderProblems,
    ],
  }),
};
