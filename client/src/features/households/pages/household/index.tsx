import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useApi } from '@/platform/use-api';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { RegisteredHousehold } from '../../components/registered-household';

/** 一户: everything that is registered of it. The look is kept. */
export default function RegisteredPage() {
  const { householdId = '' } = useRouter().params;
  const household = useApi(
    registerContract.household,
    { householdId },
    {
      keep: false,
      isRecorded: true,
    },
  );
  return (
    <Page title="一户">
      <SignedIn why="登录以后，才看得到登记。">
        <Result of={household} loading={<Loading lines={6} />}>
          {(answer) => <RegisteredHousehold household={answer} onChanged={household.retry} />}
        </Result>
      </SignedIn>
    </Page>
  );
}
