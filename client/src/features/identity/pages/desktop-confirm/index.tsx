import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { ProblemView } from '@/ui/problem-view';
import { SignInCard } from '@/ui/sign-in-card';
import './index.scss';

/** 登录电脑: what consent means, and giving it. */
export default function DesktopConfirm() {
  const { signInId = '', scanCode = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const [isDone, setIsDone] = useState(false);
  const confirm = useAction(async () => {
    await api(identityContract.confirmDesktopSignIn, { signInId, scanCode: decodeURIComponent(scanCode) });
    setIsDone(true);
  });
  const leave = () => backOr(paths.me);

  return (
    <Page title="登录电脑">
      <View className="desktop-confirm__head">
        <Heading level={1}>{isDone ? '电脑已经登录' : '让电脑用您的身份登录？'}</Heading>
      </View>
      {!isSignedIn && <SignInCard title="先在手机上登录">手机登录以后，才能同意电脑登录。</SignInCard>}
      {isSignedIn && !isDone && (
        <Card>
          <View className="desktop-confirm__text">同意以后，在那台电脑上看到的和办的事，都算您本人的。</View>
          <View className="desktop-confirm__text">二维码不是您自己打开的，就不要同意。</View>
          <View className="desktop-confirm__ways">
            <ActionButton filled onPress={confirm.run}>
              {confirm.busy ? '正在登录…' : '同意登录'}
            </ActionButton>
            <ActionButton onPress={leave}>不同意</ActionButton>
          </View>
        </Card>
      )}
      {isSignedIn && isDone && (
        <Card>
          <View className="desktop-confirm__text">用完以后，可以在“我的设备”里让电脑退出。</View>
          <View className="desktop-confirm__ways">
            <ActionButton onPress={leave}>回“我的”</ActionButton>
          </View>
        </Card>
      )}
      {confirm.problem && <ProblemView problem={confirm.problem} retry={confirm.run} />}
    </Page>
  );
}
