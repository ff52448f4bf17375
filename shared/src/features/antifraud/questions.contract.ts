/**
 * "Is this a scam?": a villager describes or pastes what came, and reads a first answer from the words at once; an officer with a
 * name answers by a time that is told. Only the asker and those who answer for the village read it.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, regionId } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { FRAUD_TYPE_KEYS } from './fraud-types.rules';
import { OPINIONS } from './question.rules';
import { ANTIFRAUD_STAFF } from './staff';

/** A long message, pasted. */
export const QUESTION_MAX_CHARACTERS = 1_000;
export const ANSWER_MAX_CHARACTERS = 500;
export const QUESTION_PHOTOS_MAX = 3;
/** Questions of one person that are still open; more than that is a talk, and belongs on the telephone. */
export const OPEN_QUESTIONS_MAX = 5;
/** What is said on one question; then a new one is asked. */
export const ENTRIES_MAX = 40;
export const QUESTIONS_SHOWN_MAX = 50;
export const DESK_QUESTIONS_MAX = 100;

const words = (max: number) => z.string().trim().min(1, '请填写').max(max, `最多 ${max} 个字`);
const firstAid = z.object({
  level: z.enum(['likely', 'suspicious', 'unclear']),
  type: z.enum(FRAUD_TYPE_KEYS).nullable(),
  signs: z.array(z.string()),
  hasPaid: z.boolean(),
});

const summary = z.object({
  id: documentId,
  villageId: regionId,
  text: z.string(),
  askedAt: instant,
  /** By when somebody answers. */
  dueAt: instant,
  state: z.enum(['open', 'answered']),
  hasPaid: z.boolean(),
  /** Who answers; null while nobody in office can. */
  ownerName: z.string().nullable(),
  opinion: z.enum(OPINIONS).nullable(),
});

const question = summary.extend({
  villageName: z.string(),
  firstAid,
  photos: z.array(photo),
  entries: z.array(
    z.object({
      by: z.enum(['asker', 'officer']),
      byName: z.string(),
      text: z.string(),
      opinion: z.enum(OPINIONS).nullable(),
      at: instant,
    }),
  ),
});

const deskSummary = summary.extend({ ownerId: documentId.nullable(), villageName: z.string() });
const forStaff = only(ANTIFRAUD_STAFF, 'region', 'regionId');
const ofQuestion = z.object({ regionId, questionId: documentId });

export const fraudQuestionsContract = {
  ask: route({
    method: 'POST',
    path: '/villages/:villageId/fraud-questions',
    summary: '问民警：这是不是诈骗',
    access: 'signedIn',
    params: z.object({ villageId: regionId }),
    body: z.object({
      text: words(QUESTION_MAX_CHARACTERS),
      photoIds: photoIds.max(QUESTION_PHOTOS_MAX, `最多 ${QUESTION_PHOTOS_MAX} 张照片`).default([]),
      /** Said by the asker, or found in the words. */
      hasPaid: z.boolean(),
      /** The case or campaign after which it is asked. */
      caseId: documentId.optional(),
    }),
    output: z.object({ id: documentId }),
    problems: ['regions.villageUnknown', 'antifraud.questionsTooMany', 'files.unknown', 'files.attachedElsewhere'],
    offline: 'queued',
  }),
  mine: route({
    method: 'GET',
    path: '/me/fraud-questions',
    summary: '我问过的',
    access: 'signedIn',
    output: z.object({ questions: z.array(summary).max(QUESTIONS_SHOWN_MAX) }),
  }),
  question: route({
    method: 'GET',
    path: '/me/fraud-questions/:questionId',
    summary: '我问的一件事，和民警的回答',
    access: 'signedIn',
    params: z.object({ questionId: documentId }),
    output: question,
    problems: ['antifraud.questionUnknown'],
  }),
  add: route({
    method: 'POST',
    path: '/me/fraud-questions/:questionId/entries',
    summary: '再说一句',
    access: 'signedIn',
    params: z.object({ questionId: documentId }),
    body: z.object({ text: words(ANSWER_MAX_CHARACTERS) }),
    output: z.object({}),
    problems: ['antifraud.questionUnknown', 'antifraud.questionFull'],
    offline: 'queued',
  }),
  desk: route({
    method: 'GET',
    path: '/regions/:regionId/fraud-questions',
    summary: '这里问来的，没回答的在前，快到时间的最前',
    access: forStaff,
    params: z.object({ regionId }),
    output: z.object({ questions: z.array(deskSummary).max(DESK_QUESTIONS_MAX) }),
  }),
  deskQuestion: route({
    method: 'GET',
    path: '/regions/:regionId/fraud-questions/:questionId',
    summary: '看一件问来的事；本人看得到谁看过',
    access: forStaff,
    params: ofQuestion,
    output: question.extend({
      askerName: z.string(),
      ownerId: documentId.nullable(),
      entryCount: z.int().nonnegative(),
    }),
    problems: ['antifraud.questionUnknown'],
  }),
  take: route({
    method: 'PUT',
    path: '/regions/:regionId/fraud-questions/:questionId/owner',
    summary: '这件事我来答',
    access: forStaff,
    params: ofQuestion,
    /** Who answered for it when it was looked at. */
    body: z.object({ insteadOf: documentId.nullable() }),
    output: z.object({}),
    problems: ['antifraud.questionUnknown', 'antifraud.takenByOther'],
    idempotency: 'natural',
  }),
  answer: route({
    method: 'POST',
    path: '/regions/:regionId/fraud-questions/:questionId/entries',
    summary: '回答',
    access: forStaff,
    params: ofQuestion,
    body: z.object({ text: words(ANSWER_MAX_CHARACTERS), opinion: z.enum(OPINIONS) }),
    output: z.object({}),
    problems: ['antifraud.questionUnknown', 'antifraud.questionFull', 'antifraud.notYours'],
  }),
};
