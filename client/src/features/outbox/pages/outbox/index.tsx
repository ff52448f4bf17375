import { View } from '@tarojs/components';
import { useWrites } from '@/platform/queue/queue';
import { useSession } from '@/platform/session';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { SignInCard } from '@/ui/sign-in-card';
import { WriteCard } from '../../components/write-card';
import './index.scss';

/** 待上传: what this phone still has to tell the service, and what the service did not take. */
export default function Outbox() {
  const isSignedIn = useSession(({ session }) => session !== null);
  const writes = useWrites();

  return (
    <Page title="待上传" isOutbox>
      <View className="outbox__head">
        <Heading level={1}>待上传</Heading>
        {isSignedIn && writes.length > 0 && (
          <View className="outbox__note">有网络时会自动上传，一件一件来。关掉乡约也不会丢。</View>
        )}
      </View>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，您存在这部手机上的才会接着上传。</SignInCard>}
      {isSignedIn && writes.length === 0 && (
        <Empty title="都传上去了">没有网络时改的姓名、看过的消息、同意的提醒，会先存在这里。</Empty>
      )}
      {writes.map((write) => (
        <WriteCard key={write.key} write={write} />
      ))}
    </Page>
  );
}
