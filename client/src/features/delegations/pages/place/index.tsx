import { useRouter } from '@tarojs/taro';
import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';

const KINDS = { family: '家里人', office: '村里人' } as const;

/** 代办, for those who work in a place: who acts for whom there. Names in outline; opening one is kept. */
export default function PlaceDelegations() {
  const { regionId = '' } = useRouter().params;
  const asked = { regionId };
  const first = useApi(delegationsContract.ofRegion, asked, { keep: false });
  const list = usePages(delegationsContract.ofRegion, first, ({ next }) => (next ? { ...asked, after: next } : null));
  useShownAgain(first.retry);
  const delegations = list.pages.flatMap((page) => page.delegations);
  return (
    <Page title="代办">
      <PageHead
        title={first.data ? `${first.data.regionName}的代办` : '代办'}
        note="正在替别人办事的。要开始一份，到户册里打开那个人；不对的，打开就能停。"
      />
      <SignedIn why="登录以后，才看得到谁在代办。">
        <Result of={first} loading={<Loading lines={6} />}>
          {() =>
            delegations.length === 0 ? (
              <Empty title="这里现在没有代办">老人没有手机，征得他同意，家里人或网格员可以替他办。</Empty>
            ) : (
              <>
                <Card flush>
                  {delegations.map(({ id, kind, maskedMemberName, agentName, groupName, number, endsOn }) => (
                    <Row
                      key={id}
                      title={`${agentName ?? '有人'}替${maskedMemberName}办事`}
                      note={`${groupName} ${number} 号，到${sayDate(endsOn)}`}
                      aside={KINDS[kind]}
                      onPress={() => open(paths.delegation(id))}
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
