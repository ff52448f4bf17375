/** `npm start`: installs what is missing, builds what has changed, starts database and service with the demo township. */
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { dataFolder, requireNode } from './machine.mjs';
import { requireFreePort } from './port.mjs';
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
    const unchanged = [await build('shared'), await build('server')];
    return unchanged.every(Boolean) ? unchanged[0] : undefined;
  });
  await step('编译网页', () => build('h5'));
  let database;
  await step('启动数据库', async (say) => {
    database = await startDatabase(say);
  });
  let service;
  try {
    await step('启动服务', async () => {
      service = await startService({
        XIANGYUE_MODE: 'demo',
        MONGODB_URI: database.uri,
        HOST: '127.0.0.1',
        PORT: String(port),
        FILES_DIR: join(dataFolder(), 'files'),
        H5_DIR: join(ROOT, 'client/dist/h5'),
      });
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
  sayReady(service, performance.now() - startedAt);
  await untilStopped([
    { name: '服务', ...service },
    { name: '数据库', ...database },
  ]);
  process.stdout.write('已停止。\n');
  process.exit(0);
});

function sayReady({ address, identities = [] }, tookMs) {
  const lines = ['', `乡约已启动，用了 ${sayDuration(tookMs)}`, '', `  ${address}`, ''];
  if (identities.length > 0) lines.push('演示身份：');
  for (const { name, role } of identities) lines.push(`  ${name}${role ? `　${role}` : ''}`);
  if (identities.length > 0) lines.push('');
  lines.push('里面是演示用的板溪镇。数据在 .data/，清空用 npm run reset。按 Ctrl-C 停止。', '');
  process.stdout.write(lines.join('\n'));
}
