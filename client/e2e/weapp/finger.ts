/** What a person sees, and where a finger would go. */
import type { Locator } from 'playwright-core';

const STILL_CHECK_MS = 60;
const CHECKS = 20;

/**
 * The middle of an element once it lies still, scrolled into view. Throws when something else lies on top of it. The
 * text of a button may be covered by the button's own layer: that counts as the button.
 */
export async function centreOf(element: Locator, name: string): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  let box = await element.boundingBox();
  for (let check = 0; check < CHECKS; check += 1) {
    await element.page().waitForTimeout(STILL_CHECK_MS);
    const next = await element.boundingBox();
    if (box && next && box.x === next.x && box.y === next.y && box.width === next.width) break;
    box = next;
  }
  if (!box) throw new Error(`"${name}" has no place on the screen`);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const cover = await element.evaluate((wanted, { x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (wanted.contains(hit) || hit.contains(wanted)) ? null : (hit?.outerHTML.slice(0, 200) ?? 'nothing');
  }, point);
  if (cover !== null) throw new Error(`"${name}" is covered by ${cover}`);
  return point;
}

const isSelector = (target: string): boolean => /^(css=|[#.[])/.test(target);
const bare = (target: string): string => target.replace(/^css=/, '');

/** The nth visible element of a selector or text. The exact text goes before a longer one that holds it. */
export async function seen(shown: Locator, target: string, nth: number): Promise<Locator | undefined> {
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
export function fieldsOf(shown: Locator, target: string): Locator {
  return isSelector(target) ? shown.locator(bare(target)).locator('input, textarea') : shown.getByPlaceholder(target);
}
