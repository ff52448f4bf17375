import Taro from '@tarojs/taro';

const BYTES = 16;

/** A key under which the service does a write once, however often it is sent: 32 hex characters, made before sending. */
export async function newWriteKey(): Promise<string> {
  const bytes = (await randomBytes().catch(() => undefined)) ?? guessedBytes();
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function randomBytes(): Promise<Uint8Array | undefined> {
  if (process.env.TARO_ENV !== 'weapp') return crypto.getRandomValues(new Uint8Array(BYTES));
  return new Promise((resolve, reject) => {
    Taro.getRandomValues({
      length: BYTES,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    });
  });
}

/** For phones whose WeChat is too old to give random bytes. The key need only be new for this person; it protects nothing. */
function guessedBytes(): Uint8Array {
  return Uint8Array.from({ length: BYTES }, () => Math.floor(Math.random() * 256));
}
