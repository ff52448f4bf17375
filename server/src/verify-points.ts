/** The command `npm run verify-points`: proves every account of points, and names the first that does not hold. */
import { VerifyService } from './features/points/verify.service';
import { environmentWithFile, readConfig } from './platform/config/config';
import { startBackend } from './service';

async function main(): Promise<void> {
  const backend = await startBackend(readConfig({ LOG_LEVEL: 'warn', ...environmentWithFile() }));
  try {
    const { accounts, entries, failure } = await backend.use(VerifyService).verify();
    if (failure) throw new Error(`账户 ${failure.account} 对不上：${failure.what}`);
    process.stdout.write(`${accounts} 个账户、${entries} 笔，余额都等于各笔之和，每一笔都有通过的申报。\n`);
  } finally {
    await backend.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
