import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { api } from '@/platform/api';
import type { SavedSession } from '@/platform/session';
import { askWechatCode } from '@/platform/session-wechat';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { ProblemView } from '@/ui/problem-view';
import './wechat-sign-in.scss';

/** One tap; WeChat says who it is. */
export function WechatSignIn({ onSignedIn }: { readonly onSignedIn: (session: SavedSession) => void }) {
  const signIn = useAction(async () => {
    onSignedIn(await api(identityContract.signInWithWechat, { code: await askWechatCode() }));
  });
  return (
    <>
      <View className="wechat-sign-in">
        <ActionButton filled onPress={signIn.run}>
          {signIn.busy ? '正在登录…' : '用微信登录'}
        </ActionButton>
      </View>
      {signIn.problem && <ProblemView problem={signIn.problem} retry={signIn.run} />}
    </>
  );
}
