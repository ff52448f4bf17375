/** How this phone likes to read, and which village it belongs to. Kept on the phone; the service does not know. */
import { create } from 'zustand';
import { load, save } from './storage';

export interface RememberedVillage {
  readonly id: string;
  readonly name: string;
  readonly townshipId: string;
  readonly townshipName: string;
}

export interface SavedPreferences {
  /** 大字模式: about 1.4 times, one column. */
  readonly largeText: boolean;
  readonly highContrast: boolean;
  /** null until the villager has said where they live. */
  readonly village: RememberedVillage | null;
}

interface Preferences extends SavedPreferences {
  setLargeText(on: boolean): void;
  setHighContrast(on: boolean): void;
  chooseVillage(village: RememberedVillage): void;
}

const DEFAULTS: SavedPreferences = { largeText: false, highContrast: false, village: null };

/** The preferences and how to change them: `usePreferences((p) => p.largeText)`. */
export const usePreferences = create<Preferences>()((set, get) => {
  function change(part: Partial<SavedPreferences>) {
    set(part);
    const { largeText, highContrast, village } = get();
    save('preferences', { largeText, highContrast, village });
  }
  return {
    ...DEFAULTS,
    ...load('preferences'),
    setLargeText: (largeText) => change({ largeText }),
    setHighContrast: (highContrast) => change({ highContrast }),
    chooseVillage: (village) => change({ village }),
  };
});
