/** Lists a page at a time: what a page says of the next one, as a text that the next request brings back. */

/** A page, and where the next one begins; null on the last. */
export interface PageOf<Item> {
  readonly page: readonly Item[];
  readonly next: string | null;
}

/**
 * Cuts a page from what was found, which is one more than a page holds where there is a next one.
 * @param found read with a limit of `limit + 1`
 * @param markOf writes down where an item stands in the list
 */
export function pageOf<Item>(found: readonly Item[], limit: number, markOf: (last: Item) => string): PageOf<Item> {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: last !== undefined && found.length > limit ? markOf(last) : null };
}

/** Where something stands in a list by time: the instant, and its id among those of the same instant. */
export interface TimeMark {
  readonly at: Date;
  readonly id: string;
}

/** `<milliseconds>-<id>` */
export function writeTimeMark({ at, id }: TimeMark): string {
  return `${at.getTime()}-${id}`;
}

/** The other way. The contract has checked its form. */
export function readTimeMark(text: string): TimeMark {
  const end = text.indexOf('-');
  return { at: new Date(Number(text.slice(0, end))), id: text.slice(end + 1) };
}
