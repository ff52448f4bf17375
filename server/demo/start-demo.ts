/**
 * The service as a demo: a stand-in for WeChat on loopback, the demo township in an empty database, and identities to
 * sign in with. Only `main.ts` in demo mode and tests call this; production never loads the stand-in.
 */
import { DEMO_PEOPLE } from '../seeds/banxi/people';
import { seedDemo } from '../seeds/seed-demo';
import { readConfig } from '../src/platform/config/config';
import { type Service, startService } from '../src/service';
import { startDemoWechat } from './wechat-stand-in/demo-wechat';
import type { WechatStandIn } from './wechat-stand-in/stand-in';

export interface Demo extends Service {
  readonly wechat: WechatStandIn;
}

/** @param env the environment; what names WeChat in it is replaced by the stand-in */
export async function startDemo(env: NodeJS.ProcessEnv): Promise<Demo> {
  const { standIn: wechat, environment } = await startDemoWechat(readConfig(env).XIANGYUE_MODE);
  try {
    const config = readConfig({ ...env, ...environment });
    const service = await startService(config, DEMO_PEOPLE);
    await seedDemo(service.use, (character) => `${wechat.appId}:${wechat.people.openidOf(character)}`);
    const stop = async () => {
      await service.stop();
      await wechat.stop();
    };
    return { ...service, wechat, stop };
  } catch (error) {
    await wechat.stop();
    throw error;
  }
}
