/** What a person sees of a page, and what a finger can do with it: the same steps for the mini-program and the H5 app. */
import type { CDPSession, Locator, Page } from 'playwright-core';

/** How long a step waits for what it looks for. */
const PATIENCE_MS = 10_000;
const POLL_MS = 40;
/** Longer than a press must last in WeChat. */
const PRESS_MS = 450;

interface Watched {
  page: Page;
  /** The part of the page that is the app. */
  shown: Locator;
  /** Throws when the app has gone wrong; asked after every step. */
  assertNoErrors(): void;
  /** Where the app is, for the message of a step that fails. */
  path(): Promise<string>;
}

export class Screen {
  constructor(private readonly watched: Watched) {}

  /** Taps what shows `target`, or what the selector (`#id`, `.class`, `css=…`) finds; the nth of several, from 0. */
  async tap(target: string, nth = 0): Promise<void> {
    const { x, y } = await centreOf(await this.find(target, nth), target);
    await this.watched.page.touchscreen.tap(x, y);
    await this.settled();
  }

  /** Rests a finger on `target`. */
  async press(target: string): Promise<void> {
    const { x, y } = await centreOf(await this.find(target, 0), target);
    const session: CDPSession = await this.watched.page.context().newCDPSession(this.watched.page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.watched.page.waitForTimeout(PRESS_MS);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
    await this.settled();
  }

  /** Puts `text` into the field with this placeholder or selector, in place of what was there. `\n` at the end confirms. */
  async type(target: string, text: string): Promise<void> {
    const first = fieldsOf(this.watched.shown, target).filter({ visible: true }).first();
    await first.waitFor({ timeout: PATIENCE_MS });
    await first.fill(text.replace(/\n$/, ''));
    if (text.endsWith('\n')) await first.press('Enter');
    await this.settled();
  }

  async waitFor(target: string): Promise<void> {
    await this.find(target, 0);
    await this.settled();
  }

  async waitForNo(target: string): Promise<void> {
    await this.until(
      async () => (await seen(this.watched.shown, target, 0)) === undefined,
      () => `"${target}" stays`,
    );
    await this.settled();
  }

  /** What a person can read. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count as seen
    return this.watched.shown.innerText();
  }

  /** Gives the app time to react, then fails on what went wrong. */
  async settled(): Promise<void> {
    await this.watched.page.waitForTimeout(POLL_MS);
    this.watched.assertNoErrors();
  }

  /** Waits until `reached`. With `stopOnError` an error of the app ends the wait. */
  async until(
    reached: () => Promise<boolean>,
    otherwise: () => string | Promise<string>,
    stopOnError = true,
  ): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await reached())) {
      if (stopOnError) this.watched.assertNoErrors();
      if (Date.now() > deadline) throw new Error(await otherwise());
      await this.watched.page.waitForTimeout(POLL_MS);
    }
  }

  private async find(target: string, nth: number): Promise<Locator> {
    let found: Locator | undefined;
    await this.until(
      async () => {
        found = await seen(this.watched.shown, target, nth);
        return found !== undefined;
      },
      async () => `"${target}" is not on ${await this.watched.path()}, which shows:\n${await this.text()}`,
    );
    return found as Locator;
  }
}

const STILL_CHECK_MS = 60;
const STILL_CHECKS = 20;

type Point = { x: number; y: number };

/**
 * The middle of an element once it lies still, scrolled into view. Throws when something else lies on top of it even in
 * the middle of the screen.
 */
async function centreOf(element: Locator, name: string): Promise<Point> {
  await element.scrollIntoViewIfNeeded();
  let point = await centreAtRest(element, name);
  if ((await coverAt(element, point)) === null) return point;
  // Under a bar at the edge: a person scrolls on.
  await element.evaluate((wanted) => wanted.scrollIntoView({ block: 'center', inline: 'nearest' }));
  point = await centreAtRest(element, name);
  const cover = await coverAt(element, point);
  if (cover !== null) throw new Error(`"${name}" is covered by ${cover}`);
  return point;
}

async function centreAtRest(element: Locator, name: string): Promise<Point> {
  let box = await element.boundingBox();
  for (let check = 0; check < STILL_CHECKS; check += 1) {
    await element.page().waitForTimeout(STILL_CHECK_MS);
    const next = await element.boundingBox();
    if (box && next && box.x === next.x && box.y === next.y && box.width === next.width) break;
    box = next;
  }
  if (!box) throw new Error(`"${name}" has no place on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What lies on top of `element` there, or null. The text of a button may lie under the button's own layer: that is the button. */
function coverAt(element: Locator, point: Point): Promise<string | null> {
  return element.evaluate((wanted, { x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (wanted.contains(hit) || hit.contains(wanted)) ? null : (hit?.outerHTML.slice(0, 200) ?? 'nothing');
  }, point);
}

const isSelector = (target: string): boolean => /^(css=|[#.[])/.test(target);
const bare = (target: string): string => target.replace(/^css=/, '');

/** The nth visible element of a selector or text. The exact text goes before a longer one that holds it. */
async function seen(shown: Locator, target: string, nth: number): Promise<Locator | undefined> {
  const locators = isSelector(target)
    ? [shown.locator(bare(target))]
    : [shown.getByText(target, { exact: true }), shown.getByText(target)];
  for (const locator of locators) {
    const visible = locator.filter({ visible: true });
    if ((await visible.count()) > nth) return visible.nth(nth);
  }
  return undefined;
}

/** Fields by selector (of the field's component) or by placeholder. */
function fieldsOf(shown: Locator, target: string): Locator {
  return isSelector(target) ? shown.locator(bare(target)).locator('input, textarea') : shown.getByPlaceholder(target);
}
