/** Drives a weapp build as a person would: taps, types, looks. Every step fails on any error of the mini-program. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { artifactPath } from '../artifacts';
import { launchChromium } from '../chromium';
import { Screen } from '../screen';
import { compileDist } from './compile';
import type { CompiledApp, HostError, HostHandle, SetDataRow } from './protocol';
import { mergedRows, setDataTable } from './report';
import { Requests, type SentRequest } from './requests';
import { openStage, PHONE, startHost } from './stage';

export interface LaunchOptions {
  /** The output folder of `taro build --type weapp`. */
  dist: string;
  /** Origin of the real service, e.g. `http://127.0.0.1:7001`. */
  apiBase: string;
  /** Put before the names of pictures. */
  name: string;
  /** Path with query to start at, as from a shared card or a QR code. */
  entry?: string;
  /** Do not print the setData table at the end. */
  quiet?: boolean;
  /** Start without a connection. */
  offline?: boolean;
  /** A running browser to use; otherwise one is started and closed with the app. */
  browser?: Browser;
}

export async function launchWeapp(options: LaunchOptions): Promise<Weapp> {
  const compiled = compileDist(options.dist);
  const browser = options.browser ?? (await launchChromium());
  try {
    const context = await browser.newContext({
      viewport: { width: PHONE.width, height: PHONE.height },
      deviceScaleFactor: 2,
      hasTouch: true,
    });
    const app = new Weapp(options, compiled, context, options.browser ? undefined : browser);
    await app.open();
    return app;
  } catch (fault) {
    if (!options.browser) await browser.close();
    throw fault;
  }
}

export class Weapp {
  private readonly faults: HostError[] = [];
  private readonly storage: Record<string, string> = {};
  private readonly requestsSent: Requests;
  private earlierRows: SetDataRow[] = [];
  private connected: boolean;
  private opened: Page | undefined;

  constructor(
    private readonly options: LaunchOptions,
    private readonly compiled: CompiledApp,
    private readonly context: BrowserContext,
    private readonly ownBrowser: Browser | undefined,
  ) {
    this.connected = !options.offline;
    this.requestsSent = new Requests(options.apiBase, (message) => this.fault('wx.request', message));
  }

