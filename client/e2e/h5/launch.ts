/** Drives the H5 build, served by the real service, as a person with a phone would. Every step fails on any error. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { artifactPath } from '../artifacts';
import { launchChromium } from '../chromium';
import { Screen } from '../screen';

/** The phone of the design, and the narrowest that must still hold everything. */
export const PHONE = { width: 375, height: 812 };
export const NARROW_PHONE = { width: 320, height: 568 };

export interface H5Options {
  /** Where the service serves the app, e.g. `http://127.0.0.1:7001`. */
  address: string;
  viewport?: { width: number; height: number };
  /** Put before the names of pictures. */
  name: string;
}

export async function launchH5(options: H5Options): Promise<H5> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      viewport: options.viewport ?? PHONE,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const app = new H5(options, browser, context, await context.newPage());
    await app.start();
    return app;
  } catch (fault) {
    await browser.close();
    throw fault;
  }
}

export class H5 {
  private readonly faults: string[] = [];
  private readonly screen: Screen;

  constructor(
    private readonly options: H5Options,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {
    page.on('pageerror', (fault) => this.faults.push(`uncaught: ${fault.stack ?? fault.message}`));
    page.on('crash', () => this.faults.push('the page crashed'));
    page.on('console', (message) => {
      // The browser's own words about an answer; which of those are errors is decided below.
      const ofTheBrowser = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !ofTheBrowser) this.faults.push(`console.error: ${message.text()}`);
    });
    page.on('response', (response) => {
      const path = new URL(response.url()).pathname;
      // A refusal of the API is an answer that the app shows; a missing file or a server error is a fault.
      const isRefusal = path.startsWith('/api/') && response.status() < 500;
      if (response.status() >= 400 && !isRefusal) this.faults.push(`${response.status()} for ${path}`);
    });
    this.screen = new Screen({
      page,
      shown: page.locator('body'),
      assertNoErrors: () => this.assertNoErrors(),
      path: async () => this.path(),
    });
  }

  /** Opens the app for the first time. */
  async start(): Promise<void> {
    await this.page.goto(this.options.address);
    await this.screen.settled();
  }

  /** Opens the app anew at a path as in the mini-program, with what it had stored. */
  async restart(entry = 'pages/home/index'): Promise<void> {
    // Within the same tab process: a new one would be online for its first moments, whatever the tab was told.
    await this.page.evaluate((hash) => history.replaceState(null, '', hash), `#/${entry}`);
    await this.page.reload();
    await this.screen.settled();
  }

  tap = (target: string, nth = 0): Promise<void> => this.screen.tap(target, nth);
  type = (target: string, text: string): Promise<void> => this.screen.type(target, text);
  waitFor = (target: string): Promise<void> => this.screen.waitFor(target);
  waitForNo = (target: string): Promise<void> => this.screen.waitForNo(target);
  text = (): Promise<string> => this.screen.text();
  tab = (text: string): Promise<void> => this.screen.tap(`css=nav button:has-text("${text}")`);
  back = (): Promise<void> => this.screen.tap('css=[aria-label="返回"]');

  /** Taps what opens a chooser of files and chooses one. */
  async chooseFile(target: string, name: string, content: Buffer): Promise<void> {
    const opened = this.page.waitForEvent('filechooser');
    await this.screen.tap(target);
    await (await opened).setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
    await this.screen.settled();
  }

  path(): string {
    return this.page.url().split('#/')[1] ?? '';
  }

  async offline(off: boolean): Promise<void> {
    await this.context.setOffline(off);
    await this.screen.settled();
  }

  /** Keeps a picture; a page that is wider than the screen fails. */
  async screenshot(name: string): Promise<void> {
    await this.keepPicture(name);
    await this.assertNothingSideways();
  }

  async keepPicture(name: string): Promise<void> {
    await this.page.screenshot({ path: artifactPath('h5', `${this.options.name}-${name}.png`) });
  }

  /** As on a phone that never opened the app. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => localStorage.clear());
  }

  /** What the service answers to a request for this path that `act` brings about. */
  async heard<Answer>(path: string, act: () => Promise<void>): Promise<Answer> {
    const answered = this.page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await act();
    return (await (await answered).json()) as Answer;
  }

  /** The picture behind the first visible element that the selector finds, as CSS says it. */
  pictureOf(selector: string): Promise<string> {
    const shown = this.page.locator(selector).filter({ visible: true }).first();
    return shown.evaluate((each) => getComputedStyle(each).backgroundImage);
  }

  /** Of the first visible element that the selector finds. */
  fontSizePx(selector: string): Promise<number> {
    const shown = this.page.locator(selector).filter({ visible: true }).first();
    return shown.evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize));
  }

  /** Throws when something is wider than the screen: a person would have to scroll sideways to read it. */
  private async assertNothingSideways(): Promise<void> {
    const wide = await this.page.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const tooWide = [...document.querySelectorAll('body *')].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && box.right > limit + 0.5;
      });
      return tooWide.map((each) => each.outerHTML.slice(0, 120));
    });
    if (wide.length > 0) throw new Error(`${this.path()} is wider than the screen:\n${wide.slice(0, 5).join('\n')}`);
  }

  async close(): Promise<void> {
    await this.abandon();
    this.assertNoErrors();
  }

  /** Closes without a word, when the journey has failed already. */
  async abandon(): Promise<void> {
    await this.browser.close();
  }

  private assertNoErrors(): void {
    if (this.faults.length > 0) throw new Error(`the H5 app went wrong:\n  ${this.faults.join('\n  ')}`);
  }
}
