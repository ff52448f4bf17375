/** The command `node dist/src/main.js`: starts the service, says where it is, and stops it on SIGTERM or SIGINT. */
import { startDemo } from '../demo/start-demo';
import { DEMO_PEOPLE } from '../seeds/banxi/people';
import { environmentWithFile, readConfig } from './platform/config/config';
import { runProcess } from './run-process';
import { startService } from './service';

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
