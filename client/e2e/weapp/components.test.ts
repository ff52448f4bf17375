/** Built-in components, dialogs, styles and requests, tapped as a person taps them. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium';
import { button, onMiniProgram, type PageFiles } from './fixture';
import { browserLengths } from './wxss';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A page whose template sends events to `heard`, which shows type and detail of each. */
const hearing = (wxml: string, more = ''): PageFiles => ({
  js: `Page({ data: { heard: '', range: ['甲', '乙'], many: [['甲', '乙'], ['子', '丑']], zero: [0, 0] },
    heard({ type, detail, currentTarget }) { this.setData({ heard: [this.data.heard, currentTarget.id + ' ' + type + ' ' + JSON.stringify(detail.value === undefined ? detail : detail.value)].filter(Boolean).join('；') }); }, ${more} });`,
  wxml: `${wxml}<view>听到：{{heard}}</view>`,
});

const onHome = (home: PageFiles, journey: Parameters<typeof onMiniProgram>[2]) =>
  onMiniProgram(browser, { pages: { home } }, journey);

test('fields and controls', async () => {
  const wxml = `<input id="i" placeholder="名字" maxlength="3" bindinput="heard" bindconfirm="heard"/>
    <switch id="s" bindchange="heard"/><label><checkbox-group id="g" bindchange="heard"><checkbox value="x"/><checkbox value="y" checked/></checkbox-group>选</label>
    <radio-group id="r" bindchange="heard"><radio id="r1" value="1"/><radio id="r2" value="2"/></radio-group>`;
  await onHome(hearing(wxml), async (app) => {
    await app.type('名字', '张三丰\n');
    await app.tap('#s');
    await app.tap('选');
    await app.tap('#r1');
    await app.tap('#r2');
    await app.waitFor(
      '听到：i input "张三丰"；i confirm "张三丰"；s change true；g change ["x","y"]；r change "1"；r change "2"',
    );
  });
});

test('a form collects its fields by name', async () => {
  const wxml = `<form id="f" bindsubmit="heard"><input name="who" placeholder="谁"/><switch name="on" checked/><button form-type="submit">交</button></form>`;
  await onHome(hearing(wxml), async (app) => {
    await app.type('谁', '李四');
    await app.tap('交');
    await app.waitFor('听到：f submit {"who":"李四","on":true}');
  });
});

test('the picker asks, and takes no for an answer', async () => {
  const wxml = `<picker id="p" range="{{range}}" bindchange="heard" bindcancel="heard"><view>选一个</view></picker>
    <picker id="m" mode="multiSelector" range="{{many}}" value="{{zero}}" bindchange="heard"><view>选两个</view></picker>`;
  await onHome(hearing(wxml), async (app) => {
    await app.tap('选一个');
    await app.choose('乙');
    await app.tap('确定');
    await app.tap('选一个');
    await app.tap('取消');
    await app.tap('选两个');
    await app.choose('丑');
    await app.tap('确定');
    await app.waitFor('听到：p change "1"；p cancel {}；m change [0,1]');
  });
});

