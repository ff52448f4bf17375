/** `npm run dev`: the demo, rebuilt and restarted as files change. The page that reloads by itself is at the second address. */
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { build, compile, sourcesOf } from './build.mjs';
import { install } from './install.mjs';
import { dataFolder, requireNode } from './machine.mjs';
import { requireFreePort } from './port.mjs';
import { startDatabase, untilStopped } from './processes.mjs';
import { killGroup, ROOT, start } from './run.mjs';
import { main, sayError, step } from './steps.mjs';

/** An editor writes a file in several strokes, and a branch change writes many: one build for all. */
const SETTLE_MS = 150;

main(async () => {
  const port = process.env.PORT ?? '7001';
  requireNode();
  await requireFreePort(Number(port));
  await step('安装依赖', install);
  await step('编译服务', async () => {
    await build('shared');
    await build('server');
  });
  let database;
  await step('启动数据库', async (say) => {
    database = await startDatabase(say);
  });
  const service = restartingService({
    XIANGYUE_MODE: 'demo',
    MONGODB_URI: database.uri,
    PORT: port,
    FILES_DIR: join(dataFolder(), 'files'),
    LOG_LEVEL: 'warn',
  });
  const client = startPrefixed('client', 'npm', ['run', 'dev:h5', '-w', 'client'], {
    NODE_ENV: 'development',
    DEV_SERVICE: `http://127.0.0.1:${port}`,
  });
  const stopWatching = rebuildOnChange(service);
  await untilStopped([
    { name: '网页的编译', stop: () => end(client), exited: client.exited },
    { name: '服务', stop: () => service.stop(stopWatching), exited: new Promise(() => undefined) },
    { name: '数据库', ...database },
  ]);
  process.stdout.write('已停止。\n');
  process.exit(0);
});

/** Starts a program whose lines are marked with its name. */
function startPrefixed(name, file, args, env, stdio = ['ignore', 'pipe', 'pipe']) {
  const child = start(file, args, { env, stdio });
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      if (line.trim()) process.stdout.write(`${name} │ ${line}\n`);
    });
  child.exited = once(child, 'close').then(() => '');
  return child;
}

async function end(child) {
  killGroup(child);
  await child.exited;
}

/** The service, started again for every new build. One that ends by itself (a fault in new code) waits for the next. */
function restartingService(env) {
  const begin = () => {
    const child = startPrefixed('service', process.execPath, ['--enable-source-maps', 'server/dist/src/main.js'], env, [
      'ignore',
      'pipe',
      'pipe',
      'ipc',
    ]);
    child.once('message', ({ address }) => {
      process.stdout.write(`service │ ${address} 已就绪；网页在 http://127.0.0.1:10086（改动后自动刷新）\n`);
    });
    child.once('close', () => {
      if (child === current) process.stdout.write('service │ 已退出，改好后会再启动\n');
    });
    return child;
  };
  let current = begin();
  const leave = () => {
    const child = current;
    current = undefined; // so that its end is not news
    return end(child);
  };
  return {
    restart: async () => {
      await leave();
      current = begin();
    },
    stop: async (stopWatching) => {
      await stopWatching();
      await leave();
    },
  };
}

/** Compiles a part when its sources change, then restarts the service. @returns a function that ends it */
function rebuildOnChange(service) {
  const changed = new Set();
  let timer;
  let working = Promise.resolve();
  const work = async () => {
    const parts = [...changed];
    changed.clear();
    if (parts.length === 0) return;
    try {
      for (const part of parts) await step(`重新编译 ${part}`, () => compile(part));
      await service.restart();
    } catch (error) {
      process.stdout.write(`${sayError(error)}\n`); // a mistake in typing; the next change is another chance
    }
  };
  const watchers = ['shared', 'server'].flatMap((part) =>
    sourcesOf(part)
      .filter((source) => source.startsWith(join(ROOT, part)))
      .map((source) =>
        watch(source, { recursive: true }, () => {
          changed.add(part);
          clearTimeout(timer);
          timer = setTimeout(() => {
            working = working.then(work);
          }, SETTLE_MS);
        }),
      ),
  );
  return async () => {
    for (const watcher of watchers) watcher.close();
    clearTimeout(timer);
    await working;
  };
}
