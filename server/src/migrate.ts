/** The command `npm run migrate`: says what would be done to the database; with `--apply`, does it. */
import { parseArgs } from 'node:util';
import { migrations } from './migrations/migrations';
import { environmentWithFile, readConfig } from './platform/config/config';
import { isUpToDate, type MigrationPlan, Migrator } from './platform/database/migrator';
import { startBackend } from './service';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { apply: { type: 'boolean', default: false } } });
  const backend = await startBackend(readConfig({ LOG_LEVEL: 'warn', ...environmentWithFile() }));
  try {
    const migrator = backend.use(Migrator);
    const plan = await migrator.plan(migrations);
    say(plan);
    if (isUpToDate(plan)) return;
    if (values.apply) {
      await migrator.apply(migrations);
      print('已完成。');
    } else print('以上还没有执行。确认后运行：npm run migrate -- --apply');
  } finally {
    await backend.stop();
  }
}

function say(plan: MigrationPlan): void {
  if (isUpToDate(plan)) print('数据库已是最新，什么都不用做。');
  for (const { id, summary } of plan.migrations) print(`要做的改动 ${id}：${summary}`);
  for (const index of plan.missingIndexes) print(`要建的索引 ${index}`);
  for (const index of plan.unknownIndexes) print(`不认识的索引（不会删除，请人工确认）${index}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
