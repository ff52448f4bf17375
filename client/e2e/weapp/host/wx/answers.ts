/** What only a person, a camera or WeChat's own service can answer. A journey prepares the answers in order. */
import { recordError } from '../errors';
import { type Api, asyncApi } from './define';
import { WxFailure } from './failure';

export const ASKING_APIS = [
  'scanCode',
  'chooseImage',
  'chooseMedia',
  'chooseMessageFile',
  'chooseLocation',
  'getLocation',
  'getFuzzyLocation',
  'openLocation',
  'requestSubscribeMessage',
  'makePhoneCall',
  'addPhoneContact',
  'authorize',
  'getSetting',
  'openSetting',
  'getUserProfile',
  'checkSession',
  'previewImage',
  'saveImageToPhotosAlbum',
  'navigateToMiniProgram',
  'openPrivacyContract',
  'addPhoneCalendar',
] as const;

export class Answers {
  private readonly prepared: { api: string; result?: unknown; failure?: string }[] = [];

  prepare(api: string, answer: { result?: unknown; failure?: string }): void {
    this.prepared.push({ api, ...answer });
  }

  leftover = (): string[] => this.prepared.map(({ api }) => api);

  async take(api: string): Promise<unknown> {
    const at = this.prepared.findIndex((answer) => answer.api === api);
    const [answer] = at < 0 ? [] : this.prepared.splice(at, 1);
    if (!answer) {
      recordError(`wx.${api}`, 'the journey prepared no answer');
      throw new WxFailure('fail no answer prepared');
    }
    if (answer.failure !== undefined) throw new WxFailure(answer.failure);
    return answer.result;
  }

  apis(): Record<string, Api> {
    const asking = ASKING_APIS.map((name): [string, Api] => [name, asyncApi(name, () => this.take(name))]);
    // Every app logs in at once and alike; a journey that cares prepares its own code.
    const login = asyncApi('login', () =>
      this.leftover().includes('login') ? this.take('login') : { code: 'host-login-code' },
    );
    return { ...Object.fromEntries(asking), login };
  }
}
