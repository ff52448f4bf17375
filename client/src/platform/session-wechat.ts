import Taro from '@tarojs/taro';
import { ApiProblem } from './api-problem';

/**
 * A code that is good for one sign-in; WeChat gives it without asking anybody.
 * @throws ApiProblem
 */
export async function askWechatCode(): Promise<string> {
  try {
    const { code } = await Taro.login();
    return code;
  } catch {
    throw new ApiProblem('wechat.noCode', '微信没有回应，请再试一次', 0);
  }
}
