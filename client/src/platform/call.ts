import Taro from '@tarojs/taro';
import { unlessCancelled } from './unless-cancelled';

/** Opens the phone's dialler with the number; the person still decides. Closing it again is no failure. */
export async function callNumber(phoneNumber: string): Promise<void> {
  await unlessCancelled(Taro.makePhoneCall({ phoneNumber }));
}
