/** The command `npm run worker`: runs jobs and answers no requests; stops on SIGTERM or SIGINT. As many as are needed. */
import { migrations } from './migrations/migrations';
import { environmentWithFile, readConfig } from './platform/config/config';
import { isUpToDate, Migrator } from './platform/database/migrator';
import { Jobs } from './platform/jobs/jobs';
import { runProcess } from './run-process';
import { type Backend, startBackend } from './service';

runProcess(async () => {
  const backend = await startBackend(readConfig(environmentWithFile()));
  try {
    await requireCurrentDatabase(backend);
    await backend.use(Jobs).start();
  } catch (error) {
    await backend.stop();
    throw error;
  }
  const stop = async () => {
    await backend.use(Jobs).stop();
    await backend.stop();
  };
  return { sentence: '乡约后台任务已启动', stop };
});

/** Never migrates, not even in demo mode: of the processes that start together, the web process does. */
async function requireCurrentDatabase({ use }: Backend): Promise<void> {
  if (!isUpToDate(await use(Migrator).plan(migrations)))
    throw new Error(
      '数据库还不是这个版本的样子，后台任务没有启动。请先运行：npm run migrate（先看，再加 -- --apply 执行）',
    );
}
