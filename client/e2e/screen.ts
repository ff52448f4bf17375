/** What a person sees of a page, and what a finger can do with it: the same steps for the mini-program and the H5 app. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, ElementHandle, Locator, Page } from 'playwright-core';

/** How long a step waits for what it looks for. */
const PATIENCE_MS = 10_000;
const POLL_MS = 40;
/** A longer text is taken for `target` only when it has stood there alone for so many looks: the exact one may be on its way. */
const LOOKS_BEFORE_LONGER = 10;
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
    const { x, y } = await this.reach(target, nth);
    await this.watched.page.touchscreen.tap(x, y);
    await this.settled();
  }

  /** Rests a finger on `target`. */
  async press(target: string): Promise<void> {
    const { x, y } = await this.reach(target, 0);
    const session: CDPSession = await this.watched.page.context().newCDPSession(this.watched.page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await this.watched.page.waitForTimeout(PRESS_MS);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
    await this.settled();
  }

  /** Puts `text` into the field with this placeholder or selector, in place of what was there. `\n` at the end confirms. */
  async type(target: string, text: string): Promise<void> {
    const field = await this.find(target, fieldsOf(this.watched.shown, target), 0);
    await field.fill(text.replace(/\n$/, ''), { timeout: PATIENCE_MS });
    if (text.endsWith('\n')) await field.press('Enter');
    await this.settled();
  }

  async waitFor(target: string): Promise<void> {
    await this.until(
      async () => (await this.see(target, 0)) !== undefined,
      () => this.sayMissing(target),
    );
    await this.settled();
  }

  async waitForNo(target: string): Promise<void> {
    await this.until(
      async () => (await this.see(target, 0)) === undefined,
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

  /** Where to touch what shows `target`, once it lies still and is still what `target` means. */
  private async reach(target: string, nth: number): Promise<Point> {
    let reached: Point | undefined;
    await this.until(
      async () => {
        const element = await this.find(target, elementsOf(this.watched.shown, target), nth);
        const place = await placeOf(element);
        // A page that changed meanwhile may have taken the element away, or brought one that fits better.
        const now = await this.see(target, nth);
        if (!place || !now || !(await isSame(now.element, element))) return false;
        if (place.cover !== null) throw new Error(`"${target}" is covered by ${place.cover}`);
        // Last, so that a page that has moved since then is not tapped where something else lies now.
        if ((await coverAt(element, place)) !== null) return false;
        reached = place;
        return true;
      },
      () => `"${target}" does not stay on the screen`,
    );
    return reached as Point;
  }

  private see(target: string, nth: number): Promise<Seen | undefined> {
    return look(elementsOf(this.watched.shown, target), nth);
  }

  /** An exact element as soon as there is one, a longer one after the exact has stayed absent. */
  private async find(target: string, meaning: Meaning, nth: number): Promise<ElementHandle> {
    let seen: Seen | undefined;
    let longer = 0;
    await this.until(
      async () => {
        seen = await look(meaning, nth);
        longer = seen && !seen.isExact ? longer + 1 : 0;
        return seen?.isExact === true || longer >= LOOKS_BEFORE_LONGER;
      },
      () => this.sayMissing(target),
    );
    return (seen as Seen).element;
  }

  private async sayMissing(target: string): Promise<string> {
    return `"${target}" is not on ${await this.watched.path()}, which shows:\n${await this.text()}`;
  }
}

const STILL_CHECK_MS = 60;
const STILL_CHECKS = 20;

type Point = { x: number; y: number };

/** The middle of an element, and what lies on top of it there. */
interface Place extends Point {
  cover: string | null;
}

/**
 * Where an element lies once it lies still, scrolled into view: to the middle of the screen when something lies on top of
 * it elsewhere. undefined when it has left the screen.
 */
async function placeOf(element: ElementHandle): Promise<Place | undefined> {
  await scrollTo(element, 'nearest');
  const place = await placeAtRest(element);
  if (!place || place.cover === null) return place;
  // Under a bar at the edge: a person scrolls on.
  await scrollTo(element, 'center');
  return placeAtRest(element);
}

function scrollTo(element: ElementHandle, block: ScrollLogicalPosition): Promise<void> {
  return element.evaluate((wanted, block) => (wanted as Element).scrollIntoView({ block, inline: 'nearest' }), block);
}

async function placeAtRest(element: ElementHandle): Promise<Place | undefined> {
  let box = await element.boundingBox();
  for (let check = 0; box && check < STILL_CHECKS; check += 1) {
    await pause(STILL_CHECK_MS);
    const next = await element.boundingBox();
    if (next && box.x === next.x && box.y === next.y && box.width === next.width) break;
    box = next;
  }
  if (!box) return undefined;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return { ...point, cover: await coverAt(element, point) };
}

/** What lies on top of `element` there, or null. The text of a button may lie under the button's own layer: that is the button. */
function coverAt(element: ElementHandle, point: Point): Promise<string | null> {
  return element.evaluate((wanted, { x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (wanted.contains(hit) || hit.contains(wanted)) ? null : (hit?.outerHTML.slice(0, 200) ?? 'nothing');
  }, point);
}

function isSame(one: ElementHandle, other: ElementHandle): Promise<boolean> {
  return one.evaluate((element, another) => element === another, other);
}

const isSelector = (target: string): boolean => /^(css=|[#.[])/.test(target);
const bare = (target: string): string => target.replace(/^css=/, '');

/** What a target can mean: `exact` goes before `longer`, a text that only holds it. */
interface Meaning {
  exact: Locator;
  longer?: Locator;
}

/** An element and not the way to it: the same way may lead elsewhere once the page has changed. */
interface Seen {
  element: ElementHandle;
  isExact: boolean;
}

/** What is visible now, the nth of several. */
async function look({ exact, longer }: Meaning, nth: number): Promise<Seen | undefined> {
  const fitting = await visibleAt(exact, nth);
  if (fitting) return { element: fitting, isExact: true };
  const holding = longer && (await visibleAt(longer, nth));
  return holding && { element: holding, isExact: false };
}

async function visibleAt(locator: Locator, nth: number): Promise<ElementHandle | undefined> {
  return (await locator.filter({ visible: true }).elementHandles())[nth];
}

/** Elements by selector or by their text. */
function elementsOf(shown: Locator, target: string): Meaning {
  if (isSelector(target)) return { exact: shown.locator(bare(target)) };
  return { exact: shown.getByText(target, { exact: true }), longer: shown.getByText(target) };
}

/** Fields by selector (of the field's component) or by placeholder. */
function fieldsOf(shown: Locator, target: string): Meaning {
  if (isSelector(target)) return { exact: shown.locator(bare(target)).locator('input, textarea') };
  return { exact: shown.getByPlaceholder(target, { exact: true }), longer: shown.getByPlaceholder(target) };
}
