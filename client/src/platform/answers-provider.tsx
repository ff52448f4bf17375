import Taro from '@tarojs/taro';
import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react';
import { SWRConfig } from 'swr';
import { type AnswerCache, openAnswerCache } from './answer-cache';
import { ownerMark } from './api';
import type { ApiProblem } from './api-problem';
import { isOnline, onNetworkChange } from './network';
import { useSession } from './session';

const AnswerCacheContext = createContext<AnswerCache | null>(null);

/** Gives every page one cache of answers, and WeChat's events in place of the browser's that swr listens to by itself. */
export function AnswersProvider({ children }: PropsWithChildren) {
  const [cache] = useState(openAnswerCache);
  useEffect(() => forgetWhoLeaves(cache), [cache]);
  return (
    <AnswerCacheContext.Provider value={cache}>
      <SWRConfig
        value={{
          provider: () => cache,
          isOnline,
          isVisible: () => true,
          initFocus: listenToAppShow,
          initReconnect: (reconnected) => onNetworkChange(() => isOnline() && reconnected()),
          // Village texts change a few times a year: going back and forth between pages need not ask again.
          dedupingInterval: 10_000,
          focusThrottleInterval: 60_000,
          errorRetryCount: 2,
          errorRetryInterval: 5_000,
          shouldRetryOnError: (problem: ApiProblem) => !problem.isRefusal,
        }}
      >
        {children}
      </SWRConfig>
    </AnswerCacheContext.Provider>
  );
}

/** The phone's cache, for the page that shows how much is kept. */
export function useAnswerCache(): AnswerCache {
  const cache = useContext(AnswerCacheContext);
  if (!cache) throw new Error('useAnswerCache needs <AnswersProvider> above it');
  return cache;
}

/** Whoever signs out leaves nothing of theirs on the phone. */
function forgetWhoLeaves(cache: AnswerCache): () => void {
  return useSession.subscribe(({ session }, { session: before }) => {
    if (!before || session?.personId === before.personId) return;
    for (const key of [...cache.keys()]) if (key.endsWith(ownerMark(before.personId))) cache.delete(key);
  });
}

function listenToAppShow(shown: () => void): () => void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onAppShow(shown);
    return () => Taro.offAppShow(shown);
  }
  const becameVisible = () => document.visibilityState === 'visible' && shown();
  document.addEventListener('visibilitychange', becameVisible);
  return () => document.removeEventListener('visibilitychange', becameVisible);
}
