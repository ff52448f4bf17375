/**
 * The town's part in questions to advisers: it names somebody where there is nobody, and says how long an adviser has. It learns
 * the village, the kind of matter and since when; what was asked and by whom stays between asker and adviser.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, regionId } from '../../kernel/fields';
import { officeHolder, topic } from './questions.contract';

/** Questions without an adviser: a town has a few. */
const UNASSIGNED_MAX = 100;
/** A township has some dozens of villages and fewer advisers. */
const ADVISERS_MAX = 200;
/** A week: longer is no promise. */
export const ANSWER_HOURS_MAX = 7 * 24;

const byTown = only(['townOffice', 'countyAdministrator'], 'region', 'regionId');
const inRegion = z.object({ regionId });

const hours = z.int().min(1, '至少 1 小时').max(ANSWER_HOURS_MAX, `最多 ${ANSWER_HOURS_MAX} 小时`);

export const questionsDeskContract = {
  unassigned: route({
    method: 'GET',
    path: '/regions/:regionId/questions/unassigned',
    summary: '等镇里指定律师的问题：哪个村、哪一类、等了多久；问的内容看不到',
    access: byTown,
    params: inRegion,
    output: z.object({
      questions: z
        .array(
          z.object({
            id: documentId,
            topic,
            villageName: z.string(),
            why: z.enum(['conflict', 'overdue', 'noAdviser']),
            askedAt: instant,
            dueAt: instant.nullable(),
            owner: officeHolder.nullable(),
            /** Advisers who must not have it. */
            excluded: z.array(documentId),
          }),
        )
        .max(UNASSIGNED_MAX),
      advisers: z.array(z.object({ personId: documentId, name: z.string(), placeName: z.string() })).max(ADVISERS_MAX),
    }),
    problems: ['regions.unknown'],
  }),
  name: route({
    method: 'POST',
    path: '/regions/:regionId/questions/:questionId/adviser',
    summary: '给一个没有律师的问题指定一位',
    access: byTown,
    params: z.object({ regionId, questionId: documentId }),
    body: z.object({ adviserId: documentId }),
    output: z.object({}),
    problems: ['questions.unknown', 'questions.movedOn', 'questions.adviserWrong'],
  }),
  clock: route({
    method: 'GET',
    path: '/regions/:regionId/questions/clock',
    summary: '这里的律师多少小时之内要答',
    access: byTown,
    params: inRegion,
    /** `isOwn`: said for this very place; else taken from above it. */
    output: z.object({ hours: z.int().positive(), isOwn: z.boolean() }),
    problems: ['regions.unknown'],
  }),
  setClock: route({
    method: 'PUT',
    path: '/regions/:regionId/questions/clock',
    summary: '定下律师多少小时之内要答；已经在等的不变',
    access: byTown,
    params: inRegion,
    body: z.object({ hours }),
    output: z.object({}),
    problems: ['regions.unknown'],
    idempotency: 'natural',
  }),
};
