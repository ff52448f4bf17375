import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { PERSON_CODE_MS, sayPersonCode, writePersonCode } from '@xiangyue/shared/features/identity/person-code.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useEffect, useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openTab } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { ProblemView } from '@/ui/problem-view';
import { QrCode } from '@/ui/qr-code';
import { SignInCard } from '@/ui/sign-in-card';
import './index.scss';

type Shown = OutputOf<typeof identityContract.showMyCode>;

/** 我的编号: eight characters that let an office find me, for ten minutes. */
export default function MyCode() {
  const isSignedIn = useSession(({ session }) => session !== null);

  return (
    <Page title="我的编号">
      <View className="my-code__head">
        <Heading level={1}>我的编号</Heading>
        <View className="my-code__note">只给当面办事的村干部、镇上的人看。他凭编号看到您的姓名，好给您安排职务。</View>
      </View>
      {isSignedIn ? <Code /> : <SignInCard title="还没有登录">登录以后，才有您的编号。</SignInCard>}
    </Page>
  );
}

function Code() {
  const [shown, setShown] = useState<Shown>();
  const [isOver, setIsOver] = useState(false);
  const show = useAction(async () => {
    setShown(await api(identityContract.showMyCode, {}));
    setIsOver(false);
  });
  useEffect(show.run, []);
  useEffect(() => {
    if (!shown) return;
    // Counted here: a phone's clock may be wrong.
    const timer = setTimeout(() => setIsOver(true), PERSON_CODE_MS);
    return () => clearTimeout(timer);
  }, [shown]);

  if (show.problem?.code === 'identity.nameMissing')
    return (
      <Card title={show.problem.title}>
        <View className="my-code__text">{show.problem.detail}</View>
        <View className="my-code__action">
          <ActionButton filled onPress={() => openTab(paths.me)}>
            去填姓名
          </ActionButton>
        </View>
      </Card>
    );
  if (show.problem) return <ProblemView problem={show.problem} retry={show.run} />;
  if (!shown) return <Loading lines={6} />;
  return (
    <Card title={shown.name}>
      {isOver ? (
        <View className="my-code__text">这个编号过期了，别人凭它找不到您。</View>
      ) : (
        <>
          <View className="my-code__code">{sayPersonCode(shown.code)}</View>
          <QrCode text={writePersonCode(shown.code)} label="我的编号的二维码" />
          <View className="my-code__text my-code__text--centre">十分钟内有效，过后自动作废。</View>
        </>
      )}
      <View className="my-code__action">
        <ActionButton onPress={show.run}>{show.busy ? '正在换…' : '换一个编号'}</ActionButton>
      </View>
    </Card>
  );
}
