/** The command `node dist/src/main.js`: starts the service, says where it is, and stops it on SIGTERM or SIGINT. */
import { startDemo } from '../demo/start-demo';
import { DEMO_PEOPLE } from '../seeds/banxi/people';
import { environmentWithFile, readConfig } from './platform/config/config';
import { startService } from './service';

async function main(): Promise<void> {
  const env = environmentWithFile();
  const config = readConfig(env);
  const service = config.XIANGYUE_MODE === 'demo' ? await startDemo(env) : await startService(config);

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    service.stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  // Started by a launcher that is gone: nobody is left to stop this process.
  process.on('disconnect', stop);
  const identities = config.XIANGYUE_MODE === 'demo' ? DEMO_PEOPLE.map(({ name, what }) => ({ name, role: what })) : [];
  if (process.send) process.send({ ready: true, address: service.address, identities });
  else console.error(`乡约已启动：${service.address}`);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

// Whatever got past every handler leaves the process in a state nobody knows; the supervisor starts a fresh one.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
main().catch(fail);
