/** Tells what is shown that a write has reached the service, perhaps long after it was made. */
const listeners = new Set<() => void>();

/** Calls back at every write that reached the service; returns how to stop. */
export function onSent(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellSent(): void {
  for (const listener of listeners) listener();
}
