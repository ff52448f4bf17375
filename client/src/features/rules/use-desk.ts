import { useDidShow } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { Role } from '@xiangyue/shared/kernel/access';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { useSession } from '@/platform/session';
import { type ApiResult, useApi } from '@/platform/use-api';

export type RuleWork = OutputOf<typeof ruleWorkContract.work>;

/**
 * A document on its way, and the offices of whoever looks; what an office may really do, the service decides.
 * @param fresh nothing is shown until it has been asked for anew: whoever writes must begin from the newest
 */
export function useDesk(documentId: string, { fresh = false } = {}) {
  const isSignedIn = useSession(({ session }) => session !== null);
  const me = useApi(identityContract.me, isSignedIn ? {} : null);
  const work = useApi(ruleWorkContract.work, isSignedIn ? { documentId } : null, { keep: false });
  const [openedAtMs] = useState(Date.now);
  const { retry } = work;
  useDidShow(retry);
  const roles = new Set(me.data?.roles.map(({ role }) => role));
  return {
    isSignedIn,
    work: fresh ? sinceThen(work, openedAtMs) : work,
    holds: (role: Role) => roles.has(role),
  };
}

function sinceThen(work: ApiResult<RuleWork>, openedAtMs: number): ApiResult<RuleWork> {
  const isOld = work.savedAtMs !== undefined && work.savedAtMs < openedAtMs;
  return isOld ? { ...work, data: undefined, isLoading: !work.problem } : work;
}
