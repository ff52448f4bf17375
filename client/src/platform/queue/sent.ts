/** Tells what is shown that a write has reached the service, perhaps long after it was made. */
const shown = new Map<string, Set<() => void>>();

/**
 * Calls back at every write that reached the service; returns how to stop.
 * @param key names what is shown; of all that show the same only one is called, as its answer is everyone's
 */
export function onSent(key: string, askAgain: () => void): () => void {
  const same = shown.get(key) ?? new Set();
  shown.set(key, same.add(askAgain));
  return () => {
    same.delete(askAgain);
    if (same.size === 0) shown.delete(key);
  };
}

export function tellSent(): void {
  for (const [askAgain] of [...shown.values()]) askAgain?.();
}
