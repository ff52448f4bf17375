/** Chance that is the same in every run: mulberry32, by its author free for any use. */
export interface Chance {
  /** At least 0, less than `below`. */
  int(below: number): number;
  /** True with this likelihood, 0 to 1. */
  happens(likelihood: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** @param seed any whole number; another gives another sequence */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return { int, happens: (likelihood) => next() < likelihood, pick: (items) => items[int(items.length)] as never };
}
