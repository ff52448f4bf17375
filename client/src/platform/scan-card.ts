import Taro from '@tarojs/taro';
import { readScannedCard } from '@xiangyue/shared/features/households/card-code.rules';
import { scanQr } from './scan-qr';

/** WeChat only: reads a household's card. Undefined when the camera was closed again, or when it saw no card and said so. */
export async function scanCard(): Promise<string | undefined> {
  const scanned = await scanQr();
  if (scanned === undefined) return undefined;
  const code = readScannedCard(scanned);
  if (code === null) void Taro.showToast({ title: '这不是户卡上的二维码', icon: 'none' });
  return code ?? undefined;
}
