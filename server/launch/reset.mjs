/** `npm run reset`: empties the demo's data after asking. `--yes` answers beforehand. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { startDatabase } from './processes.mjs';
import { ROOT } from './run.mjs';
import { main } from './steps.mjs';

main(async () => {
  const folder = join(ROOT, '.data');
  if (!existsSync(folder)) {
    process.stdout.write('没有数据，不用清空。\n');
    return;
  }
  if (!process.argv.includes('--yes')) {
    const ask = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await ask.question('将清空 .data/ 里的全部演示数据，不能恢复。输入 yes 继续：');
    ask.close();
    if (answer.trim() !== 'yes') {
      process.stdout.write('没有清空。\n');
      return;
    }
  }
  // Whoever can open the database is alone with it: a running demo is refused here with its own sentence.
  await install();
  await build('shared');
  await build('server');
  if (existsSync(join(folder, 'db'))) await (await startDatabase(() => undefined)).stop();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write('已清空。下次 npm start 会重新放入演示数据。\n');
});
