import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { PERSON_CODE_MS, sayPersonCode, writePersonCode } from '@xiangyue/shared/features/identity/person-code.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useEffect, useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openTab } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemView } from '@/ui/problem-view';
import { Prose } from '@/ui/prose';
import { QrCode } from '@/ui/qr-code';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import './index.scss';

type Shown = OutputOf<typeof identityContract.showMyCode>;

/** 我的编号: eight characters that let an office find me, for ten minutes. */
export default function MyCode() {
  return (
    <Page title="我的编号">
      <PageHead title="我的编号" note="只给当面办事的村干部、镇上的人看。他凭编号看到您的姓名，好给您安排职务。" />
      <SignedIn why="登录以后，才有您的编号。">
        <Code />
      </SignedIn>
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
        <Prose>{show.problem.detail}</Prose>
        <Ways>
          <ActionButton filled onPress={() => openTab(paths.me)}>
            去填姓名
          </ActionButton>
        </Ways>
      </Card>
    );
  if (show.problem) return <ProblemView problem={show.problem} retry={show.run} />;
  if (!shown) return <Loading lines={6} />;
  return (
    <Card title={shown.name}>
      {isOver ? (
        <Prose>这个编号过期了，别人凭它找不到您。</Prose>
      ) : (
        <>
          <View className="my-code__code">{sayPersonCode(shown.code)}</View>
          <QrCode text={writePersonCode(shown.code)} label="我的编号的二维码" />
          <View className="my-code__wait">十分钟内有效，过后自动作废。</View>
        </>
      )}
      <Ways>
        <ActionButton onPress={show.run}>{show.busy ? '正在换…' : '换一个编号'}</ActionButton>
      </Ways>
    </Card>
  );
}
