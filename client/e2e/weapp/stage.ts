/** The page in Chromium that plays the phone: serves the host and the dist folder to it, and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { hostScript } from './browser-bundle';
import type { Device, HostInput } from './protocol';

/** Never resolved: every request to it is answered here. */
export const STAGE_ORIGIN = 'http://weapp.invalid';

const HTML =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body><script src="/__host/host.js"></script></body></html>';
const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

export interface StageOptions {
  context: BrowserContext;
  dist: string;
  apiBase: string;
  isConnected(): boolean;
  refuse(message: string): void;
}

export async function openStage({ context, dist, apiBase, isConnected, refuse }: StageOptions): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/*', async (route: Route) => {
    const url = new URL(route.request().url());
    if (url.origin !== STAGE_ORIGIN) {
      // A picture from the service is fine; anything else is a call that WeChat's domain list would stop.
      if (url.origin === new URL(apiBase).origin && isConnected()) return route.continue();
      if (url.origin !== new URL(apiBase).origin) refuse(`the page asked for ${url.href}`);
      return route.abort();
    }
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
    if (url.pathname === '/__host/host.js')
      return route.fulfill({ contentType: 'text/javascript', body: hostScript() });
    const file = path.join(dist, decodeURIComponent(url.pathname));
    const type = TYPES[path.extname(file)];
    if (type && existsSync(file)) return route.fulfill({ contentType: type, body: readFileSync(file) });
    if (url.pathname !== '/favicon.ico') refuse(`the page asked for ${url.pathname}, which the package does not have`);
    return route.fulfill({ status: 404, body: '' });
  });
  return page;
}

export async function startHost(page: Page, input: HostInput): Promise<void> {
  await page.goto(`${STAGE_ORIGIN}/`);
  await page.evaluate((given) => {
    const host = window as unknown as { startWeappHost(input: HostInput): unknown; weappHost: unknown };
    host.weappHost = host.startWeappHost(given);
  }, input);
}

/** A phone with a notch, as WeChat measures it: 44 + 44 px on top, 50 px of tabs. */
export const PHONE: Device = {
  width: 375,
  height: 812,
  statusBarHeight: 44,
  navigationBarHeight: 44,
  tabBarHeight: 50,
};
