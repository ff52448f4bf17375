import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignInCard } from '@/ui/sign-in-card';
import { BindingRequest } from '../../components/binding-request';

/** 绑定申请: who waits to be recognised in the place. */
export default function Requests() {
  const { regionId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const waiting = useApi(registerContract.requests, isSignedIn ? { regionId } : null, { keep: false });
  return (
    <Page title="绑定申请">
      <PageHead title="绑定申请" note="认得的，帮他选出是哪一户的谁；不认得的，写明原因。" />
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，才看得到谁在申请。</SignInCard>}
      {isSignedIn && (
        <Result of={waiting}>
          {({ requests }) =>
            requests.length === 0 ? (
              <Empty title="现在没有人等着绑定">有人申请，就会出现在这里。</Empty>
            ) : (
              requests.map((request) => (
                <BindingRequest key={request.id} regionId={regionId} request={request} onDone={waiting.retry} />
              ))
            )
          }
        </Result>
      )}
    </Page>
  );
}
