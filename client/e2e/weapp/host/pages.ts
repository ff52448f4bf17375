/** The page stack, as WeChat keeps it: at most ten pages, tab pages kept alive, life-cycle functions in WeChat's order. */
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { CompiledApp, Device, PageJson } from '../protocol';
import { guarded } from './errors';
import type { Modules } from './modules';
import type { Registry } from './registry';
import { resolvePath } from './resolve-path';
import { drawFrame, type Frame, TabBar } from './shell';
import { WxFailure } from './wx/failure';

const STACK_LIMIT = 10;
/** WeChat's default for onReachBottomDistance. */
const REACH_BOTTOM_PX = 50;

type Query = Record<string, string>;
/** A page instance as the mini-program knows it. */
export type PageCaller = Record<string, unknown> & { route: string; options: Query };

export interface OpenPage {
  route: string;
  query: Query;
  json: PageJson;
  root: Root;
  caller: PageCaller;
  frame: Frame;
}

export class Pages {
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();
  private readonly tabBar: TabBar | undefined;

  constructor(
    private readonly app: CompiledApp,
    private readonly device: Device,
    private readonly registry: Registry,
    private readonly modules: Modules,
  ) {
    const tabBar = app.config.tabBar;
    if (tabBar) this.tabBar = new TabBar(tabBar, device, (route) => this.tapTab(route, tabBar));
  }

  current(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  callers = (): PageCaller[] => this.stack.map((page) => page.caller);
  paths = (): string[] => this.stack.map((page) => pathOf(page));

  get tabBarDrawn(): TabBar {
    if (!this.tabBar) throw new WxFailure('fail no tab bar in app.json');
    return this.tabBar;
  }

  /** `kind` is a navigator's open-type. Throws WxFailure, in WeChat's words, when it cannot be done. */
  open(kind: string, url: string, delta = 1): void {
    if (kind === 'navigate') this.navigateTo(url);
    else if (kind === 'redirect') this.redirectTo(url);
    else if (kind === 'switchTab') this.switchTab(url);
    else if (kind === 'reLaunch') this.reLaunch(url);
    else if (kind === 'navigateBack') this.navigateBack(delta);
    else throw new WxFailure(`fail the host knows no open-type ${kind}`);
  }

  navigateTo(url: string): void {
    const { route, query } = this.target(url);
    if (this.isTab(route)) throw new WxFailure('fail can not navigateTo a tabbar page');
    if (this.stack.length >= STACK_LIMIT) throw new WxFailure(`fail webview count limit exceed (${STACK_LIMIT} pages)`);
    if (this.stack.length > 0) this.hide(this.current());
    this.show(this.create(route, query), true);
  }

  redirectTo(url: string): void {
    const { route, query } = this.target(url);
    if (this.isTab(route)) throw new WxFailure('fail can not redirectTo a tabbar page');
    this.close(this.current());
    this.show(this.create(route, query), true);
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new WxFailure('fail cannot navigate back at first page');
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left -= 1) this.close(this.current());
    this.show(this.current(), false);
  }

  switchTab(url: string): void {
    const { route, query } = this.target(url);
    if (!this.isTab(route)) throw new WxFailure('fail can not switch to no-tabBar page');
    if (Object.keys(query).some((name) => !name.startsWith('$'))) throw new WxFailure('fail switchTab takes no query');
    const from = this.stack.at(-1);
    if (from?.route === route && this.stack.length === 1) return;
    for (const page of [...this.stack].reverse()) {
      if (!this.isTab(page.route)) this.close(page);
      else if (page === from) this.hide(page);
    }
    const kept = this.tabs.get(route);
    this.stack = kept ? [kept] : [];
    this.show(kept ?? this.create(route, query), !kept);
  }

  reLaunch(url: string): void {
    const { route, query } = this.target(url);
    for (const page of [...this.stack].reverse()) this.close(page);
    for (const page of this.tabs.values()) this.close(page);
    this.show(this.create(route, query), true);
  }

