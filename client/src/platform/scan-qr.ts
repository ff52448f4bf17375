import Taro from '@tarojs/taro';

/**
 * WeChat only: what a QR code in front of the camera says; undefined when the camera was closed again, which is no failure.
 * @param onlyFromCamera a code in the album may have come from anybody
 */
export async function scanQr({ onlyFromCamera = false } = {}): Promise<string | undefined> {
  const scanned = await Taro.scanCode({ onlyFromCamera, scanType: ['qrCode'] }).catch(() => undefined);
  return scanned?.result;
}
