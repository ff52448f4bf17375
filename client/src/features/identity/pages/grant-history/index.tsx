import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { sayDate, sayMoment } from '@xiangyue/shared/kernel/time';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignInCard } from '@/ui/sign-in-card';
import './index.scss';

const DONE = { granted: '安排', revoked: '免去' } as const;
const NAMELESS = '没有填姓名';

/** 任职记录: who handed out and took back what; nothing is ever taken out of it. */
export default function GrantHistory() {
  const { regionId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const first = useApi(identityContract.grantHistory, isSignedIn ? { regionId } : null);
  const list = usePages(identityContract.grantHistory, first, ({ next }) => (next ? { regionId, before: next } : null));
  const events = list.pages.flatMap((page) => page.events);

  return (
    <Page title="任职记录" shows={[first]}>
      <View className="grant-history__head">
        <Heading level={1}>任职记录</Heading>
        <View className="grant-history__note">只增不减，改不了也删不掉。</View>
      </View>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，才看得到任职记录。</SignInCard>}
      {isSignedIn && (
        <Result of={first}>
          {() =>
            events.length === 0 ? (
              <Empty title="还没有记录">第一次安排任职以后，这里就有了。</Empty>
            ) : (
              <>
                <Card flush>
                  {events.map(({ cursor, what, at, byName, personName, roleName, regionName, endsOn }) => (
                    <Row
                      key={cursor}
                      title={`${byName ?? NAMELESS} ${DONE[what]} ${personName ?? NAMELESS}`}
                      note={`${regionName} ${roleName}，任期到${sayDate(endsOn)}`}
                      aside={sayMoment(Date.parse(at), Date.now())}
                    />
                  ))}
                </Card>
                <LoadMore of={list} />
              </>
            )
          }
        </Result>
      )}
    </Page>
  );
}
