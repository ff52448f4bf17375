/** What an operator sees of the service's later work. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { DEAD_JOB_LIMIT, type operationsContract } from '@xiangyue/shared/features/operations/operations.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { Jobs } from '../../platform/jobs/jobs';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';

@Provide()
@Scope(ScopeEnum.Singleton)
export class OperationsService {
  @Inject()
  private readonly jobs!: Jobs;

  /** A page of jobs that were given up, without their data: those may point to a person. */
  async deadJobs(before: string | undefined): Promise<OutputOf<typeof operationsContract.deadJobs>> {
    const mark = before === undefined ? undefined : readTimeMark(before);
    const found = await this.jobs.dead(mark && { id: mark.id, deadAt: mark.at }, DEAD_JOB_LIMIT + 1);
    const { page, next } = pageOf(found, DEAD_JOB_LIMIT, ({ id, deadAt }) => writeTimeMark({ at: deadAt, id }));
    return {
      jobs: page.map(({ id, kind, attempt, reason, deadAt }) => ({
        id,
        what: this.jobs.titleOf(kind),
        kind,
        attempts: attempt,
        reason,
        diedAt: deadAt.toISOString(),
      })),
      next,
    };
  }

  /** Problems: `operations.jobNotDead`. */
  async retryDeadJob(jobId: string, now: Date): Promise<Record<string, never>> {
    if (!(await this.jobs.revive(jobId, now))) throw problem('operations.jobNotDead');
    return {};
  }
}
