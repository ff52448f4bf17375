/** Time runs out, what a crash left untold is told, and what ended long ago is forgotten. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { passOn } from '@xiangyue/shared/features/questions/thread.rules';
import { idFromWords } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import type { JobContext } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { AdvisingService } from './advising.service';
import { MESSAGE_PHOTOS } from './questions.service';
import { ThreadsService } from './threads.service';
import { type KeptThread, ThreadsStore } from './threads.store';

const PERIOD_MS = 60_000;
const DAY_MS = 24 * 3600_000;
/** Longer than any request takes: what is younger may still be in somebody's hands. */
const LEFT_ALONE_MS = 60_000;
/** The next minute brings the next ones. */
const BATCH = 100;
/** 民法典 art. 188: whoever wants to act on an answer has three years; then nobody needs what was said. */
const KEPT_MS = 3 * 365 * DAY_MS;

type Running = Pick<JobContext<null>, 'now' | 'heartbeat'>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class QuestionsJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly store!: ThreadsStore;

  @Inject()
  private readonly threads!: ThreadsService;

  @Inject()
  private readonly advising!: AdvisingService;

  @Inject()
  private readonly files!: Files;

  @Init()
  init(): void {
    this.jobs.every({ name: 'questions.clock', periodMs: PERIOD_MS, run: (context) => this.clock(context) });
    this.jobs.every({ name: 'questions.forget', periodMs: DAY_MS, run: (context) => this.forgetOld(context) });
  }

  /** Hands on every question whose time is over, and tells what was not told. */
  async clock({ now, heartbeat }: Running): Promise<void> {
    for (const due of await this.store.listDue(now, BATCH)) {
      await heartbeat();
      const clock = await this.advising.clockOf(due, now);
      const event = { id: idFromWords(now.getTime(), `questions.overdue/${due.id}/${due.revision}`), at: now };
      await this.threads.change(due.id, now, (thread) => passOn(thread, event, clock));
    }
    for (const thread of await this.store.listUntold(new Date(now.getTime() - LEFT_ALONE_MS), BATCH)) {
      await heartbeat();
      await this.threads.tell(thread, now);
    }
  }

  /** Deletes what ended three years ago, its photos first. */
  async forgetOld({ now, heartbeat }: Running): Promise<void> {
    const before = new Date(now.getTime() - KEPT_MS);
    for (let found = BATCH; found === BATCH; ) {
      const ended = await this.store.listEnded(before, BATCH);
      for (const thread of ended) {
        await heartbeat();
        await this.forget(thread, now);
      }
      found = ended.length;
    }
  }

  /** The photos wait again and are deleted after a day; then the thread goes. Repeating is harmless. */
  async forget({ id, events }: KeptThread, now: Date): Promise<void> {
    for (const event of events)
      if (event.photoIds.length > 0) await this.files.release({ kind: MESSAGE_PHOTOS, id: event.id }, now);
    await this.store.remove(id);
  }
}
