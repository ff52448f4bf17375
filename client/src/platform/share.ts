import Taro from '@tarojs/taro';

/** Passes a page on from the web: the phone's own share sheet, or the link in the clipboard where there is none. */
export async function shareFromWeb(title: string, path: string): Promise<void> {
  const url = `${window.location.origin}${window.location.pathname}#${path}`;
  if (typeof navigator.share === 'function') {
    // Closing the sheet without sharing is no failure.
    await navigator.share({ title, url }).catch(() => undefined);
    return;
  }
  await Taro.setClipboardData({ data: `${title}\n${url}` });
  void Taro.showToast({ title: '链接已复制，可以发给家人', icon: 'none' });
}
