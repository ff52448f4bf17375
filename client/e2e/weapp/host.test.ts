/** The host refuses what WeChat refuses, and does what WeChat does. */
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { button, onMiniProgram, type PageFiles, writeMiniProgram } from './fixture';
import { launchWeapp, type Weapp } from './launch';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const onHome = (home: PageFiles, journey: Parameters<typeof onMiniProgram>[2], more?: Record<string, string>) =>
  onMiniProgram(browser, { pages: { home }, ...(more ? { more } : {}) }, journey);

/** What a handler does, and the error that the host must find in it. */
const REFUSED: [name: string, body: string, message: RegExp][] = [
  ['undefined in setData', 'this.setData({ a: { b: undefined } })', /cannot carry a\.b \(undefined\)/],
  ['a function in setData', 'this.setData({ a: [() => 1] })', /cannot carry a\.0 \(function\)/],
  ['a setData call above 1 MB', "this.setData({ a: 'x'.repeat(1024 * 1024) })", /one call of 1048584 bytes/],
  [
    'code from text',
    "new Function('return 1')",
    /WeChat runs no code from text: return 1|Code generation from strings/,
  ],
  ['an API that the host lacks', 'wx.createInnerAudioContext()', /wx\.createInnerAudioContext is not in this host/],
  ['an API that nobody has', 'wx.getMoon', /wx\.getMoon was read/],
  ['a tab page by navigateTo', "wx.navigateTo({ url: '/me', fail() {} })", /can not navigateTo a tabbar page/],
  ['a page that does not exist', "wx.navigateTo({ url: '/gone', fail() {} })", /page "gone" is not found/],
  ['a query for a tab', "wx.switchTab({ url: '/me?a=1', fail() {} })", /switchTab takes no query/],
  ['PATCH', "wx.request({ url: 'http://a.test/', method: 'PATCH' })", /invalid method PATCH/],
  ['a path as URL', "wx.request({ url: '/api' })", /invalid url/],
  ['an error in a handler', "throw new Error('oops')", /oops/],
  ['a promise that nobody catches', "Promise.reject(new Error('lost'))", /lost/],
  ['console.error', "console.error('told')", /told/],
  ['a question without a prepared answer', 'wx.scanCode({ fail() {} })', /the journey prepared no answer/],
  ['a module of another package', "require('./far/one')", /lies in subpackage far, which is not loaded/],
];

describe('what WeChat refuses', () => {
  // One start for all: a page with a button for each.
  let app: Weapp;
  let dist: string;
  beforeAll(async () => {
    const home: PageFiles = {
      js: `Page({ ${REFUSED.map(([, body], at) => `run${at}() { ${body} }`).join(', ')} });`,
      wxml: REFUSED.map((_, at) => `<view id="b${at}" bindtap="run${at}">按</view>`).join(''),
    };
    dist = writeMiniProgram({ home });
    app = await launchWeapp({ dist, apiBase: 'http://127.0.0.1:9', name: 'host', browser, quiet: true });
  });
  afterAll(async () => {
    rmSync(dist, { recursive: true });
    await app.close();
  });

  test.each(REFUSED.map(([name, , message], at) => [name, at, message] as const))('%s', async (_, at, message) => {
    await expect(app.tap(`#b${at}`)).rejects.toThrow(message);
    await app.expectError(message);
    expect(app.errors()).toEqual([]);
  });

  test('an eleventh request at once', async () => {
    const body = "for (let i = 0; i < 11; i += 1) wx.request({ url: 'http://a.test/' + i, fail() {} })";
    await onHome(button(body), async (app) => {
      await expect(app.tap('按')).rejects.toThrow(/GET http:\/\/a\.test\/10: exceed max task count/);
      await app.expectError(/exceed max task count/);
    });
  });

  test('a tag that nobody knows', async () => {
    await expect(onHome({ js: 'Page({})', wxml: '<div/>' }, async () => undefined)).rejects.toThrow(
      'home.wxml: <div> is neither built in nor in usingComponents',
    );
  });

  test('a component that the host does not draw', async () => {
    await expect(onHome({ js: 'Page({})', wxml: '<video/>' }, async () => undefined)).rejects.toThrow(
      '<video> is not drawn by the host',
    );
  });

  test('a prepared answer that the app never asked for', async () => {
    await expect(onHome(button(''), (app) => app.answer('scanCode', { result: '1' }))).rejects.toThrow(
      'prepared answers that nobody asked for: scanCode',
    );
  });
});

describe('the logic layer', () => {
  test('has no browser', async () => {
    const names = [
      'window',
      'document',
      'fetch',
      'localStorage',
      'URL',
      'AbortController',
      'structuredClone',
      'Intl',
      'navigator',
    ];
    const body = `show([${names.map((name) => `typeof ${name}`).join()}, typeof globalThis.document].join())`;
    await onHome(button(body), async (app) => {
      await app.tap('按');
      await app.waitFor(`看：${Array.from({ length: names.length + 1 }, () => 'undefined').join()}`);
    });
  });

  test('canIUse says yes only to what is there', async () => {
    const body =
      "show(['request', 'view', 'createInnerAudioContext', 'video', 'getMoon'].map((name) => wx.canIUse(name)))";
    await onHome(button(body), async (app) => {
      await app.tap('按');
      await app.waitFor('看：[true,true,false,false,false]');
    });
  });

  test('tells the app its own errors', async () => {
    const app = 'App({ heard: [], onError(message) { this.heard.push(message.split("\\n")[0]); } });';
    const home: PageFiles = {
      js: 'Page({ data: { heard: "" }, run() { throw new Error("oops"); }, look() { this.setData({ heard: getApp().heard.join() }); } });',
      wxml: '<view bindtap="run">按</view><view bindtap="look">看</view><view>听到：{{heard}}</view>',
    };
    await onHome(
      home,
      async (driver) => {
        await expect(driver.tap('按')).rejects.toThrow('oops');
        await driver.expectError(/oops/);
        await driver.tap('看');
        await driver.waitFor('听到：oops');
      },
      { 'app.js': app },
    );
  });

  test('keeps what was stored over a restart, within the limits', async () => {
    const body = `
      const tooBig = (() => { try { wx.setStorageSync('big', 'x'.repeat(1024 * 1024)); return 'kept'; } catch (e) { return 'refused'; } })();
      const before = wx.getStorageSync('count') || 0;
      wx.setStorageSync('count', before + 1);
      show([tooBig, before, wx.getStorageSync('gone')]);`;
    await onHome(button(body), async (app) => {
      await app.tap('按');
      await app.waitFor('看：["refused",0,""]');
      await app.restart();
      await app.tap('按');
      await app.waitFor('看：["refused",1,""]');
    });
  });

  test('refuses to store more than 10 MB in all', async () => {
    const body = `
      let kept = 0;
      const next = () => wx.setStorage({ key: 'k' + kept, data: 'x'.repeat(1000000), success: () => { kept += 1; next(); }, fail: (e) => show(kept + ' ' + e.errMsg) });
      next();`;
    await onHome(button(body), async (app) => {
      await app.tap('按');
      await app.waitFor('看：10 setStorage:fail exceed storage max size 10Mb');
    });
  });
});
