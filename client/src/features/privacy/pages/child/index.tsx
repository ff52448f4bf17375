import { useRouter } from '@tarojs/taro';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { api } from '@/platform/api';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { ConsentCard } from '../../components/consent-card';
import type { Consent } from '../../say-consents';

/** 替孩子决定: what a guardian agrees to for a child under fourteen of the same household (个人信息保护法 art. 31). */
export default function Child() {
  const { childId = '' } = useRouter().params;
  const child = useApi(privacyContract.childConsents, { childId }, { keep: false });

  async function say({ purpose, version }: Consent, isGiven: boolean) {
    await api(privacyContract.childConsent, { childId, purpose, version, isGiven });
    child.retry();
  }

  return (
    <Page title="替孩子决定" shows={[child]}>
      <SignedIn why="登录以后，才能替家里的孩子决定。">
        <Result of={child}>
          {({ name, consents }) => (
            <>
              <PageHead title={`替${name}决定`} note="未满十四周岁，由家长同意。孩子自己也能关掉。" />
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
