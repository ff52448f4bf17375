import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { useState } from 'react';
import { useAnswerCache } from '@/platform/answers-provider';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { useSettled } from '@/platform/use-settled';
import { searchKept } from './search-kept';

export type Scope = 'village' | 'township';

/** The search page's state: what is typed, where it is looked for, and what was found, here on the phone when there is no network. */
export function useSearch() {
  const village = usePreferences((preferences) => preferences.village);
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope>('township');
  const words = useSettled(typed.trim());
  const cache = useAnswerCache();

  // Without a village of one's own: the first township there is.
  const regions = useApi(regionsContract.townships, village ? null : {});
  const townshipId = village?.townshipId ?? regions.data?.townships[0]?.id;
  const canAsk = townshipId !== undefined && /[\p{L}\p{N}]/u.test(words);
  const villageId = scope === 'village' ? village?.id : undefined;
  const online = useApi(rulesContract.search, canAsk ? { townshipId, words, villageId } : null, { keep: false });
  const kept =
    village && canAsk && !online.data && online.problem?.isUnreachable
      ? searchKept(cache, village.id, words)
      : undefined;

  return { typed, setTyped, words, scope, setScope, village, canAsk, online, kept };
}
