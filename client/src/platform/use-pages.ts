/** A list that comes in pages: the first as `useApi` gives it, kept on the phone; the others when somebody asks for them. */
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useEffect, useRef, useState } from 'react';
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

/** The pages behind a first page. */
interface Later<Answer> {
  /** Of what was asked: another place or person has other pages. */
  readonly key: string | null;
  readonly first: Answer | undefined;
  readonly pages: readonly Answer[];
}

/**
 * The pages after `first`, appended as they come. A fresh first page has them asked for again, as what follows it may have
 * moved; until they are there, the reader keeps those that were.
 * @param inputAfter the input that asks for the page behind the given one; null on the last
 */
export function usePages<R extends AnyRoute>(
  route: R,
  { key, data: first }: ApiResult<OutputOf<R>>,
  inputAfter: (page: OutputOf<R>) => Input<R> | null,
): MoreResult & { readonly pages: readonly OutputOf<R>[] } {
  type Page = OutputOf<R>;
  const [later, setLater] = useState<Later<Page>>({ key, first, pages: [] });
  const laterPages = later.key === key ? later.pages : [];
  const pages = first === undefined ? [] : [first, ...laterPages];
  const next = nextOf(pages);

  function nextOf(shown: readonly Page[]): Input<R> | null {
    const last = shown[shown.length - 1];
    return last === undefined ? null : inputAfter(last);
  }

  const fetching = useAction(async () => {
    if (!next) return;
    const page = await api(route, next);
    setLater({ key, first, pages: [...laterPages, page] });
  });

  async function again(count: number): Promise<readonly Page[]> {
    const fresh: Page[] = [first as Page];
    for (let input = nextOf(fresh); input && fresh.length <= count; input = nextOf(fresh))
      fresh.push(await api(route, input));
    return fresh.slice(1);
  }
  const asking = useRef(again);
  asking.current = again;

  const count = later.first === first ? 0 : laterPages.length;
  useEffect(() => {
    if (first === undefined || count === 0) return undefined;
    let isWanted = true;
    // Without an answer the reader keeps what there is; the next fresh first page tries again.
    void asking.current(count).then(
      (fresh) => isWanted && setLater({ key, first, pages: fresh }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key, first, count]);

  return {
    pages,
    more: next ? fetching.run : undefined,
    isLoadingMore: fetching.busy,
    problem: fetching.problem,
  };
}
