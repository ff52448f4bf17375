/**
 * Looking after the service: later work that was given up, to be seen and tried again. One service serves a county, so
 * whoever administers the county looks after all of its jobs; nothing of what a job is about is shown.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { instant, regionId } from '../../kernel/fields';

/** Jobs on one page. */
export const DEAD_JOB_LIMIT = 30;

/** Where a page ends: instant in milliseconds and job. */
const deadJobCursor = z
  .string()
  .max(400)
  .regex(/^\d{13}-.+$/, '页码不对');
const jobId = z.string().min(3).max(300);

const deadJob = z.object({
  id: jobId,
  /** What kind of work it is, in plain Chinese where its feature says so. */
  what: z.string(),
  kind: z.string(),
  attempts: z.int().positive(),
  /** The last error, as a program says it. */
  reason: z.string(),
  diedAt: instant,
});

export const operationsContract = {
  deadJobs: route({
    method: 'GET',
    path: '/regions/:regionId/dead-jobs',
    summary: '试了多次没有做成、已经放弃的后台工作，新的在前',
    access: only(['countyAdministrator'], 'region', 'regionId'),
    params: z.object({ regionId }),
    query: z.object({ before: deadJobCursor.optional() }),
    output: z.object({ jobs: z.array(deadJob).max(DEAD_JOB_LIMIT), next: deadJobCursor.nullable() }),
  }),
  retryDeadJob: route({
    method: 'POST',
    path: '/regions/:regionId/dead-jobs/retries',
    summary: '让一件放弃了的后台工作从头再试',
    access: only(['countyAdministrator'], 'region', 'regionId'),
    params: z.object({ regionId }),
    body: z.object({ jobId }),
    output: z.object({}),
    problems: ['operations.jobNotDead'],
    idempotency: 'natural',
  }),
};
