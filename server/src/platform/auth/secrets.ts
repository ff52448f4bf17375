import { createHash, randomBytes } from 'node:crypto';
import { ID_RANDOM_BYTES, makeId } from '@xiangyue/shared/kernel/ids';

/** 256 bits of chance, base64url: a session token, a code that nobody guesses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. It has full entropy, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** A fresh identifier of 26 characters. */
export function newId(now: Date): string {
  return makeId(now.getTime(), randomBytes(ID_RANDOM_BYTES));
}

/** The identifier of what a write makes: the same write has the same one, also when a crash makes it be done again. */
export function idFromKey(personId: string, what: string, key: string): string {
  return makeId(0, createHash('sha256').update(`${personId}:${what}:${key}`).digest().subarray(0, ID_RANDOM_BYTES));
}
