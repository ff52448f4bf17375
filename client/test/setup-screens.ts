import Taro from '@tarojs/taro';
import { cleanup } from '@testing-library/react';
import { usePreferences } from '@/platform/preferences';

afterEach(() => {
  cleanup();
  Taro.clearStorageSync();
  usePreferences.setState({ largeText: false, highContrast: false, village: null });
  window.dispatchEvent(new Event('online'));
});
