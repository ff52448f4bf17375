import { View } from '@tarojs/components';
import type { SavedSession } from '@/platform/session';
import { writeDesktopCode } from '@/platform/session-desktop-code';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Loading } from '@/ui/loading';
import { ProblemView } from '@/ui/problem-view';
import { Prose } from '@/ui/prose';
import { QrCode } from '@/ui/qr-code';
import { Ways } from '@/ui/ways';
import { useDesktopSignIn } from '../use-desktop-sign-in';
import './desktop-sign-in.scss';

/** On a desktop: a code for the phone, good for two minutes. */
export function DesktopSignIn({ onSignedIn }: { readonly onSignedIn: (session: SavedSession) => void }) {
  const { asked, hasEnded, problem, refresh } = useDesktopSignIn(onSignedIn);

  if (problem) return <ProblemView problem={problem} retry={refresh} />;
  if (!asked && !hasEnded) return <Loading lines={6} />;
  return (
    <Card title="用手机微信扫码">
      {asked ? (
        <>
          <Prose>打开微信里的乡约，在“我的”里点“扫码登录电脑”，对准这个码。</Prose>
          <QrCode text={writeDesktopCode({ signInId: asked.id, scanCode: asked.scanCode })} label="登录二维码" />
          <View className="desktop-sign-in__wait">两分钟内有效，手机上同意后这里会自动登录。</View>
        </>
      ) : (
        <>
          <Prose>这个二维码过期了。</Prose>
          <Ways>
            <ActionButton onPress={refresh}>刷新二维码</ActionButton>
          </Ways>
        </>
      )}
    </Card>
  );
}
