/** Runs other programs quietly: what they print goes to a log file, and is shown only when they fail. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { adviceFor } from './advice.mjs';
import { Stop } from './steps.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOGS = join(ROOT, '.cache/logs');
const SHOWN_LINES = 40;

/** Nothing here takes longer on a slow machine with a slow network; past it something hangs. */
const LIMIT_MS = 15 * 60_000;
const KILL_AFTER_MS = 5_000;

const running = new Set();

/**
 * A program's children too: each has a process group of its own. So Ctrl-C reaches only the launcher, which decides
 * what stops when.
 */
export function killGroup(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // gone already
  }
}

/** Ends everything that `start` started. */
export function killAll(signal) {
  for (const child of running) killGroup(child, signal);
}

process.on('exit', () => killAll('SIGTERM'));

/** Starts a program that ends, at the latest, with this process. */
export function start(command, args, { env, ...options } = {}) {
  const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, ...options, detached: true });
  if (child.pid !== undefined) running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** @returns { code, file, output }; a program that fails is no error, one that cannot be started is. */
export function runToLog(name, command, args, { limitMs = LIMIT_MS, ...options } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const file = join(LOGS, `${name}.log`);
  const log = createWriteStream(file);
  return new Promise((done, failed) => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      log.write(`\n超过 ${limitMs / 60_000} 分钟没有结束，已停掉。\n`);
      killGroup(child);
      setTimeout(() => killGroup(child, 'SIGKILL'), KILL_AFTER_MS).unref();
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      failed(error.code === 'ENOENT' ? new Stop(`找不到程序 ${command}：请先安装它。`) : error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      log.end(() => done({ code: late ? 1 : (code ?? 1), file, output: readFileSync(file, 'utf8') }));
    });
  });
}

/** Runs a program that must succeed. Throws a Stop with its last lines and, where it is known, what to do. */
export async function run(name, command, args, options) {
  const { code, file, output } = await runToLog(name, command, args, options);
  if (code === 0) return output;
  const where = `（全部输出在 ${relative(ROOT, file)}）`;
  const advice = adviceFor(output);
  if (advice !== undefined) throw new Stop(`${advice}${where}`);
  throw new Stop(`${lastLines(output)}\n\n“${name}”没有成功。${where}`);
}

export function lastLines(output, count = SHOWN_LINES) {
  return output.trim().split('\n').slice(-count).join('\n');
}

/** A program that npm installed here, as `run` wants it. */
export function tool(path, ...args) {
  return [process.execPath, [join(ROOT, 'node_modules', path), ...args]];
}
