import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { OfficeLine } from '../../components/office-line';
import './index.scss';

/** 任职: who holds what in a place and below it, and for how long; the ways to hand out and to take back. */
export default function Offices() {
  const { regionId = '' } = useRouter().params;
  const first = useApi(identityContract.grants, { regionId });
  const list = usePages(identityContract.grants, first, ({ next }) => (next ? { regionId, after: next } : null));
  const grants = list.pages.flatMap((page) => page.grants);

  return (
    <Page title="任职" shows={[first]}>
      <PageHead title="谁担任什么" />
      <SignedIn why="登录以后，才看得到这里的任职。">
        <Result of={first}>
          {({ mayGrant }) => (
            <>
              <View className="offices__appoint">
                {mayGrant.length > 0 && (
                  <ActionButton filled onPress={() => open(paths.appoint(regionId))}>
                    安排一个人
                  </ActionButton>
                )}
              </View>
              <Card flush>
                <Row
                  icon="history"
                  title="任职记录"
                  note="谁在什么时候安排、免去了谁"
                  onPress={() => open(paths.grantHistory(regionId))}
                />
              </Card>
              {grants.length === 0 ? (
                <Empty title="这里还没有人任职">点“安排一个人”，从他出示的编号开始。</Empty>
              ) : (
                <Card flush>
                  {grants.map((grant) => (
                    <OfficeLine key={grant.id} grant={grant} onRevoked={first.retry} />
                  ))}
                </Card>
              )}
              <LoadMore of={list} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
