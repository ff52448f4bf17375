/** The real service over an embedded database of its own with the demo township, for one journey. */
import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { H5_DIST } from './builds';

const ROOT = path.join(__dirname, '..', '..');
const START_DATABASE = path.join(ROOT, 'server/dist/database/start-database.js');
const SERVICE = path.join(ROOT, 'server/dist/src/main.js');

/** Names the folder with the seeded township that every journey copies. */
export const SEEDED_VARIABLE = 'XIANGYUE_E2E_SEEDED';

/** Ample: an old Debian fetches its C library at the first start, and CI has two cores. */
const START_MS = 120_000;
const STOP_MS = 30_000;
/** How much of a process's last words an error quotes. */
const LAST_WORDS_CHARS = 4000;

export interface RunningService {
  /** `http://127.0.0.1:<port>`: the API under /api, the H5 app under /. */
  address: string;
  /** Stops the service, then the database. Throws when either had crashed. */
  stop(): Promise<void>;
}

/** A service of its own for one journey, with the township as it was seeded (see global-setup.ts). */
export async function startService(): Promise<RunningService> {
  const seeded = process.env[SEEDED_VARIABLE];
  if (!seeded) throw new Error(`${SEEDED_VARIABLE} is missing: global-setup.ts sets it`);
  const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-e2e-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(seeded, folder, { recursive: true });
    const { address, stop } = await startServiceIn(folder);
    return { address, stop: () => stop().finally(remove) };
  } catch (fault) {
    remove();
    throw fault;
  }
}

/** Starts database and service on a folder, and seeds it when it is empty; stopping leaves the folder as it then is. */
export async function startServiceIn(folder: string): Promise<RunningService> {
  for (const built of [START_DATABASE, SERVICE])
    if (!existsSync(built)) throw new Error(`${built} is missing: build the server first`);
  const started: Process[] = [];
  const stop = async () => {
    for (const each of started.reverse()) await each.stop();
  };
  try {
    const launcher = path.join(__dirname, 'database-launcher.cjs');
    const database = new Process('database', launcher, [START_DATABASE, path.join(folder, 'data')], {});
    started.push(database);
    const { uri } = await database.message<{ uri: string }>();
    const service = new Process('service', SERVICE, [], {
      XIANGYUE_MODE: 'demo',
      MONGODB_URI: uri,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'warn',
      FILES_DIR: path.join(folder, 'files'),
      ...(existsSync(H5_DIST) ? { H5_DIR: H5_DIST } : {}),
    });
    started.push(service);
    const { address } = await service.message<{ address: string }>();
    return { address, stop };
  } catch (fault) {
    await stop().catch((further: unknown) => {
      throw new AggregateError([fault, further], 'neither start nor stop worked');
    });
    throw fault;
  }
}

class Process {
  private readonly child: ChildProcess;
  private readonly ended: Promise<string>;
  private lastWords = '';

  constructor(
    private readonly name: string,
    script: string,
    args: string[],
    env: Record<string, string>,
  ) {
    this.child = fork(script, args, {
      env: { ...process.env, ...env },
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.lastWords = (this.lastWords + text).slice(-LAST_WORDS_CHARS);
      });
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve(String(signal ?? code))));
  }

  /** The first message it sends. */
  message<T>(): Promise<T> {
    const first = new Promise<T>((resolve) => this.child.once('message', (message) => resolve(message as T)));
    const died = this.ended.then((how): never => {
      throw new Error(`the ${this.name} ended (${how}) before it was ready:\n${this.lastWords}`);
    });
    return within(Promise.race([first, died]), START_MS, `the ${this.name} was not ready`);
  }

  async stop(): Promise<void> {
    const crashed = this.child.exitCode !== null || this.child.signalCode !== null;
    this.child.kill('SIGTERM');
    try {
      const how = await within(this.ended, STOP_MS, `the ${this.name} did not stop`);
      if (crashed || how !== '0') throw new Error(`the ${this.name} ended with ${how}:\n${this.lastWords}`);
    } finally {
      this.child.kill('SIGKILL');
    }
  }
}

async function within<T>(wanted: Promise<T>, limitMs: number, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([wanted, late]);
  } finally {
    clearTimeout(timer);
  }
}
