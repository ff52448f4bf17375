import Taro from '@tarojs/taro';
import { readScannedCard } from '@xiangyue/shared/features/households/card-code.rules';

/** WeChat only: reads a household's card; null when it is no card, undefined when the camera was closed again. */
export async function scanCard(): Promise<string | null | undefined> {
  const scanned = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => undefined);
  return scanned && readScannedCard(scanned.result);
}
