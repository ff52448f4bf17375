/** Starts the real service for a test file: its own database in the embedded engine, a free port, real HTTP. */
import { type Demo, startDemo } from '../demo/start-demo';
import type { Config } from '../src/platform/config/config';
import { testDatabase } from './database';
import { environmentOf } from './environment';

/** An answer as a client sees it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer is whatever a test expects of it
  readonly body: any;
}

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
  const send: TestApp['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(service.address + path, { method, headers, ...(body !== undefined && { body }) });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
  };
  return { service, send, get: (path, headers) => send('GET', path, undefined, headers), stop: () => service.stop() };
}
