/** The phone, the app's own state, and what WeChat tells an app about itself. */
import type { Device, HostInput } from '../../protocol';
import { isDrawn } from '../builtins';
import { onAppError } from '../errors';
import { type Api, asyncApi, Listeners, type Options } from './define';

const SDK_VERSION = '3.8.0';
/** The capsule at the top right, in WeChat's usual place below the status bar. */
const CAPSULE = { width: 87, height: 32, right: 7, top: 4 };

export class SystemEvents {
  readonly appShow = new Listeners<unknown>('AppShow');
  readonly appHide = new Listeners<unknown>('AppHide');
  readonly rejection = new Listeners<{ reason: unknown }>('UnhandledRejection');
  readonly error = new Listeners<string>('Error');

  constructor() {
    onAppError((message) => this.error.send(message));
  }

  /** Heard, never sent: the host has no low memory, no theme change, no turning of the phone. */
  private readonly silent = [
    'MemoryWarning',
    'ThemeChange',
    'WindowResize',
    'PageNotFound',
    'KeyboardHeightChange',
    'UserCaptureScreen',
    'AudioInterruptionBegin',
    'AudioInterruptionEnd',
    'LazyLoadError',
    'NeedPrivacyAuthorization',
  ];

  apis(): Record<string, Api> {
    const all = [
      this.appShow,
      this.appHide,
      this.rejection,
      this.error,
      ...this.silent.map((name) => new Listeners(name)),
    ];
    return Object.fromEntries(
      all.flatMap(({ name, on, off }) => [
        [`on${name}`, on],
        [`off${name}`, off],
      ]),
    );
  }
}

export function systemApis(input: HostInput, entry: () => Options, implemented: () => string[]): Record<string, Api> {
  const { device } = input;
  const base = {
    SDKVersion: SDK_VERSION,
    version: '8.0.50',
    language: 'zh_CN',
    enableDebug: false,
    fontSizeSetting: 16,
    theme: 'light',
    host: { env: 'WeChat' },
  };
  const phone = {
    brand: 'host',
    model: 'glass-easel',
    system: 'iOS 13.0',
    platform: 'ios',
    benchmarkLevel: -1,
    abi: 'host',
  };
  const window = windowInfo(device);
  const all = { ...base, ...phone, ...window };
  return {
    getSystemInfoSync: () => ({ ...all }),
    getSystemInfo: asyncApi('getSystemInfo', () => all),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', () => all),
    getWindowInfo: () => ({ ...window }),
    getAppBaseInfo: () => ({ ...base }),
    getDeviceInfo: () => ({ ...phone }),
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getMenuButtonBoundingClientRect: () => {
      const top = device.statusBarHeight + CAPSULE.top;
      const right = device.width - CAPSULE.right;
      return {
        width: CAPSULE.width,
        height: CAPSULE.height,
        top,
        right,
        bottom: top + CAPSULE.height,
        left: right - CAPSULE.width,
      };
    },
    getLaunchOptionsSync: () => entry(),
    getEnterOptionsSync: () => entry(),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
    getExtConfigSync: () => ({}),
    getUpdateManager: () => ({
      applyUpdate: () => undefined,
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
    }),
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '《小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () => undefined),
    getRandomValues: asyncApi('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    reportEvent: () => undefined,
    nextTick: (run: () => void) => setTimeout(run, 0),
    arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    // Says yes only to what this host does, so that an app takes its other way where it has one.
    canIUse: (schema: string) => {
      const [first = '', second = ''] = schema.split('.');
      return isDrawn(first) ? second === '' || second === 'open-type' : implemented().includes(first);
    },
  };
}

function windowInfo(device: Device): Options {
  const bars = device.statusBarHeight + device.navigationBarHeight;
  return {
    pixelRatio: globalThis.devicePixelRatio,
    screenWidth: device.width,
    screenHeight: device.height,
    windowWidth: device.width,
    windowHeight: device.height - bars - device.tabBarHeight,
    statusBarHeight: device.statusBarHeight,
    screenTop: bars,
    safeArea: {
      left: 0,
      right: device.width,
      top: device.statusBarHeight,
      bottom: device.height,
      width: device.width,
      height: device.height - device.statusBarHeight,
    },
  };
}
