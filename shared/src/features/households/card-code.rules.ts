/**
 * The code on a household's paper card: 8 characters that nobody confuses on paper (no 0 and O, no 1 and I). 40 bits, and
 * few tries a minute: not to be guessed; and somebody must still know the name of a member.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE = /^[2-9A-HJ-NP-Z]{8}$/;
export const CARD_CODE_CHARACTERS = 8;

/** A code from 8 random bytes. */
export function makeCardCode(random: Uint8Array): string {
  if (random.length !== CARD_CODE_CHARACTERS) throw new RangeError(`a code needs ${CARD_CODE_CHARACTERS} random bytes`);
  return Array.from(random, (byte) => ALPHABET[byte & 31]).join('');
}

/** As it is printed and read aloud: `KX7M 2QPA`. */
export function sayCardCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The code in what somebody typed, in any case, with or without the gap; null when it cannot be one. */
export function readCardCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : null;
}

/** The code in what a camera read off a card: an address that ends in `code=…`; null for any other QR code. */
export function readScannedCard(scanned: string): string | null {
  const [, code] = /[?&]code=([2-9A-HJ-NP-Z]{8})$/.exec(scanned) ?? [];
  return code ?? null;
}
