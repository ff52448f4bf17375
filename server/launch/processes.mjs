/** The processes of a running demo: each says when it is ready, and all end together, the service before its database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { dataFolder } from './machine.mjs';
import { ROOT } from './run.mjs';
import { Stop } from './steps.mjs';

/** Longer than a request in flight may take to finish. */
const STOP_MS = 20_000;

/** Starts the embedded database over `.data/db`, unless MONGODB_URI names another. @returns { uri, stop, exited } */
export async function startDatabase(say) {
  if (process.env.MONGODB_URI)
    return { uri: process.env.MONGODB_URI, stop: async () => undefined, exited: new Promise(() => undefined) };
  const require = createRequire(import.meta.url);
  const database = require(join(ROOT, 'server/dist/database/start-database.js'));
  try {
    return await database.startDatabase({ dir: join(dataFolder(), 'db'), onProgress: say });
  } catch (error) {
    if (error instanceof database.DatabaseError || error.name === 'DatabaseError') throw new Stop(error.message);
    throw error;
  }
}

/** Starts the service in demo mode; its log goes to `.data/service.log`. @returns { address, identities, stop, exited } */
export async function startService(env, nodeArgs = ['--enable-source-maps']) {
  mkdirSync(dataFolder(), { recursive: true });
  const log = createWriteStream(join(dataFolder(), 'service.log'), { flags: 'a' });
  const child = spawn(process.execPath, [...nodeArgs, join(ROOT, 'server/dist/src/main.js')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C in the terminal reaches only this process, which stops things in their order.
    detached: true,
  });
  let words = '';
  child.stdout.pipe(log);
  child.stderr.on('data', (chunk) => {
    words = (words + chunk).slice(-4_000);
    log.write(chunk);
  });
  const exited = once(child, 'exit').then(([code]) => code);
  const ready = await Promise.race([once(child, 'message').then(([message]) => message), exited.then(() => undefined)]);
  if (!ready) throw new Stop(words.trim() || '服务没有启动，原因在 .data/service.log');
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(kill);
  };
  return { ...ready, stop, exited };
}

/**
 * Waits until somebody asks to stop (Ctrl-C, SIGTERM) or a part ends by itself, then stops the parts in the given order.
 * @param parts what to stop, first to last: [{ name, stop, exited }]
 */
export async function untilStopped(parts) {
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(undefined));
  });
  const died = await Promise.race([asked, ...parts.map(({ name, exited }) => exited.then(() => name))]);
  for (const { name, stop } of parts) if (name !== died) await stop();
  if (died) throw new Stop(`${died}意外停止了，其余的已一起停下。原因在 .data/service.log`);
}
