import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr, open } from '@/platform/navigate';
import { type SavedSession, useSession } from '@/platform/session';
import { useApi, useAskAgain } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { DemoIdentities } from '../../components/demo-identities';
import { DesktopSignIn } from '../../components/desktop-sign-in';
import { WechatSignIn } from '../../components/wechat-sign-in';

/** 登录: what it is for, what is kept, and the way in: WeChat's on a phone, a phone's consent on a desktop. */
export default function SignIn() {
  const begin = useSession((session) => session.begin);
  const notice = useApi(privacyContract.notice, {});

  const askAgain = useAskAgain();

  function signedIn(session: SavedSession) {
    begin(session);
    void tellSeen();
    backOr(paths.me);
  }

  /** Signing in is not undone when this fails: 隐私与数据 asks again whoever is not known to have seen the present words. */
  async function tellSeen() {
    if (!notice.data) return;
    const seen = { purpose: 'base', version: notice.data.version, isGiven: true } as const;
    await api(privacyContract.consent, seen).catch(() => undefined);
    await askAgain(privacyContract.consents, {});
  }

  return (
    <Page title="登录">
      <PageHead title="登录乡约" note="登录以后，村里知道是谁在办事，您担任的职务才能用。不登录也能看村规。" />
      <Card title="我们存什么">
        <Prose>微信给的编号，用来认出是您；您自己填的姓名；每次登录的时间和设备，好让您查看和退出。</Prose>
        <Prose>别的都不取：不要手机号、头像和位置，也没有密码。</Prose>
        <Prose>登录就是看过了隐私说明。未满十四周岁，请让家长陪着来办。</Prose>
      </Card>
      <Card flush>
        <Row
          icon="rules"
          title="隐私说明"
          note={notice.data ? `第 ${notice.data.version} 版，登录前请看一看` : '登录前请看一看'}
          onPress={() => open(paths.privacyNotice)}
        />
      </Card>
      {process.env.TARO_ENV === 'weapp' && <WechatSignIn onSignedIn={signedIn} />}
      <DemoIdentities onSignedIn={signedIn} />
      {process.env.TARO_ENV !== 'weapp' && <DesktopSignIn onSignedIn={signedIn} />}
    </Page>
  );
}
