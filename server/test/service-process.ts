/** Runs the built service as a process of its own, as production does. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(__dirname, '../dist/src/main.js');
const START_LIMIT_MS = 15_000;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServiceProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything it wrote so far, both streams. */
  output(): string;
  /** Sends the signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Exit>;
}

/** Resolves when the service is ready; rejects with what it wrote to its error stream when it ends before. */
export async function startProcess(env: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  if (!existsSync(MAIN)) throw new Error('build the server first: npm run build -w shared && npm run build -w server');
  const child = fork(MAIN, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
    errors += chunk;
  });
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Exit);
  const late = AbortSignal.timeout(START_LIMIT_MS);
  const ready = await Promise.race([
    once(child, 'message', { signal: late }).then(([message]) => message as { address: string }),
    exited.then(() => null),
  ]);
  if (!ready) throw new Error(errors.trim());
  return {
    address: ready.address,
    child,
    output: () => output,
    stop: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}
