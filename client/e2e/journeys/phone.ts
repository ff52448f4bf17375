/** What both builds can be asked to do; a journey written in these words runs on either. */
export interface Phone {
  tap(target: string, nth?: number): Promise<void>;
  tab(text: string): Promise<void>;
  type(target: string, text: string): Promise<void>;
  waitFor(target: string): Promise<void>;
  waitForNo(target: string): Promise<void>;
  text(): Promise<string>;
  /** The way back that the page offers. */
  back(): Promise<void>;
  offline(off: boolean): Promise<void>;
  /** Closes the app and opens it again, at the first page or at `entry`. */
  restart(entry?: string): Promise<void>;
  screenshot(name: string): Promise<void>;
}
