/** Page stack, tabs, packages, sharing: the order that WeChat keeps. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { button, onMiniProgram, type PageFiles } from './fixture';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const HOOKS = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'];
/** A page that writes down its life and can go to `target`. */
const written = (name: string, target: string): PageFiles => ({
  js: `Page({ data: { log: '' }, ${HOOKS.map((hook) => `${hook}() { getApp().log.push('${name}.${hook}'); }`).join(', ')},
    go() { ${target} }, look() { this.setData({ log: getApp().log.splice(0).join(' ') }); } });`,
  wxml: '<view bindtap="go">走</view><view bindtap="look">看</view><view id="log">{{log}}</view>',
});

test('life cycle: forward, back, tabs kept alive, reLaunch', async () => {
  const pages = {
    home: written('home', "wx.navigateTo({ url: 'far/one?a=%E4%B8%80&b=' })"),
    me: written('me', "wx.reLaunch({ url: '/home' })"),
    'far/one': written('one', "wx.redirectTo({ url: 'two' })"),
    'far/two': written('two', "wx.switchTab({ url: '/me' })"),
  };
  await onMiniProgram(browser, { pages }, async (app) => {
    const log = async () => {
      await app.tap('看');
      return app.text();
    };
    expect(await log()).toContain('home.onLoad home.onShow home.onReady');
    expect(await app.packages()).toEqual([]);
    await app.tap('走');
    await app.waitForPath('far/one?a=%E4%B8%80&b=');
    expect(await app.packages()).toEqual(['far']);
    expect(await log()).toContain('home.onHide one.onLoad one.onShow one.onReady');
    await app.back();
    expect(await log()).toContain('one.onUnload home.onShow');
    await app.tap('走');
    await app.waitForPath('far/one');
    await app.tap('走');
    await app.waitForPath('far/two');
    expect(await app.stack()).toEqual(['home', 'far/two']);
    expect(await log()).toContain(
      'home.onHide one.onLoad one.onShow one.onReady one.onUnload two.onLoad two.onShow two.onReady',
    );
    await app.tap('走');
    await app.waitForPath('me');
    expect(await log()).toContain('two.onUnload me.onLoad me.onShow me.onReady');
    await app.tab('家');
    expect(await log()).toContain('me.onHide home.onShow');
    await app.tab('我');
    await app.tap('走');
    await app.waitForPath('home');
    expect(await app.stack()).toEqual(['home']);
    expect(await log()).toContain(
      'home.onHide me.onShow me.onUnload home.onUnload home.onLoad home.onShow home.onReady',
    );
  });
});

test('a shared card opens its page first, and there is no way back', async () => {
  const pages = {
    'far/one': {
      js: 'Page({ data: { a: "" }, onLoad({ a }) { this.setData({ a }); } });',
      wxml: '<view>得到 {{a}}</view>',
    },
  };
  await onMiniProgram(
    browser,
    { pages },
    async (app) => {
      await app.waitFor('得到 7');
      expect(await app.stack()).toEqual(['far/one?a=7']);
      await expect(app.text()).resolves.not.toContain('‹');
    },
    { entry: 'far/one?a=7' },
  );
});

test('the stack ends at ten pages', async () => {
  const pages = {
    deep: button("wx.navigateTo({ url: '/deep', fail: ({ errMsg }) => show(errMsg) });"),
    home: button("wx.navigateTo({ url: '/deep' });"),
  };
  await onMiniProgram(browser, { pages }, async (app) => {
    for (let depth = 1; depth < 10; depth += 1) await app.tap('按');
    expect((await app.stack()).length).toBe(10);
    await expect(app.tap('按')).rejects.toThrow('webview count limit exceed');
    await app.expectError(/webview count limit exceed/);
  });
});

test('sharing asks the page; pulling down needs its permission', async () => {
  const home: PageFiles = {
    js: `Page({ data: { pulled: 0 }, onPullDownRefresh() { this.setData({ pulled: 1 }); },
      onShareAppMessage({ from, target }) { return { title: from, path: '/home?by=' + (target ? target.dataset.by : '') }; } });`,
    wxml: '<button open-type="share" data-by="me">分享</button><view>拉了 {{pulled}} 次</view>',
    json: '{"enablePullDownRefresh":true}',
  };
  await onMiniProgram(browser, { pages: { home } }, async (app) => {
    expect(await app.share()).toEqual({ title: 'menu', path: '/home?by=' });
    await app.tap('分享');
    expect(await app.shared()).toEqual([
      { title: 'menu', path: '/home?by=' },
      { title: 'button', path: '/home?by=me' },
    ]);
    await expect(app.share('timeline')).rejects.toThrow('home has no onShareTimeline');
    await app.pullDown();
    await app.waitFor('拉了 1 次');
    await app.tab('我');
    await expect(app.pullDown()).rejects.toThrow('me cannot be pulled down');
  });
});

test('the title, the badge and coming back from another app', async () => {
  const home = button(
    "wx.setNavigationBarTitle({ title: '新名字' }); wx.setTabBarBadge({ index: 1, text: '8' }); show(String(getApp().shows));",
  );
  const app = 'App({ shows: 0, onShow() { this.shows += 1; } });';
  await onMiniProgram(browser, { pages: { home }, more: { 'app.js': app } }, async (driver) => {
    await driver.tap('按');
    await driver.waitFor('看：1');
    await driver.waitFor('新名字');
    await driver.waitFor('8');
    await driver.awayAndBack();
    await driver.tap('按');
    await driver.waitFor('看：2');
  });
});

test('setData is counted page by page, in UTF-8 bytes', async () => {
  const home = {
    js: 'Page({ data: { list: [] }, run() { this.setData({ "list[0]": "字" }); this.setData({ "list[1]": "a" }); } });',
    wxml: '<view bindtap="run">按 {{list[0]}}{{list[1]}}</view>',
  };
  await onMiniProgram(browser, { pages: { home } }, async (app) => {
    await app.tap('按');
    await app.waitFor('按 字a');
    expect(await app.setDataReport()).toEqual([
      { page: 'home', calls: 2, bytes: 32, largestBytes: 17, keys: { 'list[]': 2 } },
    ]);
  });
});
