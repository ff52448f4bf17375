/** Whether the phone has a network at all. Each request still finds out for itself whether the service answers. */
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let online = true;

function setOnline(next: boolean) {
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener();
}

if (process.env.TARO_ENV === 'weapp') {
  Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') });
  Taro.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected));
} else {
  // Taro reads navigator.connection, which no iPhone has and no desktop fills in; these two events work everywhere.
  online = navigator.onLine;
  window.addEventListener('online', () => setOnline(true));
  window.addEventListener('offline', () => setOnline(false));
}

/** True while the phone has a network. */
export function isOnline(): boolean {
  return online;
}

/** Calls back at every change; returns how to stop. */
export function onNetworkChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `isOnline` for components. */
export function useOnline(): boolean {
  return useSyncExternalStore(onNetworkChange, isOnline, isOnline);
}
