/** What is kept on the phone between two uses, each key with its type. Reading and writing never throw: a full phone still works. */
import Taro from '@tarojs/taro';
import type { SavedEntry } from './make-room';
import type { SavedPreferences } from './preferences';
import type { SavedSession } from './session';

interface Stored {
  preferences: SavedPreferences;
  /** null after signing out. */
  session: SavedSession | null;
  /** Which answers are kept, see answer-cache.ts. */
  answers: SavedEntry[];
  /** Keys of the writes that wait, in order; see queue/write-queue.ts. */
  writes: string[];
  /** Somebody has said no to WeChat's reminders: nobody asks again by itself. */
  remindersDeclined: boolean;
  /** When the village's texts were last fetched ahead, in ms. */
  readAheadAt: { villageId: string; atMs: number };
}

const PREFIX = 'xiangyue.';

/** What was kept under this key, or undefined. */
export function load<Key extends keyof Stored>(key: Key): Stored[Key] | undefined {
  return (loadText(key) as Stored[Key] | '') || undefined;
}

/** Keeps a value; false when the phone has no room for it. */
export function save<Key extends keyof Stored>(key: Key, value: Stored[Key]): boolean {
  return saveText(key, value);
}

/** What there are many of, each text under a key of its own that is not listed above. */
export type Family = 'answer' | 'write';

/** The kept text of one answer, or of one write that waits. */
export function loadOne(family: Family, key: string): string | undefined {
  const text = loadText(`${family}.${key}`);
  return typeof text === 'string' && text ? text : undefined;
}

/** False when the phone has no room for it. */
export function saveOne(family: Family, key: string, text: string): boolean {
  return saveText(`${family}.${key}`, text);
}

export function removeOne(family: Family, key: string): void {
  try {
    Taro.removeStorageSync(`${PREFIX}${family}.${key}`);
  } catch {
    // Nothing to do: the next write of this key replaces it.
  }
}

function loadText(key: string): unknown {
  try {
    return Taro.getStorageSync(PREFIX + key);
  } catch {
    return undefined;
  }
}

function saveText(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
}
