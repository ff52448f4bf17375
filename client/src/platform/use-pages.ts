/** A list that comes in pages: the first as `useApi` gives it, kept on the phone; the others when somebody asks for them. */
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { type AnyRoute, api, type Input } from './api';
import type { ApiProblem } from './api-problem';
import { useAction } from './use-action';
import type { ApiResult } from './use-api';

export interface MoreResult {
  /** Fetches the next page; undefined on the last. */
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** Why the next page did not come. */
  readonly problem: ApiProblem | undefined;
}

/**
 * The pages after `first`, appended as they come. A fresh first page forgets them: what follows it may have moved.
 * @param inputAfter the input that asks for the page behind the given one; null on the last
 */
export function usePages<R extends AnyRoute>(
  route: R,
  first: ApiResult<OutputOf<R>>,
  inputAfter: (page: OutputOf<R>) => Input<R> | null,
): MoreResult & { readonly pages: readonly OutputOf<R>[] } {
  const [later, setLater] = useState<{ readonly of: unknown; readonly pages: readonly OutputOf<R>[] }>();
  const laterPages = later && later.of === first.data ? later.pages : [];
  const pages = first.data === undefined ? [] : [first.data, ...laterPages];
  const last = pages[pages.length - 1];
  const next = last === undefined ? null : inputAfter(last);
  const fetching = useAction(async () => {
    if (!next) return;
    const page = await api(route, next);
    setLater({ of: first.data, pages: [...laterPages, page] });
  });
  return {
    pages,
    more: next ? fetching.run : undefined,
    isLoadingMore: fetching.busy,
    problem: fetching.problem,
  };
}
