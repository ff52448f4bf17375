import Taro from '@tarojs/taro';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { readDesktopCode } from '@/platform/session-desktop-code';
import { Row } from '@/ui/row';

/** WeChat only: reads the code on a desktop's sign-in page. */
export function ScanDesktopRow() {
  return (
    <Row icon="search" title="扫码登录电脑" note="对准电脑上乡约的二维码" onPress={() => void scanDesktopCode()} />
  );
}

/** Scans, and leads to the page that asks for consent; closing the camera is no failure. */
export async function scanDesktopCode(): Promise<void> {
  // Only the camera: a code in the album may have come from anybody.
  const scan = Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
  const scanned = await scan.catch(() => undefined);
  if (!scanned) return;
  const code = readDesktopCode(scanned.result);
  if (code) open(paths.desktopConfirm(code.signInId, code.scanCode));
  else void Taro.showToast({ title: '这不是乡约的登录二维码', icon: 'none' });
}
