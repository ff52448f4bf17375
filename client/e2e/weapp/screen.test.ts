/** Which of several fitting texts the driver's finger finds, on a page that changes under it. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { onMiniProgram, type PageFiles } from './fixture';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** 离开 takes `delayMs` to bring 登录 in place of 退出登录, as signing out does. */
const leaving = (delayMs: number): PageFiles => ({
  js: `Page({
    data: { isOut: false, said: '' },
    leave() { setTimeout(() => this.setData({ isOut: true }), ${delayMs}); },
    say({ currentTarget }) { this.setData({ said: currentTarget.dataset.what }); },
  });`,
  wxml: `<view bindtap="leave">离开</view>
    <view wx:if="{{!isOut}}" bindtap="say" data-what="longer">退出登录</view>
    <block wx:else><view>还没有登录</view><view bindtap="say" data-what="exact">登录</view></block>
    <view>点了：{{said}}</view>`,
});

test.each([0, 60, 120, 180])(
  'an exact text that comes after %d ms is tapped, not the longer one before it',
  (delayMs) =>
    onMiniProgram(browser, { pages: { home: leaving(delayMs) } }, async (app) => {
      await app.tap('离开');
      await app.tap('登录');
      await app.waitFor('点了：exact');
    }),
);

test('a longer text is tapped when the exact one does not come', () =>
  onMiniProgram(browser, { pages: { home: leaving(0) } }, async (app) => {
    await app.tap('登录');
    await app.waitFor('点了：longer');
  }));
