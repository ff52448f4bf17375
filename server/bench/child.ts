/** Child processes of the benchmark. Each says `{ ready, address }` and ends on SIGTERM. */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  readonly address: string;
  readonly pid: number;
  /** From being started to being ready, in milliseconds. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** Runs a compiled script until it says that it is ready. Throws when it ends instead. */
export async function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const startedAt = performance.now();
  const child = fork(script, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const message = await Promise.race([
    once(child, 'message').then(([first]) => first as { address: string }),
    exited.then(() => null),
  ]);
  if (!message) throw new Error(`${script} ended before it was ready`);
  return {
    address: message.address,
    pid: child.pid as number,
    readyMs: performance.now() - startedAt,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Resident memory of a process, in MB. */
export function residentMb(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
