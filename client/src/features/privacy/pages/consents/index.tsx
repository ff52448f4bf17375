import { View } from '@tarojs/components';
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

/** 我的同意: each purpose by itself, given and taken back with one switch. */
export default function Consents() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const mine = useApi(privacyContract.consents, isSignedIn ? {} : null, { keep: false });

  async function say({ purpose, version }: Consent, isGiven: boolean) {
    await api(privacyContract.consent, { purpose, version, isGiven });
    mine.retry();
  }

  return (
    <Page title="我的同意" shows={[mine]}>
      <View className="consents__head">
        <Heading level={1}>我的同意</Heading>
        <View className="consents__note">不同意也能用，只是少那一样。打开和关掉一样方便，关掉马上算数。</View>
      </View>
      {isSignedIn ? (
        <Result of={mine}>
          {({ consents, isChild }) => (
            <>
              {isChild && (
                <View className="consents__child">您未满十四周岁，要由家长在他的手机上打开；关掉，您自己就可以。</View>
              )}
              {consents
                .filter(({ kind }) => kind !== 'notice')
                .map((consent) => (
                  <ConsentCard key={consent.purpose} consent={consent} onSay={say} />
                ))}
            </>
          )}
        </Result>
      ) : (
        <SignInCard title="还没有登录">登录以后，才看得到您同意过什么。</SignInCard>
      )}
    </Page>
  );
}
