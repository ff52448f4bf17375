/** Who is signed in on this phone. Kept on the phone, with nothing but the token and whose it is. */
import { create } from 'zustand';
import { load, save } from './storage';

export interface SavedSession {
  /** Goes with each request that says who asks; the service keeps it only as a hash. */
  readonly token: string;
  readonly personId: string;
}

interface SessionState {
  /** null: nobody is signed in. */
  readonly session: SavedSession | null;
  begin(session: SavedSession): void;
  forget(): void;
}

/** `useSession(({ session }) => session)`. */
export const useSession = create<SessionState>()((set) => {
  function change(session: SavedSession | null) {
    save('session', session);
    set({ session });
  }
  return {
    session: load('session') ?? null,
    begin: ({ token, personId }) => change({ token, personId }),
    forget: () => change(null),
  };
});

/** Whether somebody is signed in. */
export function useIsSignedIn(): boolean {
  return useSession(({ session }) => session !== null);
}

/** The token of whoever is signed in. */
export function tokenNow(): string | undefined {
  return useSession.getState().session?.token;
}
