import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Calls back whenever the page comes to the front again: what was done on the page above it may have changed it. */
export function useShownAgain(onShown: () => void): void {
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) onShown();
    isFirst.current = false;
  });
}
