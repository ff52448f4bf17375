import { useRouter } from '@tarojs/taro';
import { operationsContract } from '@xiangyue/shared/features/operations/operations.contract';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { DeadJobCard } from '../../components/dead-job-card';

/** 没做成的工作: what the service gave up after many tries, for whoever looks after it. */
export default function DeadJobs() {
  const { regionId = '' } = useRouter().params;
  const first = useApi(operationsContract.deadJobs, { regionId }, { keep: false });
  const list = usePages(operationsContract.deadJobs, first, ({ next }) => (next ? { regionId, before: next } : null));
  const jobs = list.pages.flatMap((page) => page.jobs);

  return (
    <Page title="没做成的工作" shows={[first]}>
      <PageHead
        title="没做成的工作"
        note="提醒、公示到期这些事由系统在后台做。试了多次还不成的停在这里，九十天后删除。先弄清原因，再让它重试；这里不显示和谁有关。"
      />
      <SignedIn why="登录以后，县管理员才看得到。">
        <Result of={first}>
          {() =>
            jobs.length === 0 ? (
              <Empty title="没有做不成的工作">系统在后台做的事都做成了。</Empty>
            ) : (
              <>
                {jobs.map((job) => (
                  <DeadJobCard key={job.id} regionId={regionId} job={job} onRetried={first.retry} />
                ))}
                <LoadMore of={list} />
              </>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
