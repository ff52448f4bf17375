import Taro from '@tarojs/taro';

/** Gives somebody their data as JSON: a file on the web, the clipboard in WeChat, which saves no files for others to open. */
export async function takeAlong(name: string, data: object): Promise<void> {
  const text = JSON.stringify(data, undefined, 2);
  if (process.env.TARO_ENV === 'weapp') {
    // WeChat says itself that it was copied; whoever refuses the clipboard has changed their mind.
    await Taro.setClipboardData({ data: text }).catch(() => undefined);
    return;
  }
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
