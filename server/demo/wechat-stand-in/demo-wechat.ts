/** WeChat for the demo, where there is no app id: the stand-in, with its address as configuration. */
import { startWechatStandIn, type WechatStandIn } from './stand-in';

/** What `.env` would say of a real WeChat. */
export interface DemoWechat {
  readonly environment: {
    readonly WECHAT_BASE_URL: string;
    readonly WECHAT_APP_ID: string;
    readonly WECHAT_APP_SECRET: string;
  };
  readonly standIn: WechatStandIn;
}

/**
 * Starts a trusting stand-in: `demo-<name>` signs in as that name. Anyone could then sign in as anyone, so it throws in
 * any mode but demo.
 */
export async function startDemoWechat(mode: 'production' | 'demo'): Promise<DemoWechat> {
  if (mode !== 'demo') throw new Error('the stand-in for WeChat lets anyone sign in as anyone: demo mode only');
  const standIn = await startWechatStandIn({ trusting: true });
  return {
    environment: {
      WECHAT_BASE_URL: standIn.url,
      WECHAT_APP_ID: standIn.appId,
      WECHAT_APP_SECRET: standIn.appSecret,
    },
    standIn,
  };
}
