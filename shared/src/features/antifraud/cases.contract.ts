/**
 * Fraud cases: written by police and 综治, looked at by a second person, public until their day, and readable by anyone without
 * signing in. Nothing in them names a person.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { CASE_STATES, STAFF_MOVES } from './case.rules';
import { FRAUD_TYPE_KEYS, TARGETS } from './fraud-types.rules';
import { ANTIFRAUD_STAFF } from './staff';

export const CASE_TITLE_MAX_CHARACTERS = 30;
/** How it runs and what to do, one sentence each. */
export const CASE_LINES_MAX = 8;
export const CASE_LINE_MAX_CHARACTERS = 120;
export const SAY_NO_MAX_CHARACTERS = 40;
export const CASE_SOURCE_MAX_CHARACTERS = 40;
export const CASE_WHY_MAX_CHARACTERS = 200;
/** A hundred million. */
export const AMOUNT_MAX_YUAN = 100_000_000;
/** Public cases of a place that a page shows; a county publishes some fifty a year. */
export const CASES_SHOWN_MAX = 100;
export const DESK_CASES_MAX = 200;
/** Officers and 综治 of a town. */
export const CASE_STAFF_MAX = 200;

const forStaff = only(ANTIFRAUD_STAFF, 'region', 'regionId');

const text = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`);
const lines = z.array(text(CASE_LINE_MAX_CHARACTERS).min(1, '请填写')).max(CASE_LINES_MAX, `最多 ${CASE_LINES_MAX} 行`);
const fraudType = z.enum(FRAUD_TYPE_KEYS, '请选一种手法');

/** What is written of a case; a draft may still be empty here and there. */
const content = {
  type: fraudType,
  title: text(CASE_TITLE_MAX_CHARACTERS),
  /** How it runs, step by step. */
  steps: lines,
  /** The sentence to say no with. */
  sayNo: text(SAY_NO_MAX_CHARACTERS),
  amountYuan: z.int('请填整数').positive('请填大于零的数').max(AMOUNT_MAX_YUAN, '数目太大').nullable(),
  targets: z.array(z.enum(TARGETS)).max(TARGETS.length),
  doNow: lines,
  /** Where it is known from: 县公安局通报. */
  source: text(CASE_SOURCE_MAX_CHARACTERS),
};

const publicCase = z.object({
  id: documentId,
  ...content,
  regionId,
  regionName: z.string(),
  publishedOn: localDate,
  expiresOn: localDate,
  /** Who answers for it. */
  ownerName: z.string(),
  /** Written for the demo, not something that happened. */
  illustrative: z.boolean(),
});

const deskCase = z.object({
  id: documentId,
  ...content,
  regionId,
  regionName: z.string(),
  state: z.enum(CASE_STATES),
  revision: z.int().nonnegative(),
  ownerId: documentId,
  ownerName: z.string(),
  expiresOn: localDate,
  publishedOn: localDate.nullable(),
  changedAt: instant,
  /** Whether whoever asks has written of it: then somebody else publishes it. */
  hasWritten: z.boolean(),
  illustrative: z.boolean(),
  history: z.array(z.object({ what: z.string(), byName: z.string(), at: instant, why: z.string().nullable() })),
});

const inRegion = z.object({ regionId });
const ofCase = z.object({ regionId, caseId: documentId });
const draftFields = z.object({ ...content, ownerId: documentId, expiresOn: localDate });
const revision = z.int().nonnegative();
const moved = z.object({ state: z.enum(CASE_STATES), revision });
const draftProblems = ['antifraud.personalWords', 'antifraud.expiryWrong', 'antifraud.ownerWrong'] as const;

export const fraudCasesContract = {
  cases: route({
    method: 'GET',
    path: '/villages/:villageId/fraud-cases',
    summary: '一个村看得到的反诈案例，新的在前',
    access: 'public',
    params: z.object({ villageId: regionId }),
    output: z.object({ cases: z.array(publicCase).max(CASES_SHOWN_MAX) }),
    problems: ['regions.villageUnknown'],
    publicForS: 60,
  }),
  case: route({
    method: 'GET',
    path: '/fraud-cases/:caseId',
    summary: '一个反诈案例',
    access: 'public',
    params: z.object({ caseId: documentId }),
    output: publicCase,
    problems: ['antifraud.caseUnknown'],
    publicForS: 60,
  }),
  desk: route({
    method: 'GET',
    path: '/regions/:regionId/fraud-cases',
    summary: '这里和下面各处的案例，最近动过的在前',
    access: forStaff,
    params: inRegion,
    output: z.object({ cases: z.array(deskCase).max(DESK_CASES_MAX) }),
  }),
  staff: route({
    method: 'GET',
    path: '/regions/:regionId/fraud-cases/staff',
    summary: '谁可以负责这里的案例',
    access: forStaff,
    params: inRegion,
    output: z.object({
      people: z.array(z.object({ personId: documentId, name: z.string(), roleName: z.string() })).max(CASE_STAFF_MAX),
    }),
  }),
  create: route({
    method: 'POST',
    path: '/regions/:regionId/fraud-cases',
    summary: '写一个案例',
    access: forStaff,
    params: inRegion,
    body: draftFields,
    output: z.object({ id: documentId, revision }),
    problems: draftProblems,
  }),
  deskCase: route({
    method: 'GET',
    path: '/regions/:regionId/fraud-cases/:caseId',
    summary: '一个案例和它的经过',
    access: forStaff,
    params: ofCase,
    output: deskCase,
    problems: ['antifraud.caseUnknown'],
  }),
  save: route({
    method: 'PUT',
    path: '/regions/:regionId/fraud-cases/:caseId',
    summary: '改一个还在写的案例',
    access: forStaff,
    params: ofCase,
    body: draftFields.extend({ revision }),
    output: moved,
    problems: ['antifraud.caseUnknown', 'antifraud.movedOn', 'antifraud.moveForbidden', ...draftProblems],
    idempotency: 'natural',
  }),
  move: route({
    method: 'POST',
    path: '/regions/:regionId/fraud-cases/:caseId/moves',
    summary: '请另一个人看、公布、退回、撤下一个案例',
    access: forStaff,
    params: ofCase,
    body: z.object({
      revision,
      move: z.enum(STAFF_MOVES),
      why: text(CASE_WHY_MAX_CHARACTERS).min(1, '请填写').optional(),
    }),
    output: moved,
    problems: [
      'antifraud.caseUnknown',
      'antifraud.movedOn',
      'antifraud.moveForbidden',
      'antifraud.secondPerson',
      'antifraud.reasonMissing',
      'antifraud.caseIncomplete',
      'antifraud.personalWords',
      'antifraud.expiryWrong',
      'antifraud.ownerWrong',
    ],
  }),
};
