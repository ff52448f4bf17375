import { useWrites } from '@/platform/queue/queue';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { SignedIn } from '@/ui/signed-in';
import { WriteCard } from '../../components/write-card';

/** 待上传: what this phone still has to tell the service, and what the service did not take. */
export default function Outbox() {
  const writes = useWrites();

  return (
    <Page title="待上传" isOutbox>
      <PageHead title="待上传" note={writes.length > 0 && '有网络时会自动上传，一件一件来。关掉乡约也不会丢。'} />
      <SignedIn why="登录以后，您存在这部手机上的才会接着上传。">
        {writes.length === 0 && (
          <Empty title="都传上去了">没有网络时改的姓名、看过的消息、同意的提醒，会先存在这里。</Empty>
        )}
        {writes.map((write) => (
          <WriteCard key={write.key} write={write} />
        ))}
      </SignedIn>
    </Page>
  );
}
