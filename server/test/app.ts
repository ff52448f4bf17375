/** Starts the real service for a test file: its own database in the embedded engine, a free port, real HTTP. */
import type { Collection, Document } from 'mongodb';
import { type Demo, startDemo } from '../demo/start-demo';
import type { Config } from '../src/platform/config/config';
import { Database } from '../src/platform/database/database';
import { PersonalData, type PersonalDataHolder } from '../src/platform/personal-data/personal-data';
import { type Answer, answerOf } from './answer';
import { testDatabase } from './database';
import { environmentOf } from './environment';

export interface TestApp {
  readonly service: Demo;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly send: (
    method: string,
    path: string,
    body?: NonNullable<RequestInit['body']>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** @param overrides environment variables that this test needs otherwise */
export async function startApp(overrides: Partial<Record<keyof Config, string>> = {}): Promise<TestApp> {
  const service = await startDemo({
    XIANGYUE_MODE: 'demo',
    PORT: '0',
    ...environmentOf(testDatabase()),
    LOG_LEVEL: 'silent',
    // A test that needs a job runs it itself; one that runs beside a test makes it say something else now and then.
    JOBS_IN_PROCESS: 'false',
    // What a test has just written must be what it reads.
    PUBLIC_CACHE_MS: '0',
    ...overrides,
  });
  const send: TestApp['send'] = async (method, path, body, headers = {}) =>
    answerOf(await fetch(service.address + path, { method, headers, ...(body !== undefined && { body }) }));
  return { service, send, get: (path, headers) => send('GET', path, undefined, headers), stop: () => service.stop() };
}

/** What is stored, past the stores: to look at all of it, or to leave behind what a crash would. */
export function collectionOf<Row extends { _id: string } = Document & { _id: string }>(
  { service }: TestApp,
  name: string,
): Collection<Row> {
  return service.use(Database).connection.collection<Row>(name);
}

/** The part with this key that keeps something about people. */
export function holderOf({ service }: TestApp, key: string): PersonalDataHolder {
  const holder = service.use(PersonalData).holders.find((one) => one.key === key);
  if (!holder) throw new Error(`nobody keeps ${key}`);
  return holder;
}
