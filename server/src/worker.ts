/** The command `npm run worker`: runs jobs and answers no requests; stops on SIGTERM or SIGINT. As many as are needed. */
import { migrations } from './migrations/migrations';
import { environmentWithFile, readConfig } from './platform/config/config';
import { isUpToDate, Migrator } from './platform/database/migrator';
import { Jobs } from './platform/jobs/jobs';
import { type Backend, startBackend } from './service';

async function main(): Promise<void> {
  const backend = await startBackend(readConfig(environmentWithFile()));
  try {
    await requireCurrentDatabase(backend);
    const jobs = backend.use(Jobs);
    await jobs.start();
    const stopped = stopRequest();
    if (process.send) process.send({ ready: true });
    else console.error('乡约后台任务已启动');
    await stopped;
    await jobs.stop();
  } finally {
    await backend.stop();
  }
}

/** A signal, or the end of the launcher that started this process. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, () => resolve());
  });
}

/** Never migrates, not even in demo mode: of the processes that start together, the web process does. */
async function requireCurrentDatabase({ use }: Backend): Promise<void> {
  if (!isUpToDate(await use(Migrator).plan(migrations)))
    throw new Error(
      '数据库还不是这个版本的样子，后台任务没有启动。请先运行：npm run migrate（先看，再加 -- --apply 执行）',
    );
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// Whatever got past every handler leaves the process in a state nobody knows; the supervisor starts a fresh one.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
main().then(() => process.exit(0), fail);
