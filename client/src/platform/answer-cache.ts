/**
 * The cache behind `useApi`: in memory for this run, and on the phone for the next, so that what was once read stays readable
 * in the fields, without a signal, after a restart.
 */
import type { Cache, State } from 'swr';
import { bytesOf, makeRoom, type SavedEntry, utf8Bytes } from './make-room';
import { load, loadOne, removeOne, save, saveOne } from './storage';

const loadAnswer = (key: string) => loadOne('answer', key);
const removeAnswer = (key: string) => removeOne('answer', key);

/** An answer of the service with the time it came. */
export interface SavedAnswer<Answer = unknown> {
  readonly answer: Answer;
  readonly savedAtMs: number;
  /** False for what is not worth room on the phone, such as searches. */
  readonly keep: boolean;
}

export interface AnswerCache extends Cache<SavedAnswer> {
  /** What is kept on the phone now. */
  kept(): { count: number; bytes: number };
  /** Forgets everything that is kept on the phone; what the screens show now stays until they ask again. */
  forgetKept(): void;
}

/** Opens the phone's cache. Only the list of keys is read here; each answer is read when a screen first asks for it. */
export function openAnswerCache(): AnswerCache {
  const states = new Map<string, State<SavedAnswer>>();
  let entries: readonly SavedEntry[] = load('answers') ?? [];

  const isKept = (key: string) => entries.some((entry) => entry.key === key);

  function writeEntries(next: readonly SavedEntry[]) {
    entries = next;
    save('answers', [...next]);
  }

  function forget(key: string) {
    removeAnswer(key);
    if (isKept(key)) writeEntries(entries.filter((entry) => entry.key !== key));
  }

  function keep(key: string, saved: SavedAnswer) {
    const text = JSON.stringify(saved);
    const room = makeRoom(entries, { key, bytes: utf8Bytes(text), savedAtMs: saved.savedAtMs });
    room.drop.forEach(removeAnswer);
    // A browser gives less than WeChat; then this answer lives until the app is closed, and nothing else breaks.
    const written = room.fits && saveOne('answer', key, text);
    if (room.fits && !written) removeAnswer(key);
    writeEntries(written ? room.keep : room.keep.filter((entry) => entry.key !== key));
  }

  function read(key: string): State<SavedAnswer> | undefined {
    const text = isKept(key) ? loadAnswer(key) : undefined;
    if (text === undefined) return undefined;
    try {
      return { data: JSON.parse(text) as SavedAnswer };
    } catch {
      forget(key);
      return undefined;
    }
  }

  return {
    keys: () => new Set([...states.keys(), ...entries.map(({ key }) => key)]).values(),
    get(key) {
      const known = states.get(key) ?? read(key);
      if (known) states.set(key, known);
      return known;
    },
    set(key, state) {
      const before = states.get(key)?.data;
      states.set(key, state);
      // swr also writes "is loading" here; only a new answer is worth a write to the phone.
      if (state.data === before) return;
      if (state.data?.keep) keep(key, state.data);
      else forget(key);
    },
    delete(key) {
      states.delete(key);
      forget(key);
    },
    kept: () => ({ count: entries.length, bytes: bytesOf(entries) }),
    forgetKept() {
      for (const { key } of entries) removeAnswer(key);
      writeEntries([]);
    },
  };
}
