import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Jobs } from '../../platform/jobs/jobs';
import { RuleWorkService } from './rule-work.service';

/** Readers go by the days themselves; this writes the history, and closes what a crash left open. */
const LOOK_MS = 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly work!: RuleWorkService;

  @Init()
  init(): void {
    this.jobs.every({ name: 'rules.takeEffect', periodMs: LOOK_MS, run: ({ now }) => this.work.takeEffect(now) });
  }
}
