import Taro from '@tarojs/taro';
import { cleanup } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';
import { useSession } from '@/platform/session';

afterEach(() => {
  cleanup();
  Taro.clearStorageSync();
  usePreferences.setState({ largeText: false, highContrast: false, village: null });
  useSession.setState({ session: null });
  window.dispatchEvent(new Event('online'));
});
