import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { workPlaces } from '@/workbench';
import './index.scss';

/** 工作台: what my offices let me do, place by place. */
export default function Workbench() {
  const me = useApi(identityContract.me, {});

  return (
    <Page title="工作台" shows={[me]}>
      <PageHead title="工作台" />
      <SignedIn why="登录以后，这里是您的职务能办的事。">
        <Result of={me}>{({ roles }) => <Places of={workPlaces(roles)} />}</Result>
      </SignedIn>
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
