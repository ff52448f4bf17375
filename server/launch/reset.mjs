/** `npm run reset`: empties the demo's data after asking. `--yes` answers beforehand. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { databaseHolder, requireNode } from './machine.mjs';
import { ROOT } from './run.mjs';
import { main, Stop } from './steps.mjs';

main(async () => {
  requireNode();
  const folder = join(ROOT, '.data');
  if (!existsSync(folder)) {
    process.stdout.write('没有数据，不用清空。\n');
    return;
  }
  refuseWhileRunning();
  if (!process.argv.includes('--yes') && !(await agrees())) {
    process.stdout.write('没有清空。\n');
    return;
  }
  refuseWhileRunning(); // somebody may have started it while the question stood there
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write('已清空。下次 npm start 会重新放入演示数据。\n');
});

function refuseWhileRunning() {
  const pid = databaseHolder();
  if (pid !== undefined) throw new Stop(`数据库正在运行（进程 ${pid}），没有清空。请先停掉 npm start 或 npm run dev。`);
}

async function agrees() {
  const { createInterface } = await import('node:readline/promises');
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  // Without anybody to answer (a closed input) the answer is no.
  const closed = new Promise((resolve) => ask.once('close', () => resolve('')));
  const answer = await Promise.race([
    ask.question('将清空 .data/ 里的全部演示数据，不能恢复。输入 yes 继续：'),
    closed,
  ]);
  ask.close();
  return answer.trim() === 'yes';
}
