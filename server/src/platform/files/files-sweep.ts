/** The recurring job that forgets photos whose time is over. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { JobContext } from '../jobs/job-kinds';
import { Jobs } from '../jobs/jobs';
import { LOG, type Log } from '../log/log';
import { Files } from './files';

/** A photo is promised to be gone a day after nobody used it; ten minutes more break no promise. */
const PERIOD_MS = 10 * 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class FilesSweep {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly files!: Files;

  @Inject(LOG)
  private readonly log!: Log;

  @Init()
  init(): void {
    this.jobs.every({ name: 'files.sweep', periodMs: PERIOD_MS, run: (context) => this.sweep(context) });
  }

  /** Throws when blobs could not be deleted, so that the failure is seen; they are tried again an hour later. */
  async sweep({ now, heartbeat }: Pick<JobContext<null>, 'now' | 'heartbeat'>): Promise<void> {
    let deleted = 0;
    for (let more = true; more; ) {
      await heartbeat();
      const report = await this.files.sweepOrphans(now);
      deleted += report.deleted;
      if (report.failed > 0) throw new Error(`${report.failed} files could not be deleted`);
      more = report.more;
    }
    if (deleted > 0) this.log.info({ deleted }, 'files deleted');
  }
}
