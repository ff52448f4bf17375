/** `npm run bench`: builds the service and measures it, each figure beside its limit. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { requireNode } from './machine.mjs';
import { ROOT } from './run.mjs';
import { main, step } from './steps.mjs';

main(async () => {
  requireNode();
  await step('安装依赖', install);
  await step('编译服务', async () => {
    await build('shared');
    await build('server');
  });
  const bench = spawn(process.execPath, [join(ROOT, 'server/dist/bench/bench.js')], { stdio: 'inherit' });
  const [code] = await once(bench, 'exit');
  process.exit(code ?? 1);
});
