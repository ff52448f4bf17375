/** Data from the service for a component: what was kept on the phone at once, the newest as soon as it comes. */
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useCallback, useEffect, useState } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { AnswerCache, SavedAnswer } from './answer-cache';
import { type AnyRoute, api, type Input, isPersonal, keyOf } from './api';
import type { ApiProblem } from './api-problem';
import { onSent } from './queue/sent';
import { useSession } from './session';

export interface ApiResult<Answer> {
  /** Names what is asked, and by whom; null: nothing is. */
  readonly key: string | null;
  /** The answer, fresh or kept; undefined when there is none, or when the service said that it is no longer true. */
  readonly data: Answer | undefined;
  /** Why the last attempt failed; may stand beside kept `data`. */
  readonly problem: ApiProblem | undefined;
  /** Waiting for the very first answer. */
  readonly isLoading: boolean;
  /** When `data` came from the service. */
  readonly savedAtMs: number | undefined;
  /** `data` is what was kept, because the service could not be asked just now. */
  readonly isStale: boolean;
  readonly retry: () => void;
}

interface Options<Answer> {
  /** False for answers that are not worth room on the phone, such as searches. */
  readonly keep?: boolean;
  /** The service writes down each reading (who looked at whose data): asked for when somebody looks, and not by itself. */
  readonly isRecorded?: boolean;
  /** Asks at each opening of the page, however short ago it was open. */
  readonly asksAnew?: boolean;
  /** As `asksAnew`, and shows nothing older: whoever writes must begin from the newest. */
  readonly onlyFresh?: boolean;
  /** While the answer will change by itself: after how many milliseconds to ask again; 0 to stop. */
  readonly everyMs?: (answer: Answer) => number;
}

/**
 * Asks and keeps asking (on return to the app, on a new signal). What is a person's own is not asked for while nobody is
 * signed in.
 * @param input null: nothing to ask yet
 */
export function useApi<R extends AnyRoute>(
  route: R,
  input: Input<R> | null,
  { keep = true, isRecorded = false, asksAnew = false, onlyFresh = false, everyMs }: Options<OutputOf<R>> = {},
): ApiResult<OutputOf<R>> {
  // Whose answers these are is part of their key: another person asks anew.
  const personId = useSession(({ session }) => session?.personId);
  const [openedAtMs] = useState(Date.now);
  const mayAsk = personId !== undefined || !isPersonal(route);
  const key = mayAsk && input ? keyOf(route, input) : null;
  const { data, error, isLoading, mutate } = useSWR<SavedAnswer<OutputOf<R>>, ApiProblem>(
    key,
    () => ask(route, input as Input<R>, keep),
    {
      ...(isRecorded && { revalidateOnFocus: false, revalidateOnReconnect: false }),
      ...((asksAnew || onlyFresh || everyMs) && { dedupingInterval: 0 }),
      ...(everyMs && { refreshInterval: (latest?: SavedAnswer<OutputOf<R>>) => (latest ? everyMs(latest.answer) : 0) }),
    },
  );
  // What waited on the phone has reached the service, and may have changed what is shown.
  const watched = isPersonal(route) && !isRecorded ? key : null;
  useEffect(() => (watched === null ? undefined : onSent(watched, () => void mutate())), [watched, mutate]);
  const isOld = onlyFresh && data !== undefined && data.savedAtMs < openedAtMs;
  const current = error?.isRefusal || isOld ? undefined : data;
  return {
    key,
    data: current?.answer,
    problem: error,
    isLoading: isLoading || (isOld && !error),
    savedAtMs: current?.savedAtMs,
    isStale: current !== undefined && error !== undefined,
    retry: useCallback(() => void mutate(), [mutate]),
  };
}

/** Returns a function that asks before anyone looks, so that the answer is on the phone when there is no signal. */
export function useFetchAhead() {
  const { mutate } = useSWRConfig();
  return useCallback(
    async <R extends AnyRoute>(route: R, input: Input<R>): Promise<OutputOf<R>> => {
      const saved = await ask(route, input, true);
      await mutate(keyOf(route, input), saved, { revalidate: false });
      return saved.answer;
    },
    [mutate],
  );
}

/** Returns a function that asks again what a page shows, because a write has changed it. */
export function useAskAgain() {
  const { mutate } = useSWRConfig();
  return useCallback(
    <R extends AnyRoute>(route: R, input: Input<R>): Promise<unknown> => mutate(keyOf(route, input)),
    [mutate],
  );
}

async function ask<R extends AnyRoute>(route: R, input: Input<R>, keep: boolean): Promise<SavedAnswer<OutputOf<R>>> {
  const answer = await api(route, input);
  return { answer, savedAtMs: Date.now(), keep };
}

/** What is kept on the phone of an answer, without asking. */
export function keptAnswer<R extends AnyRoute>(cache: AnswerCache, route: R, input: Input<R>): OutputOf<R> | undefined {
  return cache.get(keyOf(route, input))?.data?.answer as OutputOf<R> | undefined;
}
