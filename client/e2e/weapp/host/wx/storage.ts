/** wx storage with WeChat's limits, kept for the next start of the same journey. */
import { bridge } from '../errors';
import { type Api, asyncApi, type Options } from './define';
import { WxFailure } from './failure';

const KEY_LIMIT_BYTES = 1024 * 1024;
const TOTAL_LIMIT_BYTES = 10 * 1024 * 1024;
const KILOBYTE = 1024;

export function storageApis(kept: Record<string, string>): Record<string, Api> {
  const store = new Map(Object.entries(kept));
  const sizeOf = (text: string) => new TextEncoder().encode(text).length;
  const totalBytes = () => [...store].reduce((sum, [key, value]) => sum + sizeOf(key) + sizeOf(value), 0);

  const set = (key: unknown, data: unknown) => {
    if (typeof key !== 'string' || key === '')
      throw new WxFailure('fail parameter error: key should be a non-empty String');
    // WeChat stores what JSON can carry; undefined comes back as ''.
    const json = JSON.stringify({ data: data === undefined ? '' : data });
    const bytes = sizeOf(json);
    if (bytes > KEY_LIMIT_BYTES) throw new WxFailure(`fail entry size limit reached: ${key} has ${bytes} bytes`);
    const before = store.has(key) ? sizeOf(store.get(key) as string) : 0;
    if (totalBytes() - before + bytes > TOTAL_LIMIT_BYTES) throw new WxFailure('fail exceed storage max size 10Mb');
    store.set(key, json);
    void bridge.weappStore(key, json);
  };
  const read = (key: unknown): { data: unknown } | undefined => {
    const json = store.get(String(key));
    return json === undefined ? undefined : (JSON.parse(json) as { data: unknown });
  };
  const remove = (key: unknown) => {
    store.delete(String(key));
    void bridge.weappStore(String(key), null);
  };
  const clear = () => [...store.keys()].forEach(remove);
  const info = () => ({
    keys: [...store.keys()],
    currentSize: Math.ceil(totalBytes() / KILOBYTE),
    limitSize: TOTAL_LIMIT_BYTES / KILOBYTE,
  });
  const found = (options: Options) => {
    const entry = read(options.key);
    if (!entry) throw new WxFailure('fail data not found');
    return entry;
  };

  return {
    setStorageSync: (key: string, data: unknown) => set(key, data),
    getStorageSync: (key: string) => read(key)?.data ?? '',
    removeStorageSync: (key: string) => remove(key),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    setStorage: asyncApi('setStorage', ({ key, data }) => set(key, data)),
    getStorage: asyncApi('getStorage', found),
    removeStorage: asyncApi('removeStorage', ({ key }) => remove(key)),
    clearStorage: asyncApi('clearStorage', clear),
    getStorageInfo: asyncApi('getStorageInfo', info),
  };
}
