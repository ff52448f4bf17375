/** What an operator sees of the service's later work. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { DEAD_JOB_LIMIT, type operationsContract } from '@xiangyue/shared/features/operations/operations.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { Jobs } from '../../platform/jobs/jobs';

@Provide()
@Scope(ScopeEnum.Singleton)
export class OperationsService {
  @Inject()
  private readonly jobs!: Jobs;

  /** A page of jobs that were given up, without their data: those may point to a person. */
  async deadJobs(before: string | undefined): Promise<OutputOf<typeof operationsContract.deadJobs>> {
    const found = await this.jobs.dead(before === undefined ? undefined : readCursor(before), DEAD_JOB_LIMIT + 1);
    const page = found.slice(0, DEAD_JOB_LIMIT);
    const last = page.at(-1);
    return {
      jobs: page.map(({ id, kind, attempt, reason, deadAt }) => ({
        id,
        what: this.jobs.titleOf(kind),
        kind,
        attempts: attempt,
        reason,
        diedAt: deadAt.toISOString(),
      })),
      next: last && found.length > page.length ? `${last.deadAt.getTime()}-${last.id}` : null,
    };
  }

  /** Problems: `operations.jobNotDead`. */
  async retryDeadJob(jobId: string, now: Date): Promise<Record<string, never>> {
    if (!(await this.jobs.revive(jobId, now))) throw problem('operations.jobNotDead');
    return {};
  }
}

function readCursor(cursor: string): { id: string; deadAt: Date } {
  const at = cursor.indexOf('-');
  return { id: cursor.slice(at + 1), deadAt: new Date(Number(cursor.slice(0, at))) };
}
