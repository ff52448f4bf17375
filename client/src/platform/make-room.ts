/** Which kept answers must go when a new one comes. Pure; the limits are WeChat's (1 MB a key, 10 MB in all) with room to spare. */

export interface SavedEntry {
  readonly key: string;
  readonly bytes: number;
  readonly savedAtMs: number;
}

/** WeChat refuses a key above 1 MB. */
export const ENTRY_MAX_BYTES = 1_000_000;
/** WeChat gives 10 MB; the rest stays free for drafts and writes that wait for a signal. */
export const TOTAL_MAX_BYTES = 8_000_000;

export interface Room {
  /** False: the new answer is too large to be kept at all. */
  readonly fits: boolean;
  readonly keep: readonly SavedEntry[];
  /** Keys to delete, oldest first. */
  readonly drop: readonly string[];
}

/**
 * Makes room for `incoming` among `entries`, oldest out first. Its own older version is replaced and never counted twice;
 * one that is too large to keep drops its older version too, which would otherwise be shown as if it were the last.
 */
export function makeRoom(
  entries: readonly SavedEntry[],
  incoming: SavedEntry,
  totalMaxBytes = TOTAL_MAX_BYTES,
  entryMaxBytes = ENTRY_MAX_BYTES,
): Room {
  const others = entries.filter(({ key }) => key !== incoming.key).sort((a, b) => a.savedAtMs - b.savedAtMs);
  if (incoming.bytes > entryMaxBytes) {
    const replaced = entries.filter(({ key }) => key === incoming.key).map(({ key }) => key);
    return { fits: false, keep: others, drop: replaced };
  }
  let excess = bytesOf(others) + incoming.bytes - totalMaxBytes;
  const drop: string[] = [];
  while (excess > 0) {
    const oldest = others.shift();
    if (!oldest) break;
    excess -= oldest.bytes;
    drop.push(oldest.key);
  }
  return { fits: true, keep: [...others, incoming], drop };
}

/** The size of all entries together. */
export function bytesOf(entries: readonly SavedEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The size of a text in UTF-8, as WeChat counts it: a Chinese character is three bytes. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // A surrogate pair is one character of four bytes: two for each half.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
