/** One worker of the benchmark: the service without HTTP, running jobs. */
import { readConfig } from '../src/platform/config/config';
import { Jobs } from '../src/platform/jobs/jobs';
import { startBackend } from '../src/service';

startBackend(readConfig(process.env)).then(async ({ use, stop }) => {
  await use(Jobs).start();
  process.send?.({ ready: true, address: '' });
  process.once('SIGTERM', async () => {
    await use(Jobs).stop();
    await stop();
    process.exit(0);
  });
});
