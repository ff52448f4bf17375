/** One place where every fault of the mini-program arrives; the driver fails the journey on any of them. */
import type { DriverBridge } from '../protocol';

export const bridge = window as unknown as DriverBridge;

type Listener = (message: string) => void;
const appListeners: Listener[] = [];

/** What `App.onError` and `wx.onError` hear, beside the driver. */
export function onAppError(listener: Listener): void {
  appListeners.push(listener);
}

export function recordError(source: string, fault: unknown): void {
  const message = fault instanceof Error ? `${fault.message}\n${fault.stack ?? ''}` : describe(fault);
  // The driver counts console.error as a fault too; going out over the bridge only, it is counted once.
  void bridge.weappError({ source, message });
}

/** Something the mini-program's own code threw: recorded, and told to the mini-program as WeChat does. */
export function recordThrown(source: string, fault: unknown): void {
  recordError(source, fault);
  const message = fault instanceof Error ? `${fault.message}\n${fault.stack ?? ''}` : describe(fault);
  for (const listener of appListeners) listener(message);
}

/** Runs a life-cycle function or callback of the mini-program; what it throws is recorded, not passed on. */
export function guarded<T>(source: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (fault) {
    recordThrown(source, fault);
    return undefined;
  }
}

function describe(fault: unknown): string {
  if (typeof fault === 'string') return fault;
  if (typeof fault === 'object' && fault !== null && 'errMsg' in fault) return String(fault.errMsg);
  return JSON.stringify(fault) ?? String(fault);
}
