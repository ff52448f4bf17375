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

/** The kept text of one answer; answers are many, so their keys are not listed above. */
export function loadAnswer(key: string): string | undefined {
  const text = loadText(`answer.${key}`);
  return typeof text === 'string' && text ? text : undefined;
}

export function saveAnswer(key: string, text: string): boolean {
  return saveText(`answer.${key}`, text);
}

export function removeAnswer(key: string): void {
  try {
    Taro.removeStorageSync(`${PREFIX}answer.${key}`);
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
