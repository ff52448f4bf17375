/** A second process of the service, as far as WeChat goes: told over IPC when to check how many texts at once. */
import type { WechatOptions } from '../../src/platform/wechat/wechat-client';
import { openClient, type Where } from './harness';

export interface Orders {
  readonly where: Where;
  readonly options: WechatOptions;
  readonly openid: string;
}

export type Report = 'ready' | readonly string[];

process.once('message', async ({ where, options, openid }: Orders) => {
  const { client, close } = await openClient(where, options);
  process.on('message', async (times: number) => {
    const checks = Array.from({ length: times }, () => client.msgSecCheck(openid, 2, '好'));
    const settled = await Promise.allSettled(checks);
    process.send?.(settled.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason))));
  });
  process.on('disconnect', close);
  process.send?.('ready' satisfies Report);
});
