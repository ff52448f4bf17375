/** What built-in components and `wx` both need of the running host; filled in once by main.ts. */
import type { Pages } from './pages';

export interface Services {
  pages: Pages;
  /** The next prepared answer of a person or of WeChat's own service; throws `WxFailure` when it is to fail. */
  answer(api: string): Promise<unknown>;
  /** Calls the page's onShareAppMessage as the menu or a share button would, and remembers what it gave. */
  share(kind: 'message' | 'timeline', from: 'menu' | 'button', target?: unknown): Promise<unknown>;
}

let filled: Services | undefined;

export function fillServices(services: Services): void {
  filled = services;
}

export function services(): Services {
  if (!filled) throw new Error('the host has not started');
  return filled;
}
