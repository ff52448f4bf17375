/**
 * Searching Chinese text. It has no spaces, and MongoDB's text index knows no Chinese words, so a text is indexed by
 * every character and every pair of neighbouring characters; a search for 垃圾 finds the pair inside 垃圾分类.
 */

/** Lower case, full-width letters and digits made half-width: what is typed and what is written are compared alike. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The distinct single characters and neighbouring pairs of a text; pairs never cross a space or punctuation. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const [word] of normalizeText(text).matchAll(WORD)) {
    const characters = [...word];
    characters.forEach((character, i) => {
      grams.add(character);
      const next = characters[i + 1];
      if (next !== undefined) grams.add(character + next);
    });
  }
  return [...grams];
}

/** The words of a search: what stands between spaces and punctuation, each once. */
export function wordsOf(search: string): string[] {
  return [...new Set(normalizeText(search).match(WORD) ?? [])];
}

/** The grams that a text must have to contain every word: pairs, or the character itself for a word of one. */
export function gramsToFind(words: readonly string[]): string[] {
  return [
    ...new Set(
      words.flatMap((word) =>
        [...word].length === 1 ? [word] : gramsOf(word).filter((gram) => [...gram].length === 2),
      ),
    ),
  ];
}

/** A stretch of text to mark, `[start, end)`, in UTF-16 units as `String.slice` counts. */
export type Mark = readonly [start: number, end: number];

/**
 * Where the words stand in the text, in order, overlapping stretches joined; `null` when one word is missing.
 * Normalizing may change a text's length (㎡ → m2); then the whole text is found but nothing can be marked.
 */
export function findWords(text: string, words: readonly string[]): Mark[] | null {
  const normalized = normalizeText(text);
  if (!words.every((word) => normalized.includes(word))) return null;
  if (normalized.length !== text.length) return [];
  const found = words.flatMap((word) => occurrences(normalized, word)).sort(([a], [b]) => a - b);
  const joined: Mark[] = [];
  for (const mark of found) {
    // Not `at(-1)`: this also runs on phones, and iPhones before iOS 15.4 lack it.
    const last = joined[joined.length - 1];
    if (last && mark[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], mark[1])];
    else joined.push(mark);
  }
  return joined;
}

function occurrences(text: string, word: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    marks.push([at, at + word.length]);
  return marks;
}
