/**
 * Identifiers that sort by the time they were made, as in the ULID specification, in lower case: 10 characters of
 * milliseconds and 16 of randomness, in Crockford's base 32 (no i, l, o, u: nobody confuses them on paper).
 */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
/** Bytes of randomness that `makeId` needs. */
export const ID_RANDOM_BYTES = 10;

/** Makes an identifier of 26 characters from a time and 10 random bytes; both are arguments, so that it is repeatable. */
export function makeId(nowMs: number, random: Uint8Array): string {
  if (random.length !== ID_RANDOM_BYTES) throw new RangeError(`makeId needs ${ID_RANDOM_BYTES} random bytes`);
  let time = '';
  for (let rest = nowMs, i = 0; i < TIME_CHARACTERS; i++, rest = Math.floor(rest / 32))
    time = ALPHABET[rest % 32] + time;
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let noise = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) noise = ALPHABET[Number(bits & 31n)] + noise;
  return time + noise;
}
