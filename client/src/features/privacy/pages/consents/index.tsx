import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { api } from '@/platform/api';
import { useApi } from '@/platform/use-api';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { ConsentCard } from '../../components/consent-card';
import type { Consent } from '../../say-consents';

/** 我的同意: each purpose by itself, given and taken back with one switch. */
export default function Consents() {
  const mine = useApi(privacyContract.consents, {}, { keep: false });

  async function say({ purpose, version }: Consent, isGiven: boolean) {
    await api(privacyContract.consent, { purpose, version, isGiven });
    mine.retry();
  }

  return (
    <Page title="我的同意" shows={[mine]}>
      <PageHead title="我的同意" note="不同意也能用，只是少那一样。打开和关掉一样方便，关掉马上算数。" />
      <SignedIn why="登录以后，才看得到您同意过什么。">
        <Result of={mine}>
          {({ consents, isChild }) => (
            <>
              {isChild && <Note tone="ochre">您未满十四周岁，要由家长在他的手机上打开；关掉，您自己就可以。</Note>}
              {consents
                .filter(({ kind }) => kind !== 'notice')
                .map((consent) => (
                  <ConsentCard key={consent.purpose} consent={consent} onSay={say} />
                ))}
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
