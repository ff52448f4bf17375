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
  return idFromWords(0, `${personId}:${what}:${key}`);
}

/** An identifier that the same words always have. @param atMs sorts it among the others; 0 where that means nothing */
export function idFromWords(atMs: number, words: string): string {
  return makeId(atMs, createHash('sha256').update(words).digest().subarray(0, ID_RANDOM_BYTES));
}
