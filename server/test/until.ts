import { setTimeout as sleep } from 'node:timers/promises';

type Falsy = false | 0 | '' | null | undefined;

/** Asks every few milliseconds until the answer is not falsy, and returns it; fails by itself after `limitMs`. */
export async function until<Value>(
  ask: () => Value | Promise<Value>,
  limitMs = 15_000,
): Promise<Exclude<Value, Falsy>> {
  for (const end = Date.now() + limitMs; Date.now() <= end; await sleep(5)) {
    const value = await ask();
    if (value) return value as Exclude<Value, Falsy>;
  }
  throw new Error(`not so within ${limitMs} ms: ${ask}`);
}
