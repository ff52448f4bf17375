/** The jobs' figures for Prometheus. Counts are taken when they are asked for, so every process gives the same ones. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Log } from '../log/log';
import type { Kind } from './job-kinds';
import type { JobCount, JobsStore } from './jobs.store';
import type { Outcome } from './run-attempt';

const STATES = ['waiting', 'running', 'dead'] as const;

/**
 * Adds the gauges and the counter to the registry.
 *
 * @returns what to call with each attempt's outcome
 */
export function exposeJobFigures(
  registry: Registry,
  store: JobsStore,
  log: Log,
  kinds: ReadonlyMap<string, Kind>,
): (kind: string, outcome: Outcome) => void {
  let counting: Promise<void> | undefined;
  /** Both gauges are filled by one count, whichever is asked first. */
  const collect = () => {
    counting ??= refresh().finally(() => {
      counting = undefined;
    });
    return counting;
  };
  const jobs = new Gauge({
    name: 'xiangyue_jobs',
    help: 'Jobs by kind and state (waiting, running, dead); finished ones are not counted',
    labelNames: ['kind', 'state'] as const,
    registers: [registry],
    collect,
  });
  const lag = new Gauge({
    name: 'xiangyue_jobs_lag_seconds',
    help: 'How long the job that has been due longest has waited for a worker, by kind; 0 when none is due',
    labelNames: ['kind'] as const,
    registers: [registry],
    collect,
  });
  async function refresh(): Promise<void> {
    const counts = await store.count().catch((error: unknown) => {
      // The other figures matter most while the database is away.
      log.warn({ err: error }, 'jobs could not be counted');
      return null;
    });
    jobs.reset();
    lag.reset();
    if (counts === null) return;
    for (const { name } of kinds.values()) {
      lag.set({ kind: name }, 0);
      for (const state of STATES) jobs.set({ kind: name, state }, 0);
    }
    for (const { kind, state, count } of counts) jobs.set({ kind, state }, count);
    for (const [kind, seconds] of lagOfKinds(counts, Date.now())) lag.set({ kind }, seconds);
  }
  const attempts = new Counter({
    name: 'xiangyue_job_attempts_total',
    help: 'Attempts of this process by kind and outcome (done, failed, dead, givenBack, lost)',
    labelNames: ['kind', 'outcome'] as const,
    registers: [registry],
  });
  return (kind, outcome) => attempts.inc({ kind, outcome });
}

/** Running jobs count as well: a lease that ran out long ago says that no worker is there to take over. */
function lagOfKinds(counts: readonly JobCount[], nowMs: number): Map<string, number> {
  const lags = new Map<string, number>();
  for (const { kind, claimableAt } of counts) {
    if (claimableAt === undefined) continue;
    lags.set(kind, Math.max(lags.get(kind) ?? 0, (nowMs - claimableAt.getTime()) / 1000));
  }
  return lags;
}
