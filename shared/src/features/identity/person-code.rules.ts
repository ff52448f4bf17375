/**
 * 我的编号: how somebody lets an office find them, by showing eight characters. There is no search among people: who is
 * found has shown the code themselves, in the last ten minutes.
 */

/** Crockford's base 32: neither i, l, o nor u, which are misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
export const PERSON_CODE_CHARACTERS = 8;
/** Long enough to read it out or to walk to the next desk. */
export const PERSON_CODE_MS = 10 * 60_000;

/** A code from as many random bytes as it has characters: forty bits, which nobody guesses at ten tries a minute. */
export function makePersonCode(random: Uint8Array): string {
  if (random.length !== PERSON_CODE_CHARACTERS) throw new RangeError(`a code needs ${PERSON_CODE_CHARACTERS} bytes`);
  return Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** As it is shown: `7K3M 9XQ2`. */
export function sayPersonCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`.toUpperCase();
}

const SCHEME = 'xiangyue://person/';

/** What its QR code holds. */
export function writePersonCode(code: string): string {
  return SCHEME + code;
}

/** The code in what was scanned or typed, with the slips of reading it aloud mended; undefined when it is none. */
export function readPersonCode(given: string): string | undefined {
  const code = given
    .trim()
    .replace(SCHEME, '')
    .toLowerCase()
    .replace(/[\s-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return code.length === PERSON_CODE_CHARACTERS && [...code].every((character) => ALPHABET.includes(character))
    ? code
    : undefined;
}
