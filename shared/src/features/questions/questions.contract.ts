/**
 * Questions to the village's legal adviser 问律师: private threads. Only the asker, the adviser and whom these two add can read
 * one; for everybody else it does not exist (404, never 403).
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, instant, regionId } from '../../kernel/fields';
import { photo, photoIds } from '../files/files.contract';
import { ADDED_MAX, EVENT_KINDS, EVENTS_KEPT_MAX, THREAD_STATES } from './thread.rules';
import { TOPIC_NAMES, type Topic } from './topics.rules';

/** One screenful and a little more. */
export const QUESTION_PAGE_LIMIT = 20;
/** Two pages of a letter; WeChat's content check takes 2,500 characters. */
export const QUESTION_MAX_CHARACTERS = 2_000;
/** What a list shows of it. */
export const EXCERPT_CHARACTERS = 60;
/** New questions of one person on one day. */
export const QUESTIONS_A_DAY = 5;
/** The time an adviser has unless the village or the town says otherwise. */
export const ANSWER_HOURS = 24;

export const topic = z.enum(Object.keys(TOPIC_NAMES) as Topic[]);

const words = z
  .string()
  .trim()
  .min(1, '请写一写是什么事')
  .max(QUESTION_MAX_CHARACTERS, `最多 ${QUESTION_MAX_CHARACTERS} 个字`);

export const state = z.enum(THREAD_STATES);
const part = z.enum(['asker', 'adviser', 'added']);

/** Somebody in an office, by name: whose turn it is. */
export const officeHolder = z.object({ roleName: z.string(), name: z.string() });

/** A thread as lists show it. */
const summary = z.object({
  id: documentId,
  topic,
  villageName: z.string(),
  state,
  part,
  /** The beginning of the question. */
  excerpt: z.string(),
  askedAt: instant,
  changedAt: instant,
  /** When the time of whoever has it is over; null while nobody's runs. */
  dueAt: instant.nullable(),
});
export type QuestionSummary = z.output<typeof summary>;

const mark = z.string().regex(/^\d{1,16}-[0-9a-z]{26}$/, '页码不对');
const page = z.object({ questions: z.array(summary).max(QUESTION_PAGE_LIMIT), next: mark.nullable() });

const event = z.object({
  id: documentId,
  what: z.enum(EVENT_KINDS),
  as: z.enum(['asker', 'adviser', 'added', 'town', 'clock']),
  /** Who did it; null where time did. */
  name: z.string().nullable(),
  isMine: z.boolean(),
  at: instant,
  text: z.string().nullable(),
  photos: z.array(photo),
  /** Whom it concerns: who has it then, or who was added or removed. */
  to: z.string().nullable(),
});

const thread = z.object({
  id: documentId,
  villageId: regionId,
  villageName: z.string(),
  topic,
  state,
  part,
  owner: officeHolder.nullable(),
  /** Who has it when the time is over. */
  next: officeHolder.nullable(),
  dueAt: instant.nullable(),
  isThanked: z.boolean(),
  /** Who reads along. */
  people: z.array(z.object({ personId: documentId, name: z.string(), isMe: z.boolean() })).max(ADDED_MAX),
  events: z.array(event).max(EVENTS_KEPT_MAX),
});
export type QuestionThread = z.output<typeof thread>;
export type QuestionEvent = z.output<typeof event>;

const ofQuestion = z.object({ questionId: documentId });

export const questionsContract = {
  answerer: route({
    method: 'GET',
    path: '/villages/:villageId/questions/answerer',
    summary: '在这个村问律师，谁来答、多久答、到时没答转给谁',
    access: 'signedIn',
    params: z.object({ villageId: regionId }),
    output: z.object({
      hours: z.int().positive(),
      owner: officeHolder.nullable(),
      next: officeHolder.nullable(),
    }),
    problems: ['regions.villageUnknown'],
  }),
  ask: route({
    method: 'POST',
    path: '/villages/:villageId/questions',
    summary: '问法律顾问一个问题，只有本人和律师看得到',
    access: 'signedIn',
    params: z.object({ villageId: regionId }),
    body: z.object({ topic, text: words, photoIds: photoIds.default([]) }),
    output: z.object({ id: documentId }),
    problems: [
      'regions.villageUnknown',
      'questions.dayFull',
      'questions.textRefused',
      'files.unknown',
      'files.attachedElsewhere',
    ],
    offline: 'queued',
  }),
  mine: route({
    method: 'GET',
    path: '/me/questions',
    summary: '我问的和请我一起看的问题，新的在前',
    access: 'signedIn',
    query: z.object({ before: mark.optional() }),
    output: page,
  }),
  desk: route({
    method: 'GET',
    path: '/me/questions/desk',
    summary: '等我答的问题，先到时间的在前；或者我答过的、结束的',
    access: 'signedIn',
    query: z.object({ state: z.enum(['waiting', 'answered', 'closed']), after: mark.optional() }),
    output: page,
  }),
  thread: route({
    method: 'GET',
    path: '/questions/:questionId',
    summary: '一个问题的全部：问的、答的、转给谁',
    access: 'signedIn',
    params: ofQuestion,
    output: thread,
    problems: ['questions.unknown'],
  }),
  say: route({
    method: 'POST',
    path: '/questions/:questionId/messages',
    summary: '接着说、答复',
    access: 'signedIn',
    params: ofQuestion,
    body: z.object({ text: words, photoIds: photoIds.default([]) }),
    output: z.object({}),
    problems: [
      'questions.unknown',
      'questions.closed',
      'questions.tooLong',
      'questions.waitForAnswer',
      'questions.movedOn',
      'questions.textRefused',
      'files.unknown',
      'files.attachedElsewhere',
    ],
    offline: 'queued',
  }),
  declareConflict: route({
    method: 'POST',
    path: '/questions/:questionId/conflict',
    summary: '律师声明和对方认识，这个问题交给镇里另请人答',
    access: 'signedIn',
    params: ofQuestion,
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn'],
  }),
  close: route({
    method: 'POST',
    path: '/questions/:questionId/close',
    summary: '结束一个问题',
    access: 'signedIn',
    params: ofQuestion,
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn'],
  }),
  reopen: route({
    method: 'POST',
    path: '/questions/:questionId/reopen',
    summary: '重新打开结束了的问题，接着问',
    access: 'signedIn',
    params: ofQuestion,
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn', 'questions.tooLong'],
  }),
  thank: route({
    method: 'POST',
    path: '/questions/:questionId/thanks',
    summary: '谢谢律师',
    access: 'signedIn',
    params: ofQuestion,
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn'],
  }),
  addPerson: route({
    method: 'POST',
    path: '/questions/:questionId/people',
    summary: '凭对方出示的编号，请他一起看',
    access: 'signedIn',
    params: ofQuestion,
    body: z.object({ code: z.string().trim().min(1, '请填写编号').max(40, '编号不对') }),
    output: z.object({}),
    problems: [
      'questions.unknown',
      'questions.closed',
      'questions.tooLong',
      'questions.movedOn',
      'questions.adviserWrong',
      'questions.peopleTooMany',
      'identity.codeUnknown',
    ],
    pace: 'strict',
  }),
  removePerson: route({
    method: 'DELETE',
    path: '/questions/:questionId/people/:personId',
    summary: '不再请他一起看，或者自己退出',
    access: 'signedIn',
    params: z.object({ questionId: documentId, personId: documentId }),
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn'],
    idempotency: 'natural',
  }),
};
