import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { sayDate, sayMoment } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';

const DONE = { granted: '安排', revoked: '免去' } as const;
const NAMELESS = '没有填姓名';

/** 任职记录: who handed out and took back what; nothing is ever taken out of it. */
export default function GrantHistory() {
  const { regionId = '' } = useRouter().params;
  const first = useApi(identityContract.grantHistory, { regionId });
  const list = usePages(identityContract.grantHistory, first, ({ next }) => (next ? { regionId, before: next } : null));
  const events = list.pages.flatMap((page) => page.events);

  return (
    <Page title="任职记录" shows={[first]}>
      <PageHead title="任职记录" note="只增不减，改不了也删不掉。" />
      <SignedIn why="登录以后，才看得到任职记录。">
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
      </SignedIn>
    </Page>
  );
}
