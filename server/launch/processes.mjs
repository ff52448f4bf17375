/** The processes of a running demo: each says when it is ready, and all end together, the service before its database. */
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { dataFolder } from './machine.mjs';
import { killAll, killGroup, lastLines, ROOT, start } from './run.mjs';
import { onInterrupt, Stop } from './steps.mjs';

/** Longer than a request in flight may take to finish. */
const STOP_MS = 20_000;
/** Migrating and seeding an empty database on a slow machine included. */
const START_MS = 120_000;
const LAST_WORDS_CHARS = 4_000;
const LAST_WORDS_LINES = 15;

/** Starts the embedded database over `.data/db`, unless MONGODB_URI names another. @returns { uri, stop, exited } */
export async function startDatabase(say) {
  if (process.env.MONGODB_URI)
    return { uri: process.env.MONGODB_URI, stop: async () => undefined, exited: new Promise(() => undefined) };
  const require = createRequire(import.meta.url);
  const database = require(join(ROOT, 'server/dist/database/start-database.js'));
  try {
    return await database.startDatabase({ dir: join(dataFolder(), 'db'), onProgress: say });
  } catch (error) {
    if (error.name !== 'DatabaseError') throw error;
    throw new Stop(error.detail && error.code !== 'held' ? `${error.message}\n${error.detail}` : error.message);
  }
}

/**
 * Starts the service in demo mode. Its log goes to `.data/logs/service.log`, that of the time before to service.log.1.
 * @returns what it said when it was ready — { address, identities? } — with { stop, exited }
 */
export async function startService(env) {
  const log = createWriteStream(freshLog('service'));
  const child = start(process.execPath, ['--enable-source-maps', join(ROOT, 'server/dist/src/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let words = '';
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    words = (words + text).slice(-LAST_WORDS_CHARS);
  });
  const exited = once(child, 'close').then(() => lastLines(words, LAST_WORDS_LINES));
  const stop = async () => {
    killGroup(child);
    const kill = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(kill);
  };
  let limit;
  const late = new Promise((resolve) => {
    limit = setTimeout(() => resolve({ problem: `服务 ${START_MS / 1000} 秒内没有就绪` }), START_MS);
  });
  const ready = once(child, 'message').then(([message]) => message);
  const outcome = await Promise.race([ready, late, exited.then((problem) => ({ problem }))]);
  clearTimeout(limit);
  if (outcome.ready) return { ...outcome, stop, exited };
  await stop();
  throw new Stop(outcome.problem || '服务没有启动，原因在 .data/logs/service.log');
}

function freshLog(name) {
  const folder = join(dataFolder(), 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return file;
}

/**
 * Waits until somebody asks to stop (Ctrl-C, SIGTERM) or a part ends by itself, then stops the parts in the given order.
 * A second Ctrl-C ends at once. Throws when a part ended by itself.
 * @param parts what to stop, first to last: [{ name, stop, exited }]
 */
export async function untilStopped(parts) {
  const asked = new Promise((resolve) => {
    onInterrupt(() => {
      onInterrupt(() => {
        killAll('SIGKILL');
        process.exit(1); // the database closes by itself when we are gone
      });
      process.stdout.write('\n正在停止…（再按一次 Ctrl-C 立即结束）\n');
      resolve(undefined);
    });
  });
  const endings = parts.map(({ name, exited }) => exited.then((words) => ({ name, words })));
  const died = await Promise.race([asked, ...endings]);
  for (const { name, stop } of parts) if (name !== died?.name) await stop();
  if (died === undefined) return;
  const words = typeof died.words === 'string' ? died.words : died.words.lastWords;
  throw new Stop(`${words ? `${words}\n\n` : ''}${died.name}意外停止了，其余的已一起停下。记录在 .data/logs/ 里。`);
}
