import { useRouter } from '@tarojs/taro';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { BindingRequest } from '../../components/binding-request';

/** 绑定申请: who waits to be recognised in the place. */
export default function Requests() {
  const { regionId = '' } = useRouter().params;
  const waiting = useApi(registerContract.requests, { regionId }, { keep: false });
  return (
    <Page title="绑定申请">
      <PageHead title="绑定申请" note="认得的，帮他选出是哪一户的谁；不认得的，写明原因。" />
      <SignedIn why="登录以后，才看得到谁在申请。">
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
      </SignedIn>
    </Page>
  );
}
