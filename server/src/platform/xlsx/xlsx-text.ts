/** Texts and places as spreadsheets write them. */
import { XLSX_LIMITS } from './xlsx-limits';

/** As much of a text as is kept, and one letter more, which tells that there was more. */
export function keptText(text: string): string {
  return text.length > XLSX_LIMITS.cellCharacters ? text.slice(0, XLSX_LIMITS.cellCharacters + 1) : text;
}

/** Letters that XML cannot hold are written `_x000D_`. */
export function decodeText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** `C` is 2, `AA` is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The other way: 2 is `C`. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `C7` in its two parts, or null. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference);
  return found && { column: columnOf(found[1] as string), row: Number(found[2]) };
}
