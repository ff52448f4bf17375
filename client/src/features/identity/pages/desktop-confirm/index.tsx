import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemView } from '@/ui/problem-view';
import { Prose } from '@/ui/prose';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';

/** 登录电脑: what consent means, and giving it. */
export default function DesktopConfirm() {
  const { signInId = '', scanCode = '' } = useRouter().params;
  const [isDone, setIsDone] = useState(false);
  const confirm = useAction(async () => {
    await api(identityContract.confirmDesktopSignIn, { signInId, scanCode: decodeURIComponent(scanCode) });
    setIsDone(true);
  });
  const leave = () => backOr(paths.me);

  return (
    <Page title="登录电脑">
      <PageHead title={isDone ? '电脑已经登录' : '让电脑用您的身份登录？'} />
      <SignedIn title="先在手机上登录" why="手机登录以后，才能同意电脑登录。">
        {isDone ? (
          <Card>
            <Prose>用完以后，可以在“我的设备”里让电脑退出。</Prose>
            <Ways>
              <ActionButton onPress={leave}>回“我的”</ActionButton>
            </Ways>
          </Card>
        ) : (
          <Card>
            <Prose>同意以后，在那台电脑上看到的和办的事，都算您本人的。</Prose>
            <Prose>二维码不是您自己打开的，就不要同意。</Prose>
            <Ways stacked>
              <ActionButton filled onPress={confirm.run}>
                {confirm.busy ? '正在登录…' : '同意登录'}
              </ActionButton>
              <ActionButton onPress={leave}>不同意</ActionButton>
            </Ways>
          </Card>
        )}
      </SignedIn>
      {confirm.problem && <ProblemView problem={confirm.problem} retry={confirm.run} />}
    </Page>
  );
}
