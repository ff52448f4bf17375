/** `npm start`: installs what is missing, builds what has changed, starts database and service with the demo township. */
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireFreePort, requireNode } from './machine.mjs';
import { startDatabase, startService, untilStopped } from './processes.mjs';
import { ROOT } from './run.mjs';
import { main, sayDuration, step } from './steps.mjs';

main(async () => {
  const startedAt = performance.now();
  const port = Number(process.env.PORT ?? 7001);
  requireNode();
  await requireFreePort(port);
  await step('安装依赖', install);
  await step('编译服务', async () => {
    const changed = [await build('shared'), await build('server')];
    return changed.every(Boolean) ? changed[0] : undefined;
  });
  await step('编译网页', () => build('h5'));
  let database;
  let service;
  await step('启动数据库', async (say) => {
    database = await startDatabase(say);
    return undefined;
  });
  try {
    await step('启动服务', async () => {
      service = await startService({
        XIANGYUE_MODE: 'demo',
        MONGODB_URI: database.uri,
        HOST: '127.0.0.1',
        PORT: String(port),
        H5_DIR: join(ROOT, 'client/dist/h5'),
      });
      return undefined;
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
  process.stdout.write(`\n乡约已启动，用了 ${sayDuration(performance.now() - startedAt)}\n\n  ${service.address}\n\n`);
  process.stdout.write('里面是演示用的板溪镇。数据在 .data/，清空用 npm run reset。按 Ctrl-C 停止。\n');
  await untilStopped([
    { name: '服务', ...service },
    { name: '数据库', ...database },
  ]);
  process.stdout.write('已停止。\n');
  process.exit(0);
});
