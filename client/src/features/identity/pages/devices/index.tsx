import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { DeviceCard } from '../../components/device-card';

/** 我的设备: where I am signed in, and how to end it elsewhere. */
export default function Devices() {
  const devices = useApi(identityContract.mySessions, {}, { keep: false });

  return (
    <Page title="我的设备" shows={[devices]}>
      <PageHead title="登录着的设备" note="不认得的、不再用的，让它退出。" />
      <SignedIn why="登录以后才看得到您的设备。">
        <Result of={devices}>
          {({ sessions }) =>
            sessions.map((session) => <DeviceCard key={session.id} session={session} onEnded={devices.retry} />)
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