  /** Calls one of the page's functions by name, if it has it; what it throws is recorded. */
  call(page: OpenPage, name: string, argument?: unknown): unknown {
    const method = page.caller[name];
    if (typeof method !== 'function') return undefined;
    return guarded(`${page.route} ${name}`, () =>
      (method as (argument?: unknown) => unknown).call(page.caller, argument),
    );
  }

  has = (page: OpenPage, name: string): boolean => typeof page.caller[name] === 'function';

  private tapTab(route: string, tabBar: NonNullable<CompiledApp['config']['tabBar']>): void {
    this.switchTab(`/${route}`);
    const index = tabBar.list.findIndex(({ pagePath }) => pagePath === route);
    this.call(this.current(), 'onTabItemTap', { index, pagePath: route, text: tabBar.list[index]?.text });
  }

  private target(url: string): { route: string; query: Query } {
    const [path = '', search = ''] = url.split('?');
    const route = resolvePath(path, this.stack.at(-1)?.route ?? '');
    if (!this.app.components[route] || this.app.components[route].component)
      throw new WxFailure(`fail page "${route}" is not found`);
    const query: Query = {};
    for (const pair of search.split('&').filter(Boolean)) {
      const [name = '', value = ''] = pair.split('=');
      // WeChat hands over values as they were written, still encoded; the page decodes them.
      query[name] = value;
    }
    return { route, query };
  }

  private isTab = (route: string): boolean =>
    (this.app.config.tabBar?.list ?? []).some(({ pagePath }) => pagePath === route);

  private create(route: string, query: Query): OpenPage {
    this.modules.loadPackage(this.modules.packageOf(route));
    this.registry.ensure(route, this.modules);
    const json = { ...this.app.config.window, ...this.app.components[route] };
    const frame = drawFrame(this.device, {
      route,
      title: json.navigationBarTitleText ?? '',
      background: json.navigationBarBackgroundColor ?? '#ffffff',
      textStyle: json.navigationBarTextStyle ?? 'black',
      custom: json.navigationStyle === 'custom',
      tab: this.isTab(route),
      back: this.stack.length > 0 && !this.isTab(route) ? () => this.navigateBack(1) : undefined,
    });
    const root = this.registry.backend.createRoot('page', this.registry.space, route);
    const caller = root.get() as unknown as PageCaller;
    Object.assign(caller, { route, options: query, __route__: route, getPageId: () => `page:${route}` });
    const page = { route, query, json, root, caller, frame };
    this.stack.push(page);
    if (this.isTab(route)) this.tabs.set(route, page);
    root.attach(frame.scroller as never, frame.placeholder as never);
    this.watchScroll(page);
    this.call(page, 'onLoad', query);
    return page;
  }

  private show(page: OpenPage, isNew: boolean): void {
    page.frame.outer.style.display = '';
    this.tabBar?.show(page.route);
    this.call(page, 'onShow');
    if (isNew) this.call(page, 'onReady');
  }

  private hide(page: OpenPage): void {
    page.frame.outer.style.display = 'none';
    this.call(page, 'onHide');
  }

  private close(page: OpenPage): void {
    this.stack = this.stack.filter((other) => other !== page);
    if (this.tabs.get(page.route) === page) this.tabs.delete(page.route);
    this.call(page, 'onUnload');
    page.root.release();
    page.frame.outer.remove();
  }

  private watchScroll(page: OpenPage): void {
    const { scroller } = page.frame;
    const reach = page.json.onReachBottomDistance ?? REACH_BOTTOM_PX;
    let near = false;
    scroller.addEventListener('scroll', () => {
      this.call(page, 'onPageScroll', { scrollTop: scroller.scrollTop });
      const isNear = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= reach;
      if (isNear && !near) this.call(page, 'onReachBottom');
      near = isNear;
    });
  }
}

/** Route with query, without the time stamp that Taro adds to tell pages apart. */
export function pathOf(page: { route: string; query: Query }): string {
  const query = Object.entries(page.query)
    .filter(([name]) => !name.startsWith('$'))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return query === '' ? page.route : `${page.route}?${query}`;
}
