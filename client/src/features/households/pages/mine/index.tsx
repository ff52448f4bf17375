import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { NotBound } from '../../components/not-bound';
import { OwnHousehold } from '../../components/own-household';

/** 我的户: who belongs to it, or how to come to belong. */
export default function MyHousehold() {
  const mine = useApi(householdsContract.mine, {});
  useShownAgain(mine.retry);

  return (
    <Page title="我的户" shows={[mine]}>
      <PageHead title="我的户" />
      <SignedIn why="登录以后，才看得到您是哪一户的。">
        <Result of={mine} loading={<Loading lines={5} />}>
          {({ household, request }) =>
            household ? (
              <OwnHousehold household={household} onChanged={mine.retry} />
            ) : (
              <NotBound request={request} onChanged={mine.retry} />
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