  /** Called by launchWeapp. */
  async open(): Promise<void> {
    const page = await openStage({
      context: this.context,
      dist: this.options.dist,
      apiBase: this.options.apiBase,
      isConnected: () => this.connected,
      refuse: (message) => this.fault('network', message),
    });
    this.opened = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.fault('console.error', message.text());
    });
    page.on('crash', () => this.fault('browser', 'the page crashed'));
    await page.exposeFunction('weappRequest', (message: Parameters<Requests['send']>[0]) =>
      this.requestsSent.send(message),
    );
    await page.exposeFunction('weappAbort', (id: number) => this.requestsSent.abort(id));
    await page.exposeFunction('weappError', (error: HostError) => void this.faults.push(error));
    await page.exposeFunction('weappStore', (key: string, value: string | null) => {
      if (value === null) delete this.storage[key];
      else this.storage[key] = value;
    });
    await this.start(this.options.entry ?? '');
  }

  /** A cold start: the mini-program anew, with what it had stored. */
  async restart(entry = ''): Promise<void> {
    this.earlierRows = await this.setDataReport();
    await this.start(entry);
  }

  /** Taps what shows `target`, or what the selector (`#id`, `.class`, `css=…`) finds; the nth of several, from 0. */
  tap = (target: string, nth = 0): Promise<void> => this.screen.tap(target, nth);
  /** Rests a finger on `target`. */
  press = (target: string): Promise<void> => this.screen.press(target);
  /** Puts `text` into the field with this placeholder or selector, in place of what was there. `\n` at the end confirms. */
  type = (target: string, text: string): Promise<void> => this.screen.type(target, text);
  /** Waits until `target` is on the screen. */
  waitFor = (target: string): Promise<void> => this.screen.waitFor(target);
  /** Waits until `target` has gone. */
  waitForNo = (target: string): Promise<void> => this.screen.waitForNo(target);
  /** What a person sees of the app, bars included. */
  text = (): Promise<string> => this.screen.text();

  /** Taps a tab of the tab bar. */
  async tab(text: string): Promise<void> {
    await this.tap(`css=.wx-tab:has-text("${text}")`);
  }

  /** Chooses an option in the panel that a picker has opened. */
  async choose(option: string): Promise<void> {
    await this.page.locator('.wx-panel select').filter({ hasText: option }).selectOption({ label: option });
    await this.screen.settled();
  }

  /** Waits until the current page is `path` (with or without its query). */
  async waitForPath(path: string): Promise<void> {
    await this.screen.until(
      async () => [await this.path(), (await this.path()).split('?')[0]].includes(path),
      () => `the page never became ${path}`,
    );
    await this.screen.settled();
  }

  /** Route and query of the current page, e.g. `features/rules/pages/document/index?documentId=…`. */
  path = (): Promise<string> => this.ask('path');
  stack = (): Promise<string[]> => this.ask('stack');
  /** Roots of the subpackages whose code was loaded. */
  packages = (): Promise<string[]> => this.ask('packages');
  requests = (): readonly SentRequest[] => this.requestsSent.sent;
  errors = (): readonly HostError[] => this.faults;

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: artifactPath('weapp', `${this.options.name}-${name}.png`) });
  }

  /** The arrow in the title bar. */
  async back(): Promise<void> {
    await this.tap('css=.wx-back');
  }

  async offline(off: boolean): Promise<void> {
    this.connected = !off;
    await this.ask('connect', this.connected);
    await this.screen.settled();
  }

  /** What a person, the camera or WeChat will answer to the next call of `api`, e.g. `scanCode`. */
  answer = (api: string, result: unknown): Promise<void> => this.ask('prepareAnswer', api, { result });
  /** The same, when they refuse: `reason` as WeChat words it. */
  refuse = (api: string, reason = 'fail cancel'): Promise<void> => this.ask('prepareAnswer', api, { failure: reason });
  /** Shares the current page from the menu; gives what the card would carry. */
  share = (kind: 'message' | 'timeline' = 'message'): Promise<unknown> => this.ask('share', kind);
  /** What share buttons in pages have sent so far. */
  shared = (): Promise<unknown[]> => this.ask('shared');

  async pullDown(): Promise<void> {
    await this.ask('pullDown');
    await this.screen.settled();
  }

  /** Leaves WeChat for another app, and comes back. */
  async awayAndBack(): Promise<void> {
    await this.ask('background');
    await this.ask('foreground');
    await this.screen.settled();
  }

  /** setData since launch, restarts included. */
  async setDataReport(): Promise<SetDataRow[]> {
    const now = await this.ask('setDataRows');
    return mergedRows([...this.earlierRows, ...now]);
  }

  /** Takes an error that the journey provokes on purpose out of the list; throws when it did not happen. */
  async expectError(pattern: RegExp): Promise<void> {
    await this.screen.until(
      async () => this.faults.some(({ message }) => pattern.test(message)),
      () => `no error matches ${pattern}`,
      false,
    );
    const kept = this.faults.filter(({ message }) => !pattern.test(message));
    this.faults.splice(0, this.faults.length, ...kept);
  }

  /** Prints the setData table and closes; throws when an error came late or a prepared answer was never asked for. */
  async close(): Promise<void> {
    try {
      const leftover = await this.ask('leftoverAnswers');
      if (leftover.length > 0) this.fault('journey', `prepared answers that nobody asked for: ${leftover.join(', ')}`);
      if (!this.options.quiet) process.stdout.write(`${setDataTable(await this.setDataReport())}\n`);
      this.assertNoErrors();
    } finally {
      await this.abandon();
    }
  }

  /** Closes without a word, when the journey has failed already. */
  async abandon(): Promise<void> {
    await this.context.close();
    await this.ownBrowser?.close();
  }

  private get page(): Page {
    if (!this.opened) throw new Error('the mini-program is not open');
    return this.opened;
  }

  private ask<K extends keyof HostHandle>(
    name: K,
    ...given: Parameters<HostHandle[K]>
  ): Promise<Awaited<ReturnType<HostHandle[K]>>> {
    return this.page.evaluate(
      ([method, args]) => {
        const host = (window as unknown as { weappHost: Record<string, (...args: unknown[]) => unknown> }).weappHost;
        return host[method as string]?.(...(args as unknown[]));
      },
      [name, given] as const,
    ) as Promise<Awaited<ReturnType<HostHandle[K]>>>;
  }

  private get screen(): Screen {
    return new Screen({
      page: this.page,
      shown: this.page.locator('.wx-app'),
      assertNoErrors: () => this.assertNoErrors(),
      path: () => this.path(),
    });
  }

  private async start(entry: string): Promise<void> {
    await startHost(this.page, {
      app: this.compiled,
      device: PHONE,
      entry,
      storage: this.storage,
      connected: this.connected,
    });
    await this.screen.settled();
  }

  private fault(source: string, message: string): void {
    this.faults.push({ source, message });
  }

  private assertNoErrors(): void {
    if (this.faults.length === 0) return;
    throw new Error(
      `the mini-program went wrong:\n${this.faults.map(({ source, message }) => `  [${source}] ${message}`).join('\n')}`,
    );
  }
}
