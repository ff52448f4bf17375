import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Jobs } from '../../platform/jobs/jobs';
import { CreditingService } from './crediting.service';

/** A day of publicity ends at midnight; whoever looks a minute later sees the points. */
const LOOK_MS = 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PointsJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly crediting!: CreditingService;

  @Init()
  init(): void {
    this.jobs.every({
      name: 'points.creditDue',
      periodMs: LOOK_MS,
      run: ({ now, heartbeat }) => this.crediting.creditDue(now, heartbeat),
    });
  }
}
