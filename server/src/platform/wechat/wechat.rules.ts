/**
 * The documented limits of what is given to WeChat, as values and pure checks.
 * Lengths count UTF-16 units: WeChat does not say how it counts what lies outside the basic plane, and this is the
 * strictest reading.
 */

/** A `thing` field of a subscribe message. */
export const THING_MAX_CHARACTERS = 20;
/** A text that `msgSecCheck` looks at. */
export const CHECKED_TEXT_MAX_CHARACTERS = 2_500;
/** Pixels of a mini-program code. */
export const QR_WIDTH_MIN_PX = 280;
export const QR_WIDTH_MAX_PX = 1_280;

const ELLIPSIS = '…';
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const CHARACTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A text as a `thing` field may hold it: one line, at most 20 characters. A longer one ends at a word with an
 * ellipsis, never inside a number or a character: 12000元 must not become 120….
 */
export function fitThing(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= THING_MAX_CHARACTERS) return line;
  const room = THING_MAX_CHARACTERS - ELLIPSIS.length;
  const words = withoutDanglingEnd(takeWhileFits(WORDS.segment(line), room));
  return (words || takeWhileFits(CHARACTERS.segment(line), room)) + ELLIPSIS;
}

function takeWhileFits(segments: Intl.Segments, room: number): string {
  let taken = '';
  for (const { segment } of segments) {
    if (taken.length + segment.length > room) break;
    taken += segment;
  }
  return taken;
}

/** An opening bracket or a comma before the ellipsis reads like a slip of the pen. */
function withoutDanglingEnd(text: string): string {
  return text.replace(/[\s\p{Ps}\p{Pi}，、；：。！？,;:.!?—-]+$/u, '');
}

/** Whether WeChat takes this value of a template field (`thing1`, `date2`); what it takes is never empty or of many lines. */
export function isFieldValid(field: string, value: string): boolean {
  if (value.trim() === '' || /\p{Cc}/u.test(value)) return false;
  return !/^thing\d+$/.test(field) || value.length <= THING_MAX_CHARACTERS;
}

/** Whether a mini-program code can carry this scene: 1–32 characters of a short list, without `%` and so without Chinese. */
export function isScene(text: string): boolean {
  return /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(text);
}
