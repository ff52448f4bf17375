import { View } from '@tarojs/components';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { Entries } from './entries';
import './index.scss';

/** 积分: what my household has, why, and what the village publishes. */
export default function Points() {
  const village = usePreferences((preferences) => preferences.village);
  const mine = useApi(pointsContract.mine, {});
  useShownAgain(mine.retry);
  const villageId = mine.data?.account?.villageId ?? village?.id;

  return (
    <Page title="乡约" tab="points" shows={[mine]}>
      <View className="points__head">
        <Heading level={1}>我家的积分</Heading>
      </View>
      <SignedIn why="登录以后，看得到您家的积分和每一笔的来历。">
        <Result of={mine} loading={<Loading lines={5} />}>
          {({ account }) =>
            account ? (
              <Balance account={account} />
            ) : (
              <Empty
                title="还没有绑定到户"
                action={
                  <ActionButton filled onPress={() => open(paths.household)}>
                    绑定我的户
                  </ActionButton>
                }
              >
                积分是一户人家的。绑定以后，这里就是您家的积分。
              </Empty>
            )
          }
        </Result>
      </SignedIn>
      {villageId !== undefined && <VillagePoints villageId={villageId} />}
      {mine.data?.account && <Entries account={mine.data.account} />}
    </Page>
  );
}

type Account = NonNullable<NonNullable<ReturnType<typeof useApi<typeof pointsContract.mine>>['data']>['account']>;

function Balance({ account }: { readonly account: Account }) {
  const { balancePoints, honourPoints, cycle } = account;
  return (
    <Card>
      <View className="points__label">{cycle} 年度还能用</View>
      <View className="points__figure">
        {balancePoints}
        <View className="points__unit">分</View>
      </View>
      <View className="points__label">
        {balancePoints < 0 ? '有一笔核实后收回了，以后得的分先补上。' : `荣誉积分一共 ${honourPoints} 分，一直都在。`}
      </View>
      <View className="points__ways">
        <ActionButton filled onPress={() => open(paths.claimPoints)}>
          申报积分
        </ActionButton>
        <ActionButton onPress={() => open(paths.myClaims)}>办到哪一步了</ActionButton>
      </View>
    </Card>
  );
}

function VillagePoints({ villageId }: { readonly villageId: string }) {
  return (
    <Card title="全村的" flush>
      <Row
        icon="people"
        title="积分公示"
        note="谁家得了分，还公示几天，可以提异议"
        onPress={() => open(paths.publicity(villageId))}
      />
      <Row icon="home" title="积分超市" note="用积分换东西，看还剩几件" onPress={() => open(paths.shop(villageId))} />
      <Row
        icon="rules"
        title="积分目录"
        note="做什么事得多少分，凭什么"
        onPress={() => open(paths.pointsCatalogue(villageId))}
      />
    </Card>
  );
}
