/** A small weapp build without a fault, and a way to write it with one. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Files = Record<string, string>;

const APP = {
  pages: ['pages/home/index', 'pages/me/index'],
  subPackages: [
    { root: 'features/rules', pages: ['pages/document/index'] },
    { root: 'features/points', pages: ['pages/account/index'] },
  ],
  window: { navigationBarTitleText: '乡约' },
  tabBar: {
    color: '#333333',
    selectedColor: '#000000',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'tab/home.png', selectedIconPath: 'tab/home-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'tab/me.png', selectedIconPath: 'tab/me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
};

const page = (route: string, up: string): Files => ({
  [`${route}.js`]: `require("${up}common");Page({});`,
  [`${route}.json`]: `{"usingComponents":{"card":"${up}card"}}`,
  [`${route}.wxml`]: `<import src="${up}base.wxml"/><wxs module="x" src="${up}utils.wxs"/><view><card/></view>`,
  [`${route}.wxss`]: `@import "${up}common.wxss";.a{color:red}`,
});

const icons = ['home', 'home-on', 'me', 'me-on'].map((name) => [`tab/${name}.png`, 'icon']);

export const HEALTHY: Readonly<Files> = {
  'app.json': JSON.stringify(APP),
  'app.js': 'require("./runtime");App({});',
  'app.wxss': '.app{background:url(data:image/png;base64,AA==)}',
  'runtime.js': 'var g=typeof globalThis==="object"?globalThis:new Function("return this")();',
  'runtime.js.LICENSE.txt': 'MIT',
  'common.js': 'module.exports={};',
  'common.wxss': '.c{color:blue}',
  'base.wxml': '<template name="t"><view/></template>',
  'utils.wxs': 'module.exports={};',
  'sitemap.json': '{"rules":[{"action":"allow","page":"*"}]}',
  ...Object.fromEntries(icons),
  'card.js': 'Component({});',
  'card.json': '{"component":true}',
  'card.wxml': '<view/>',
  ...page('pages/home/index', '../../'),
  ...page('pages/me/index', '../../'),
  ...page('features/rules/pages/document/index', '../../../../'),
  ...page('features/points/pages/account/index', '../../../../'),
};

/** The healthy files with some changed; `undefined` takes one away. Gives the temporary folder. */
export function writeBuild(changes: Record<string, string | undefined>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiangyue-gate-'));
  for (const [file, content] of Object.entries<string | undefined>({ ...HEALTHY, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** app.json with some keys changed; `undefined` takes one away. */
export const appJson = (changes: Record<string, unknown>): string => JSON.stringify({ ...APP, ...changes });
export const tabBar = (changes: Record<string, unknown>): string => appJson({ tabBar: { ...APP.tabBar, ...changes } });
export const TABS = APP.tabBar.list;
