/** Lets the web app itself open without a signal, from the second visit on (config/offline-app). WeChat keeps its programs by itself. */
export function keepAppOffline(): void {
  if (process.env.TARO_ENV === 'weapp' || process.env.NODE_ENV !== 'production') return;
  // Absent on plain http and in old browsers: then the app opens with a signal only.
  navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
}
