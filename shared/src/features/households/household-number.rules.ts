/** How household numbers are compared and put in order, wherever they come from: a form, a spreadsheet, the register. */

/** More digits than any village's numbers have; what is shorter is filled up, so that texts sort as people count. */
const SORTED_DIGITS = 6;

/** 031, 31, ０３１ are one number, as are a-7 and A-007: a spreadsheet drops zeros, and no village has both. 9 stands before 10. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(SORTED_DIGITS, '0'));
}
