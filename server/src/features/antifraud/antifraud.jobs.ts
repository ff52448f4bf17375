import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Jobs } from '../../platform/jobs/jobs';
import { CasesService } from './cases.service';

/** Readers go by the day themselves; the state and the history may follow within minutes. */
const EXPIRE_MS = 10 * 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class AntifraudJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly cases!: CasesService;

  @Init()
  init(): void {
    this.jobs.every({ name: 'antifraud.expireCases', periodMs: EXPIRE_MS, run: ({ now }) => this.cases.expire(now) });
  }
}
