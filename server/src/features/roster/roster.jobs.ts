/** The work of an import, done later and taken up again after a crash: first the check, and when it was good, the writing. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { householdKey } from '@xiangyue/shared/features/roster/gather.rules';
import type { ImportState } from '@xiangyue/shared/features/roster/import-states.rules';
import { type MergeTools, mergeHousehold, registerHousehold } from '@xiangyue/shared/features/roster/merge.rules';
import type { RosterHousehold } from '@xiangyue/shared/features/roster/roster';
import type { ImportFault } from '@xiangyue/shared/features/roster/roster.problems';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { idFromWords } from '../../platform/auth/secrets';
import { type JobContext, jobKind } from '../../platform/jobs/job-kinds';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { CardsService } from '../households/cards.service';
import { HouseholdRegister } from '../households/household-register.service';
import { RegionsService } from '../regions/regions.service';
import { RosterFileError, readRoster } from './read-roster';
import { batchesOf, type CheckedRoster, checkRoster, findKept } from './roster-check';
import { type ImportProgress, type RosterImport, RosterImportsStore } from './roster-imports.store';
import { loadRosterMap } from './roster-map';

export interface ImportWork {
  readonly importId: string;
}
export const ROSTER_CHECK = jobKind<ImportWork>('roster.check');
export const ROSTER_APPLY = jobKind<ImportWork>('roster.apply');

/** How long a file waits for somebody to say that it shall be written. */
export const FILE_LIFETIME_MS = 3600_000;
/** How long it is remembered what an import did. */
const RESULT_LIFETIME_MS = 30 * 24 * 3600_000;
/** Five attempts are over after two minutes; then somebody who waits should know. */
const MAX_ATTEMPTS = 5;
/** How often progress is noted; a screen asks every second or two. */
const PROGRESS_MS = 700;
/** Tries to write a batch into which others write at the same time. */
const ROUNDS = 4;
const RESUME_PERIOD_MS = 60_000;
const RESUME_LIMIT = 100;

type Pause = (step: ImportProgress['step'], done: number, total: number) => Promise<void>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RosterJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly store!: RosterImportsStore;

  @Inject()
  private readonly register!: HouseholdRegister;

  @Inject()
  private readonly cards!: CardsService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly sealing!: Sealing;

  @Init()
  init(): void {
    this.jobs.define({
      name: ROSTER_CHECK,
      maxAttempts: MAX_ATTEMPTS,
      run: (context) => this.run(context, 'uploaded'),
    });
    this.jobs.define({
      name: ROSTER_APPLY,
      maxAttempts: MAX_ATTEMPTS,
      run: (context) => this.run(context, 'applying'),
    });
    this.jobs.every({ name: 'roster.resume', periodMs: RESUME_PERIOD_MS, run: ({ now }) => this.resume(now) });
  }

  /** A process may die after it has noted an import and before it has planned the work; planning it again changes nothing. */
  private async resume(now: Date): Promise<void> {
    for (const { id, state } of await this.store.listUnderway(RESUME_LIMIT))
      await this.jobs.schedule(state === 'uploaded' ? ROSTER_CHECK : ROSTER_APPLY, id, { importId: id }, now);
  }

  private async run(context: JobContext<ImportWork>, state: ImportState): Promise<void> {
    const { now, attempt, signal, data } = context;
    const found = await this.store.find(data.importId, now);
    // Discarded, expired, or done by an attempt whose end was not noted.
    if (found?.state !== state) return;
    try {
      await (state === 'uploaded' ? this.check(found, context) : this.apply(found, context));
    } catch (error) {
      if (error instanceof RosterFileError) return this.fail(found.id, error.fault, now);
      if (attempt >= MAX_ATTEMPTS && !signal.aborted) await this.fail(found.id, 'roster.interrupted', now);
      throw error;
    }
  }

  private async fail(id: string, fault: ImportFault, now: Date): Promise<void> {
    await this.store.fail(id, fault, after(now, RESULT_LIFETIME_MS));
  }

  private async check(found: RosterImport, context: JobContext<ImportWork>): Promise<void> {
    const { result } = await this.compare(found, context);
    await this.store.finishCheck(found.id, result, after(context.now, FILE_LIFETIME_MS));
  }

  private async apply(found: RosterImport, context: JobContext<ImportWork>): Promise<void> {
    const { now } = context;
    // The register may have changed since the check, and an attempt that was cut off is taken up again.
    const { result, households, tools, pause } = await this.compare(found, context);
    if (result.findingCount > 0) {
      if (found.progress.step === 'writing') return this.fail(found.id, 'roster.interrupted', now);
      await this.store.finishCheck(found.id, result, after(now, FILE_LIFETIME_MS));
      return;
    }
    await this.store.noteProgress(found.id, 'applying', { step: 'writing', done: 0, total: households.length });
    let done = 0;
    for (const batch of batchesOf(households)) {
      await pause('writing', done, households.length);
      if (!(await this.write(found, batch, tools))) return this.fail(found.id, 'roster.interrupted', now);
      done += batch.length;
    }
    await this.store.finishApply(found.id, after(now, RESULT_LIFETIME_MS));
  }

  /** False when others change the same households again and again, or have made one of the lines wrong. */
  private async write(
    { id, uploadedAt, appliedBy = '' }: RosterImport,
    batch: readonly RosterHousehold[],
    tools: MergeTools,
  ): Promise<boolean> {
    for (let round = 0; round < ROUNDS; round++) {
      const keptOf = await findKept(batch, this.register);
      const merges = batch.map((rostered) => {
        const kept = keptOf.get(rostered);
        if (kept) return mergeHousehold(kept, rostered, tools);
        const card = this.cards.issue(appliedBy, tools.deed.at);
        return registerHousehold(
          rostered,
          { id: idFromWords(uploadedAt.getTime(), `${id}/${householdKey(rostered)}`), card },
          tools,
        );
      });
      const changed = merges.flatMap(({ change, household }) => (change === 'unchanged' ? [] : [household]));
      if (changed.length === 0 || (await this.register.writeMany(changed))) return true;
    }
    return false;
  }

  private async compare(
    found: RosterImport,
    { now, heartbeat }: JobContext<ImportWork>,
  ): Promise<CheckedRoster & { tools: MergeTools; pause: Pause }> {
    const sealedFile = await this.store.file(found.id);
    if (sealedFile === null) throw new RosterFileError('roster.interrupted');
    const map = await loadRosterMap(this.regions, found.regionId);
    let notedAtMs = 0;
    const pause: Pause = async (step, done, total) => {
      if (performance.now() - notedAtMs < PROGRESS_MS) return;
      notedAtMs = performance.now();
      await heartbeat();
      await this.store.noteProgress(found.id, found.state, { step, done, total });
    };
    const bytes = Buffer.from(this.sealing.open(sealedFile), 'base64');
    const today = localDateOf(now.getTime());
    const read = await readRoster(bytes, map.places, today, (lines) => pause('reading', lines, 0));
    const tools: MergeTools = {
      indexOf: (number) => this.sealing.index(number),
      seal: (number) => this.sealing.sealToFind(number),
      memberIdOf: ({ at }) => idFromWords(found.uploadedAt.getTime(), `${found.id}/${at.sheet}/${at.row}`),
      pathOf: map.pathOf,
      deed: { by: found.appliedBy ?? '', at: found.appliedAt ?? now, words: '导入名册' },
    };
    const checked = await checkRoster(read, this.register, tools, (done, total) => pause('comparing', done, total));
    return { ...checked, tools, pause };
  }
}

function after(now: Date, lifetimeMs: number): Date {
  return new Date(now.getTime() + lifetimeMs);
}
