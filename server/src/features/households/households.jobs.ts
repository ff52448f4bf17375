/** What a crash has left half done is done again: moves between households, and people recognised but not bound yet. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Problem } from '@xiangyue/shared/kernel/problem';
import type { JobContext } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { BindingService } from './binding.service';
import { BindingRequestsStore } from './binding-requests.store';
import { HouseholdsStore } from './households.store';
import { MovesService } from './moves.service';

const PERIOD_MS = 60_000;
/** Longer than any request takes: what is younger may still be in somebody's hands. */
const LEFT_ALONE_MS = 60_000;
/** Crashes leave one or two; the next minute brings the next ones. */
const BATCH = 50;

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly store!: HouseholdsStore;

  @Inject()
  private readonly requests!: BindingRequestsStore;

  @Inject()
  private readonly moves!: MovesService;

  @Inject()
  private readonly binding!: BindingService;

  @Init()
  init(): void {
    this.jobs.every({ name: 'households.goOn', periodMs: PERIOD_MS, run: (context) => this.goOn(context) });
  }

  /** Takes up every move and every recognition that was left lying for a minute. */
  async goOn({ now, heartbeat }: Pick<JobContext<null>, 'now' | 'heartbeat'>): Promise<void> {
    const before = new Date(now.getTime() - LEFT_ALONE_MS);
    for (const household of await this.store.listMovesUnderway(before, BATCH))
      for (const { left } of household.formerMembers)
        if (left.move?.state === 'underway') {
          const { id } = left.move;
          await heartbeat();
          await unlessRefused(() => this.moves.goOn(household, id, now));
        }
    for (const request of await this.requests.listConfirming(before, BATCH)) {
      const { householdId = '', memberId = '', decidedBy = '', decidedAt = now } = request;
      await heartbeat();
      await unlessRefused(() => this.binding.settle(request, { householdId, memberId, by: decidedBy, at: decidedAt }));
    }
  }
}

/** A refusal has been dealt with where it arose; anything else makes the job be tried again. */
async function unlessRefused(act: () => Promise<void>): Promise<void> {
  await act().catch((failure: unknown) => {
    if (!(failure instanceof Problem)) throw failure;
  });
}