test('taps bubble, catch stops them, a disabled button has none, a resting finger presses', async () => {
  const wxml = `<view id="out" bindtap="heard"><view id="in" bindtap="heard">里</view><view id="stop" catchtap="heard">停</view></view>
    <button id="off" disabled bindtap="heard">灰</button><view id="long" bindlongpress="heard">按住</view>`;
  await onHome(hearing(wxml), async (app) => {
    await app.tap('里');
    await app.tap('停');
    await app.tap('灰');
    await app.press('按住');
    await app.waitFor('听到：in tap');
    const heard = [...(await app.text()).matchAll(/(\w+) (tap|longpress) \{/g)].map(([, id, type]) => `${id} ${type}`);
    expect(heard).toEqual(['in tap', 'out tap', 'stop tap', 'long longpress']);
  });
});

test('a list that scrolls tells where it is', async () => {
  const rows =
    '<view wx:for="{{60}}" wx:key="*this" id="row{{index}}" style="height:40rpx;overflow:hidden">行 {{index}}</view>';
  const home = hearing(
    `<view bindtap="far">到底</view><scroll-view id="l" scroll-y style="height:200rpx" scroll-into-view="{{to}}" bindscrolltolower="heard">${rows}</scroll-view>
     <view bindtap="measure">量</view><view>量得：{{measured}}</view>`,
    `far() { this.setData({ to: 'row59' }); }, measure() { wx.createSelectorQuery().select('#row59').boundingClientRect().select('#l').scrollOffset().exec(([row, list]) => this.setData({ measured: row.height + ' ' + list.scrollTop + ' ' + list.scrollHeight })); }`,
  );
  await onHome(home, async (app) => {
    await app.tap('到底');
    await app.waitFor('听到：l scrolltolower {"direction":"bottom"}');
    await app.tap('量');
    // 60 rows of 20 px, 100 of them seen: 1,200 − 100.
    await app.waitFor('量得：20 1100 1200');
  });
});

test('dialogs are drawn and answered by tapping', async () => {
  const body = `wx.showModal({ title: '删除', content: '真的吗', confirmText: '删' }).then(({ confirm }) => wx.showActionSheet({ itemList: ['上', '下'] }).then(({ tapIndex }) => { show([confirm, tapIndex]); wx.showToast({ title: '好了' }); }));`;
  await onHome(button(body), async (app) => {
    await app.tap('按');
    await app.waitFor('真的吗');
    await app.tap('删');
    await app.tap('下');
    await app.waitFor('看：[true,1]');
    await app.waitFor('好了');
    await app.waitForNo('好了');
  });
});

test('a page keeps its styles to itself; app.wxss is for all', async () => {
  const sizes = (wxss: string): PageFiles => ({
    js: `Page({ data: { s: '' }, onReady() { wx.createSelectorQuery().select('.a').fields({ computedStyle: ['width', 'height', 'color'] }).exec(([a]) => this.setData({ s: a.width + ' ' + a.height + ' ' + a.color })); } });`,
    wxml: '<view class="a">A</view><view>{{s}}</view>',
    wxss,
  });
  const pages = {
    home: sizes('@import "./part.wxss"; page view.a { width: 100rpx }'),
    me: sizes('.a { height: 10px }'),
  };
  const more = {
    'app.wxss': '.a { width: 40px; height: 40px; color: #010203 }',
    'part.wxss': '.a { height: calc(50vh + 10rpx) }',
  };
  await onMiniProgram(browser, { pages, more }, async (app) => {
    // 100rpx is 50 px on a phone of 375; the page is 812 − 88 − 50 = 674 px high.
    await app.waitFor('50px 342px rgb(1, 2, 3)');
    await app.tab('我');
    await app.waitFor('40px 10px rgb(1, 2, 3)');
  });
});

test.each([
  ['20rpx', 'calc(20 * var(--rpx))'],
  ['-1.5rpx .5rpx', 'calc(-1.5 * var(--rpx)) calc(.5 * var(--rpx))'],
  ['calc(100vh - 10px)', 'calc(calc(100 * var(--vh)) - 10px)'],
  ['var(--rpx-like) 3px', 'var(--rpx-like) 3px'],
])('length %s', (given, expected) => {
  expect(browserLengths(given)).toBe(expected);
});

describe('requests', () => {
  let server: http.Server;
  let address = '';
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.statusCode = request.url?.startsWith('/missing') ? 404 : 200;
        const heard = [request.method, request.url, request.headers['content-type'], Buffer.concat(chunks).toString()];
        response.setHeader('content-type', 'application/json').end(JSON.stringify(heard));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const request = (options: string) =>
    button(
      `wx.request({ ${options}, success: ({ statusCode, data }) => show([statusCode, ...data].join(' ')), fail: ({ errMsg }) => show(errMsg) });`,
    );

  test.each([
    [
      'GET with data',
      "url: 'https://api.test/a?x=1', data: { y: '字', z: [1] }",
      '200 GET /a?x=1&y=%E5%AD%97&z=%5B1%5D application/json',
    ],
    [
      'POST as JSON',
      "url: 'https://api.test/a', method: 'POST', data: { y: 1 }",
      '200 POST /a application/json {"y":1}',
    ],
    [
      'POST as a form',
      "url: 'https://api.test/a', method: 'POST', header: { 'Content-Type': 'application/x-www-form-urlencoded' }, data: { y: 1 }",
      '200 POST /a application/x-www-form-urlencoded y=1',
    ],
    ['an answer of 404 is no failure', "url: 'https://api.test/missing'", '404 GET /missing application/json'],
  ])('%s', async (_, options, expected) => {
    await onMiniProgram(
      browser,
      { pages: { home: request(options) } },
      async (app) => {
        await app.tap('按');
        await app.waitFor(`看：${expected}`);
      },
      { apiBase: address },
    );
  });

  test('without a connection nothing is sent, and the app hears of it', async () => {
    const home: PageFiles = {
      js: `Page({ data: { shown: '', net: '' }, onLoad() { wx.onNetworkStatusChange(({ networkType }) => this.setData({ net: networkType })); },
        run() { wx.request({ url: 'https://api.test/a', success: () => this.setData({ shown: '通了' }), fail: ({ errMsg }) => this.setData({ shown: errMsg }) }); } });`,
      wxml: '<view bindtap="run">按</view><view>看：{{shown}}</view><view>网络：{{net}}</view>',
    };
    await onMiniProgram(
      browser,
      { pages: { home } },
      async (app) => {
        await app.offline(true);
        await app.waitFor('网络：none');
        await app.tap('按');
        await app.waitFor('看：request:fail net::ERR_INTERNET_DISCONNECTED');
        expect(app.requests()).toEqual([]);
        await app.offline(false);
        await app.waitFor('网络：wifi');
        await app.tap('按');
        await app.waitFor('看：通了');
        expect(app.requests()).toEqual([{ method: 'GET', path: '/a', statusCode: 200 }]);
      },
      { apiBase: address },
    );
  });

  test('one origin only', async () => {
    const body =
      "wx.request({ url: 'https://api.test/a', success: () => wx.request({ url: 'https://other.test/a' }) });";
    await onMiniProgram(
      browser,
      { pages: { home: button(body) } },
      async (app) => {
        await app.tap('按').catch(() => undefined);
        await app.expectError(/https:\/\/other\.test\/a: a second origin/);
      },
      { apiBase: address },
    );
  });
});
