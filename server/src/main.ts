/** The command `node dist/src/main.js`: starts the service, says where it is, and stops it on SIGTERM or SIGINT. */
import { DEMO_PEOPLE } from '../seeds/banxi/people';
import { environmentWithFile, readConfig } from './platform/config/config';
import { runProcess } from './run-process';
import { type Service, startService } from './service';

runProcess(async () => {
  const env = environmentWithFile();
  const config = readConfig(env);
  const isDemo = config.XIANGYUE_MODE === 'demo';
  const service = isDemo ? await startDemo(env) : await startService(config);
  const identities = isDemo ? DEMO_PEOPLE.map(({ name, what }) => ({ name, role: what })) : [];
  return {
    ready: { address: service.address, identities },
    sentence: `乡约已启动：${service.address}`,
    stop: () => service.stop(),
  };
});

/** Loaded only here: in production the stand-in, which lets anyone be anyone, is not even in memory. */
async function startDemo(env: NodeJS.ProcessEnv): Promise<Service> {
  const demo = await import('../demo/start-demo');
  return demo.startDemo(env);
}
