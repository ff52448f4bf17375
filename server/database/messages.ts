/**
 * What the engine's process and its parent say to each other over IPC.
 * The child speaks once: ready, or failed. The parent says stop with SIGTERM or by going away.
 */
export interface EngineReady {
  ready: true;
  pid: number;
  /** Unix socket first, then TCP where a port was asked for. */
  uris: string[];
}

export interface EngineFailed {
  failed: { code: DatabaseProblem; sentence: string; detail: string; heldByPid?: number };
}

export type EngineMessage = EngineReady | EngineFailed;

/**
 * - held: another process has this folder open
 * - unsupported: no engine for this system
 * - loader: the newer C library could not be fetched
 * - engine: the engine did not start or died
 */
export type DatabaseProblem = 'held' | 'unsupported' | 'loader' | 'engine';

/** `message` is one Chinese sentence for the person at the terminal; `detail` is for the log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly detail: string | undefined;
  readonly heldByPid: number | undefined;

  constructor(
    readonly code: DatabaseProblem,
    sentence: string,
    more: { detail?: string | undefined; heldByPid?: number | undefined } = {},
  ) {
    super(sentence);
    this.detail = more.detail;
    this.heldByPid = more.heldByPid;
  }
}

export function heldSentence(dir: string, pid: number | undefined): string {
  const holder = pid === undefined ? '另一个进程' : `进程 ${pid} `;
  return `数据库文件夹正被${holder}使用：${dir}。请先停掉它（多半是另一个 npm start 或 npm run dev）。`;
}
