import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { OfficeLine } from '../../components/office-line';
import './index.scss';

/** 任职: who holds what in a place and below it, and for how long. */
export default function Offices() {
  const { regionId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const offices = useApi(identityContract.grants, isSignedIn ? { regionId } : null);

  return (
    <Page title="任职" shows={[offices]}>
      <View className="offices__head">
        <Heading level={1}>谁担任什么</Heading>
      </View>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，才看得到这里的任职。</SignInCard>}
      {isSignedIn && (
        <Result of={offices}>
          {({ grants }) =>
            grants.length === 0 ? (
              <Empty title="这里还没有人任职" />
            ) : (
              <Card flush>
                {grants.map((grant) => (
                  <OfficeLine key={grant.id} grant={grant} />
                ))}
              </Card>
            )
          }
        </Result>
      )}
    </Page>
  );
}
