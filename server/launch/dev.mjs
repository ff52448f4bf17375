/** `npm run dev`: the demo, rebuilt and restarted as files change. The page with live reload is at the second address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireFreePort, requireNode } from './machine.mjs';
import { startDatabase } from './processes.mjs';
import { ROOT, tool } from './run.mjs';
import { main, step } from './steps.mjs';

const children = [];

/** Runs a program until the end, its lines marked with its name. */
function watch(name, [file, args], { cwd = ROOT, env } = {}) {
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      for (const line of String(chunk).split('\n')) if (line.trim()) process.stdout.write(`${name} │ ${line}\n`);
    });
  children.push(child);
}

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
    return undefined;
  });

  const swc = (...args) => tool('@swc/cli/bin/swc.js', ...args, '--quiet', '--config-file', '../.swcrc', '-w');
  watch('shared', swc('src', '-d', 'dist', '--strip-leading-paths'), { cwd: join(ROOT, 'shared') });
  watch('server', swc('src', 'database', 'seeds', 'demo', 'bench', '-d', 'dist'), { cwd: join(ROOT, 'server') });
  const watched = ['server/dist/src', 'server/dist/seeds', 'shared/dist'].map(
    (folder) => `--watch-path=${join(ROOT, folder)}`,
  );
  watch('service', [process.execPath, [...watched, '--enable-source-maps', join(ROOT, 'server/dist/src/main.js')]], {
    env: { XIANGYUE_MODE: 'demo', MONGODB_URI: database.uri, PORT: port, LOG_LEVEL: 'warn' },
  });
  watch('client', tool('@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--watch', '--no-check'), {
    cwd: join(ROOT, 'client'),
    env: { NODE_ENV: 'development' },
  });

  await new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, resolve);
  });
  for (const child of children) child.kill('SIGTERM');
  await database.stop();
  process.exit(0);
});
