import Taro from '@tarojs/taro';
import { saveBlob } from './save-blob';

/** Gives somebody their data as JSON: a file on the web, the clipboard in WeChat, which saves no files for others to open. */
export async function takeAlong(name: string, data: object): Promise<void> {
  const text = JSON.stringify(data, undefined, 2);
  if (process.env.TARO_ENV === 'weapp') {
    // WeChat says itself that it was copied; whoever refuses the clipboard has changed their mind.
    await Taro.setClipboardData({ data: text }).catch(() => undefined);
    return;
  }
  saveBlob(new Blob([text], { type: 'application/json' }), `${name}.json`);
}
