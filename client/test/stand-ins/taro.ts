/** Stands in for Taro's API: storage in memory, no network, nowhere to go. Tests replace single functions with `jest.spyOn(Taro, …)`. */
import { useEffect } from 'react';

// What a phone keeps outlives the app: a test that loads the app anew finds it again.
const phone = globalThis as { keptByPhone?: Map<string, unknown> };
phone.keptByPhone ??= new Map();
const storage = phone.keptByPhone;
let params: Record<string, string> = {};

const Taro = {
  getEnv: () => 'WEB',
  getStorageSync: (key: string): unknown => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  clearStorageSync: () => storage.clear(),
  request: async (_options: { url: string; method: string; data?: unknown }): Promise<unknown> => {
    throw { errMsg: 'request:fail' };
  },
  navigateTo: async (_options: { url: string }) => ({}),
  switchTab: async (_options: { url: string }) => ({}),
  navigateBack: async () => ({}),
  getCurrentPages: (): unknown[] => [{}],
  pageScrollTo: async () => ({}),
  showToast: async (_options: { title: string }) => ({}),
  login: async () => ({ code: 'wx-code' }),
  chooseMedia: async (_options: unknown): Promise<unknown> => ({ tempFiles: [] }),
  uploadFile: async (_options: unknown): Promise<unknown> => {
    throw { errMsg: 'uploadFile:fail' };
  },
  makePhoneCall: async (_options: { phoneNumber: string }) => ({}),
  scanCode: async (_options: unknown) => ({ result: '' }),
  requestSubscribeMessage: async (_options: unknown): Promise<unknown> => ({}),
  getSetting: async (_options: unknown): Promise<unknown> => ({}),
  setClipboardData: async (_options: { data: string }) => ({}),
};

export default Taro;
export const { getEnv } = Taro;
export const useRouter = () => ({ params });
// biome-ignore lint/correctness/useExhaustiveDependencies: a page is shown once here, whatever its callback becomes
export const useDidShow = (shown: () => void) => useEffect(shown, []);
export const useDidHide = (_hidden: () => void) => undefined;
// biome-ignore lint/correctness/useExhaustiveDependencies: as above, a page is left once
export const useUnload = (unloaded: () => void) => useEffect(() => unloaded, []);
export const useShareAppMessage = (_share: () => unknown) => undefined;

/** What the address says after its `?`, for the page that is drawn next. */
export function setRouterParams(next: Record<string, string>): void {
  params = next;
}
