/** Small mini-programs in WeChat's own language, to test the host without Taro in between. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type LaunchOptions, launchWeapp, type Weapp } from './launch';

/** Code and template of one page; its style and configuration if it has any. */
export interface PageFiles {
  js: string;
  wxml: string;
  wxss?: string;
  json?: string;
}

const EMPTY: PageFiles = { js: 'Page({});', wxml: '<view/>' };

/** Two tabs, `home` and `me`, and a subpackage `far` with two pages. */
export function writeMiniProgram(pages: Record<string, PageFiles>, more: Record<string, string> = {}): string {
  const all: Record<string, PageFiles> = { home: EMPTY, me: EMPTY, 'far/one': EMPTY, 'far/two': EMPTY, ...pages };
  const files: Record<string, string> = {
    'app.json': JSON.stringify({
      pages: [
        'home',
        'me',
        ...Object.keys(pages).filter((page) => !['home', 'me'].includes(page) && !page.startsWith('far/')),
      ],
      subPackages: [{ root: 'far', pages: ['one', 'two'] }],
      window: { navigationBarTitleText: '小程序' },
      tabBar: {
        color: '#333333',
        selectedColor: '#0000ff',
        list: [
          { pagePath: 'home', text: '家' },
          { pagePath: 'me', text: '我' },
        ],
      },
      lazyCodeLoading: 'requiredComponents',
    }),
    'app.js': 'App({ log: [] });',
    'app.wxss': '',
    ...more,
  };
  for (const [name, { js, wxml, wxss, json }] of Object.entries(all))
    Object.assign(files, {
      [`${name}.js`]: js,
      [`${name}.wxml`]: wxml,
      [`${name}.json`]: json ?? '{}',
      ...(wxss ? { [`${name}.wxss`]: wxss } : {}),
    });
  const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-host-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** A page with one button that runs `body` and shows what it calls `show` with. */
export const button = (body: string, more: Partial<PageFiles> = {}): PageFiles => ({
  js: `Page({ data: { shown: '' }, run() { const show = (value) => this.setData({ shown: typeof value === 'string' ? value : JSON.stringify(value) }); ${body} } });`,
  wxml: '<view bindtap="run">按</view><view>看：{{shown}}</view>',
  ...more,
});

/** Runs a journey on a mini-program and cleans up; late errors and leftovers fail here. */
export async function onMiniProgram(
  browser: Browser,
  files: { pages: Record<string, PageFiles>; more?: Record<string, string> },
  journey: (app: Weapp) => Promise<void>,
  options: Partial<LaunchOptions> = {},
): Promise<void> {
  const dist = writeMiniProgram(files.pages, files.more);
  try {
    const app = await launchWeapp({
      dist,
      apiBase: 'http://127.0.0.1:9',
      name: 'host',
      browser,
      quiet: true,
      ...options,
    });
    try {
      await journey(app);
    } catch (fault) {
      await app.abandon();
      throw fault;
    }
    await app.close();
  } finally {
    rmSync(dist, { recursive: true });
  }
}
