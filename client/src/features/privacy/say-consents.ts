import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';

export type Consent = OutputOf<typeof privacyContract.consents>['consents'][number];

/** How many of what is asked were agreed to, in a line: 5 项里同意了 2 项. The notice is told, not asked, and does not count. */
export function sayConsents(consents: readonly Consent[]): string {
  const asked = consents.filter(({ kind }) => kind !== 'notice');
  const given = asked.filter(({ state }) => state === 'given').length;
  const outdated = asked.filter(({ state }) => state === 'outdated').length;
  const words = given === 0 ? `${asked.length} 项，都没有同意` : `${asked.length} 项里同意了 ${given} 项`;
  return outdated === 0 ? words : `${words}，${outdated} 项的说明改过了`;
}
