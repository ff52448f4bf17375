import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { open } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignInCard } from '@/ui/sign-in-card';
import { workPlaces } from '@/workbench';
import './index.scss';

/** 工作台: what my offices let me do, place by place. */
export default function Workbench() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const me = useApi(identityContract.me, isSignedIn ? {} : null);

  return (
    <Page title="工作台" shows={[me]}>
      <View className="workbench__head">
        <Heading level={1}>工作台</Heading>
      </View>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，这里是您的职务能办的事。</SignInCard>}
      {isSignedIn && <Result of={me}>{({ roles }) => <Places of={workPlaces(roles)} />}</Result>}
    </Page>
  );
}

function Places({ of: places }: { readonly of: ReturnType<typeof workPlaces> }) {
  if (places.length === 0)
    return <Empty title="您现在没有要在这里办的事">村里或镇里给您安排了职务，能办的事就会出现在这里。</Empty>;
  return (
    <>
      {places.map(({ regionId, regionName, offices, entries }) => (
        <Card key={regionId} title={regionName} flush>
          <View className="workbench__offices">您是{offices}</View>
          {entries.map(({ title, purpose, icon, url }) => (
            <Row key={title} icon={icon} title={title} note={purpose} onPress={() => open(url(regionId))} />
          ))}
        </Card>
      ))}
    </>
  );
}
