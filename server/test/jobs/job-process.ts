/** A process of the service as far as jobs are concerned: the real parts in a container of their own, without HTTP. */
import { MidwayContainer } from '@midwayjs/core';
import { CONFIG, readConfig } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import { Migrator } from '../../src/platform/database/migrator';
import type { LoopSettings } from '../../src/platform/jobs/job-loop';
import { Jobs } from '../../src/platform/jobs/jobs';
import { JobsStore } from '../../src/platform/jobs/jobs.store';
import { Sweeper } from '../../src/platform/jobs/sweeper';
import { SweeperStore } from '../../src/platform/jobs/sweeper.store';
import { LOG, makeLog } from '../../src/platform/log/log';
import { Metrics } from '../../src/platform/metrics/metrics';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';

export interface JobProcess {
  readonly jobs: Jobs;
  readonly store: JobsStore;
  readonly sweeper: Sweeper;
  readonly database: Database;
  readonly metrics: Metrics;
  readonly migrator: Migrator;
  /** Stops the jobs, then the connection. */
  stop(): Promise<void>;
}

/** Waits so short that a test need not; everything else as in production. */
export const QUICK: Partial<LoopSettings> = {
  idleMs: 20,
  leaseMs: 600,
  backOff: { baseMs: 20, capMs: 100 },
  drainMs: 300,
};

/** Several processes on one new, empty database that has its indexes. */
export async function jobProcesses(count: number): Promise<JobProcess[]> {
  const { uri, name } = testDatabase();
  const processes = await Promise.all(Array.from({ length: count }, () => jobProcess(uri, name)));
  await processes[0]?.migrator.apply([]);
  return processes;
}

/** One more process on a database. */
export async function jobProcess(uri: string, name: string): Promise<JobProcess> {
  const container = new MidwayContainer();
  container.registerObject(CONFIG, readConfig(environmentOf({ uri, name })));
  container.registerObject(LOG, makeLog('silent'));
  const parts = [Database, Migrator, Metrics, JobsStore, Jobs, SweeperStore, Sweeper];
  for (const part of parts) container.bindClass(part);
  const database = await container.getAsync(Database);
  await database.connect();
  for (const part of parts) await container.getAsync(part as new () => unknown);
  const jobs = container.get(Jobs);
  return {
    jobs,
    store: container.get(JobsStore),
    sweeper: container.get(Sweeper),
    database,
    metrics: container.get(Metrics),
    migrator: container.get(Migrator),
    stop: async () => {
      await jobs.stop();
      await database.close();
    },
  };
}

/** Documents as they are stored, by key. */
export async function storedJobs(
  { database }: JobProcess,
  kind: string,
): Promise<Map<string, Record<string, unknown>>> {
  const rows = await database.connection.collection('jobs').find({ kind }).toArray();
  return new Map(rows.map((row) => [row.key as string, row as Record<string, unknown>]));
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
