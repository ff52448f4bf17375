import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { Role } from '@xiangyue/shared/kernel/access';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';

export type RuleWork = OutputOf<typeof ruleWorkContract.work>;

/**
 * A document on its way, and the offices of whoever looks; what an office may really do, the service decides.
 * @param fresh nothing is shown until it has been asked for anew: whoever writes must begin from the newest
 */
export function useDesk(documentId: string, { fresh = false } = {}) {
  const me = useApi(identityContract.me, {});
  const work = useApi(
    ruleWorkContract.work,
    { documentId },
    {
      keep: false,
      asksAnew: true,
      onlyFresh: fresh,
    },
  );
  useShownAgain(work.retry);
  const roles = new Set(me.data?.roles.map(({ role }) => role));
  return {
    work,
    holds: (role: Role) => roles.has(role),
  };
}
