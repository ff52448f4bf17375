import Taro from '@tarojs/taro';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { scanQr } from '@/platform/scan-qr';
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
  const scanned = await scanQr({ onlyFromCamera: true });
  if (scanned === undefined) return;
  const code = readDesktopCode(scanned);
  if (code) open(paths.desktopConfirm(code.signInId, code.scanCode));
  else void Taro.showToast({ title: '这不是乡约的登录二维码', icon: 'none' });
}
