import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { RegisteredHousehold } from '../../components/registered-household';

/** 一户: everything that is registered of it. The look is kept. */
export default function RegisteredPage() {
  const { householdId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const household = useApi(registerContract.household, isSignedIn ? { householdId } : null, {
    keep: false,
    isRecorded: true,
  });
  return (
    <Page title="一户">
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，才看得到登记。</SignInCard>}
      {isSignedIn && (
        <Result of={household} loading={<Loading lines={6} />}>
          {(answer) => <RegisteredHousehold household={answer} onChanged={household.retry} />}
        </Result>
      )}
    </Page>
  );
}
