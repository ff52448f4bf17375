import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { RegisteredMember } from '../../components/registered-member';

/** 登记: one person of a household, and what can be done. */
export default function MemberPage() {
  const { householdId = '', memberId = '' } = useRouter().params;
  const household = useApi(
    registerContract.household,
    { householdId },
    {
      keep: false,
      isRecorded: true,
    },
  );
  return (
    <Page title="登记">
      <SignedIn why="登录以后，才看得到登记。">
        <Result of={household}>
          {(answer) => {
            const member = answer.members.find(({ id }) => id === memberId);
            return member ? (
              <RegisteredMember household={answer} member={member} onChanged={household.retry} />
            ) : (
              <Empty title="他已经不在这一户">离开的人，在这一户的“以前的成员”里。</Empty>
            );
          }}
        </Result>
      </SignedIn>
    </Page>
  );
}
