import { View } from '@tarojs/components';
import { useSession } from '@/platform/session';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { SignInCard } from '@/ui/sign-in-card';
import { Looks } from '../../components/looks';
import './index.scss';

/** 谁看过我的资料: each look of staff, by name and office, the latest first. */
export default function LooksPage() {
  const isSignedIn = useSession(({ session }) => session !== null);
  return (
    <Page title="谁看过我的资料">
      <View className="looks__head">
        <Heading level={1}>谁看过我的资料</Heading>
        <View className="looks__note">
          工作人员每看一次您的资料、每导出一次有您的名单，都记在这里，留三年。觉得不该看的，找村委会或镇司法所。
        </View>
      </View>
      {isSignedIn ? <Looks /> : <SignInCard title="还没有登录">登录以后，才看得到谁看过您的资料。</SignInCard>}
    </Page>
  );
}
