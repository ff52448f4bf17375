import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { api } from '@/platform/api';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { ConsentCard } from '../../components/consent-card';
import type { Consent } from '../../say-consents';
import './index.scss';

/** 替孩子决定: what a guardian agrees to for a child under fourteen of the same household (个人信息保护法 art. 31). */
export default function Child() {
  const { childId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const child = useApi(privacyContract.childConsents, isSignedIn && childId ? { childId } : null, { keep: false });

  async function say({ purpose, version }: Consent, isGiven: boolean) {
    await api(privacyContract.childConsent, { childId, purpose, version, isGiven });
    child.retry();
  }

  if (!isSignedIn)
    return (
      <Page title="替孩子决定">
        <SignInCard title="还没有登录">登录以后，才能替家里的孩子决定。</SignInCard>
      </Page>
    );
  return (
    <Page title="替孩子决定" shows={[child]}>
      <Result of={child}>
        {({ name, consents }) => (
          <>
            <View className="child__head">
              <Heading level={1}>替{name}决定</Heading>
              <View className="child__note">未满十四周岁，由家长同意。孩子自己也能关掉。</View>
            </View>
            {consents
              .filter(({ kind }) => kind !== 'notice')
              .map((consent) => (
                <ConsentCard key={consent.purpose} consent={consent} onSay={say} />
              ))}
          </>
        )}
      </Result>
    </Page>
  );
}
