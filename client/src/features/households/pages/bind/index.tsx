import { useRouter } from '@tarojs/taro';
import { readCardCode } from '@xiangyue/shared/features/households/card-code.rules';
import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useEffect, useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { scanCard } from '@/platform/scan-card';
import { useIsSignedIn } from '@/platform/session';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { CodeForm } from '../../components/code-form';
import { WhoAmI } from '../../components/who-am-i';

type Opened = OutputOf<typeof householdsContract.openCard> & { readonly code: string };

/** 绑定到户: the card's code, then who of the household one is. */
export default function Bind() {
  const { code: scanned = '' } = useRouter().params;
  const isSignedIn = useIsSignedIn();
  const [opened, setOpened] = useState<Opened>();
  const [isDone, setIsDone] = useState(false);
  const openCard = useAction(async (code: string) => {
    const answer = await api(householdsContract.openCard, { code });
    setOpened({ ...answer, code });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever came here by a scan need not tap once more, and only once
  useEffect(() => {
    if (isSignedIn && readCardCode(scanned) !== null) openCard.run(scanned);
  }, [isSignedIn, scanned]);

  async function scan() {
    const code = await scanCard();
    if (code !== undefined) openCard.run(code);
  }

  return (
    <Page title="绑定到户">
      <PageHead title={isDone ? '绑定好了' : '绑定到户'} />
      <SignedIn title="先登录" why="登录以后，才知道是谁要绑定。">
        {!opened && (
          <CodeForm
            initial={scanned}
            problem={openCard.problem}
            busy={openCard.busy}
            onOpen={openCard.run}
            onScan={process.env.TARO_ENV === 'weapp' ? () => void scan() : undefined}
          />
        )}
        {opened && !isDone && (
          <WhoAmI {...opened} onBound={() => setIsDone(true)} onOther={() => setOpened(undefined)} />
        )}
        {isDone && (
          <Card>
            <Prose>
              您已经绑定到{opened?.villageName}
              {opened?.groupName} {opened?.number} 号。
            </Prose>
            <Prose>不是您家的话，可以在“我的户”里解除绑定。</Prose>
            <Ways>
              <ActionButton filled onPress={() => backOr(paths.household)}>
                看我的户
              </ActionButton>
            </Ways>
          </Card>
        )}
      </SignedIn>
    </Page>
  );
}
