import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { DeviceCard } from '../../components/device-card';
import './index.scss';

/** 我的设备: where I am signed in, and how to end it elsewhere. */
export default function Devices() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const devices = useApi(identityContract.mySessions, isSignedIn ? {} : null, { keep: false });

  return (
    <Page title="我的设备" shows={[devices]}>
      <View className="devices__head">
        <Heading level={1}>登录着的设备</Heading>
        <View className="devices__note">不认得的、不再用的，让它退出。</View>
      </View>
      {isSignedIn ? (
        <Result of={devices}>
          {({ sessions }) =>
            sessions.map((session) => <DeviceCard key={session.id} session={session} onEnded={devices.retry} />)
          }
        </Result>
      ) : (
        <SignInCard title="还没有登录">登录以后才看得到您的设备。</SignInCard>
      )}
    </Page>
  );
}
