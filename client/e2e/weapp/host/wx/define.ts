/** The calling conventions of wx.*. */
import { guarded, recordThrown } from '../errors';
import { WxFailure } from './failure';

export type Options = Record<string, unknown>;
export type Api = (...args: never[]) => unknown;

/**
 * success / fail / complete, or a promise when none of them is given. `run` gives the result without errMsg and throws
 * WxFailure to fail.
 */
export function asyncApi(name: string, run: (options: Options) => unknown): (options?: Options) => unknown {
  return (options = {}) => {
    const settled = Promise.resolve()
      .then(() => run(options))
      .then(
        (result) => ({ ok: true, value: { ...(result as object | undefined), errMsg: `${name}:ok` } }),
        (fault: unknown) => {
          if (!(fault instanceof WxFailure)) recordThrown(`wx.${name}`, fault);
          return {
            ok: false,
            value: { errMsg: `${name}:${fault instanceof WxFailure ? fault.reason : `fail ${fault}`}` },
          };
        },
      );
    const callbacks = ['success', 'fail', 'complete'].filter((key) => typeof options[key] === 'function');
    if (callbacks.length === 0)
      return settled.then(({ ok, value }) => {
        if (!ok) throw value;
        return value;
      });
    void settled.then(({ ok, value }) => {
      callback(options[ok ? 'success' : 'fail'], value, name);
      callback(options.complete, value, name);
    });
    return undefined;
  };
}

function callback(given: unknown, value: unknown, name: string): void {
  if (typeof given === 'function') guarded(`wx.${name} callback`, () => (given as (value: unknown) => void)(value));
}

/** `onX` / `offX`: off without a listener takes all away. */
export class Listeners<T> {
  private list: ((value: T) => void)[] = [];

  constructor(readonly name: string) {}

  on = (listener: (value: T) => void): void => {
    this.list.push(listener);
  };

  off = (listener?: (value: T) => void): void => {
    this.list = listener ? this.list.filter((other) => other !== listener) : [];
  };

  send(value: T): void {
    for (const listener of this.list) guarded(`wx.on${this.name}`, () => listener(value));
  }
}
