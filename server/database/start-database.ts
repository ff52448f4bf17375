import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodeCommand } from './glibc';
import { DatabaseError, type EngineMessage, type EngineReady } from './messages';

/** Generous: after a crash the engine replays its journal before it is ready. */
const START_MAX_MS = 120_000;

/** A little longer than the engine's own limit, so that it normally ends by itself. */
const STOP_MAX_MS = 25_000;

/** What is kept of the engine's last words, for the error of a start that failed. */
const LAST_WORDS_MAX_CHARS = 8_192;

export interface DatabaseOptions {
  /** The data folder; made if missing. */
  dir: string;
  /** Where the unix socket goes; the data folder by default. Too long a path falls back to the temporary folder. */
  socketDir?: string;
  /** Also listens on 127.0.0.1 at this port (for tools that cannot use a unix socket). */
  port?: number;
  /** Where the C library for an old system is kept; `.cache/glibc` of the project by default. */
  cacheDir?: string;
  /** Hears one Chinese sentence when something takes longer. */
  onProgress?: (sentence: string) => void;
}

export interface DatabaseExit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Whether stop() had been called: anything else is an accident. */
  asked: boolean;
  lastWords: string;
}

export interface RunningDatabase {
  uri: string;
  /** The TCP address, when a port was asked for. */
  tcpUri: string | undefined;
  pid: number;
  /** Closes cleanly and resolves when the process is gone; kills it if it takes longer than 25 s. */
  stop(): Promise<void>;
  exited: Promise<DatabaseExit>;
}

/**
 * Starts the embedded MongoDB over a data folder as a process of its own, which ends when this one does.
 * Throws a DatabaseError. The engine's process is always the compiled one in server/dist.
 */
export async function startDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  const script = path.join(serverRoot(), 'dist/database/engine-process.js');
  if (!existsSync(script)) throw new DatabaseError('engine', '数据库程序还没有编译，请先运行 npm start 或 npm test。');
  const cacheDir = options.cacheDir ?? path.join(serverRoot(), '../.cache/glibc');
  const { file, args } = await nodeCommand(cacheDir, options.onProgress ?? (() => undefined));

  const child = spawn(file, [...args, script, ...engineArgs(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A process group of its own: Ctrl-C in the terminal reaches only the parent, which stops things in their order.
    detached: true,
  });
  let asked = false;
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_MAX_CHARS);
  });
  const exited = new Promise<DatabaseExit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, asked, lastWords }));
  });
  const stop = async () => {
    asked = true;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MAX_MS);
    await exited;
    clearTimeout(kill);
  };
  const ready = await untilReady(child, exited, stop);
  const [uri, tcpUri] = ready.uris.map((base) => `${base}?directConnection=true`);
  if (uri === undefined) throw new DatabaseError('engine', '数据库没有给出地址。');
  return { uri, tcpUri, pid: ready.pid, stop, exited };
}

/** From server/database (under jest) as from server/dist/database. */
function serverRoot(): string {
  const parent = path.dirname(__dirname);
  return path.basename(parent) === 'dist' ? path.dirname(parent) : parent;
}

function engineArgs({ dir, socketDir, port }: DatabaseOptions): string[] {
  return [
    ...['--dir', path.resolve(dir)],
    ...(socketDir === undefined ? [] : ['--socket-dir', path.resolve(socketDir)]),
    ...(port === undefined ? [] : ['--port', String(port)]),
  ];
}

async function untilReady(
  child: ChildProcess,
  exited: Promise<DatabaseExit>,
  stop: () => Promise<void>,
): Promise<EngineReady> {
  let limit: NodeJS.Timeout | undefined;
  try {
    return await new Promise<EngineReady>((resolve, reject) => {
      child.once('error', (error) => {
        reject(new DatabaseError('engine', '数据库进程没能启动。', { detail: error.message }));
      });
      child.on('message', (message: EngineMessage) => {
        if ('ready' in message) return resolve(message);
        const { code, sentence, detail, heldByPid } = message.failed;
        reject(new DatabaseError(code, sentence, { detail, heldByPid }));
      });
      exited.then(({ code, signal, lastWords }) => {
        const sentence = `数据库进程没有就绪就退出了（${signal ?? code}）。`;
        reject(new DatabaseError('engine', sentence, { detail: lastWords }));
      });
      limit = setTimeout(() => {
        reject(new DatabaseError('engine', `数据库 ${START_MAX_MS / 1000} 秒内没有就绪。`));
      }, START_MAX_MS);
    });
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(limit);
  }
}
