import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { backOr, openBeside } from '@/platform/navigate';
import { writeSoon } from '@/platform/queue/queue';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';
import { type Asked, ClaimForm } from '../../components/claim-form';

/** 申报积分: for the own household. */
export default function Claim() {
  const mine = useApi(pointsContract.mine, {});
  const claims = useApi(pointsContract.myClaims, {});
  const [sent, setSent] = useState<'sent' | 'waiting'>();

  async function send(asked: Asked, itemTitle: string) {
    const { state } = await writeSoon(pointsContract.claim, asked, `申报积分：${itemTitle}`);
    setSent(state);
  }
  const isKnown = (itemTitle: string, doneOn: string) =>
    claims.data?.claims.some((claim) => claim.itemTitle === itemTitle && claim.doneOn === doneOn) ?? false;

  return (
    <Page title="申报积分" shows={[mine]}>
      <PageHead title={sent ? '送出去了' : '申报积分'} note={sent ? undefined : '做了好事，照着目录报一报。'} />
      <SignedIn why="登录以后，才知道是给哪一户申报。">
        {sent ? (
          <Sent isWaiting={sent === 'waiting'} onMore={() => setSent(undefined)} />
        ) : (
          <Result of={mine}>
            {({ account }) =>
              account ? (
                <ClaimForm villageId={account.villageId} whose="您家" onSend={send} isKnown={isKnown} />
              ) : (
                <Empty
                  title="还没有绑定到户"
                  action={<ActionButton onPress={() => openBeside(paths.household)}>绑定我的户</ActionButton>}
                />
              )
            }
          </Result>
        )}
      </SignedIn>
    </Page>
  );
}

function Sent({ isWaiting, onMore }: { readonly isWaiting: boolean; readonly onMore: () => void }) {
  return (
    <Card>
      <Prose>
        {isWaiting
          ? '现在没有信号，先存在手机里，有信号就送出去。'
          : '组里先看，村里再评议，公示十五天没有异议就记上。'}
      </Prose>
      <Ways>
        <ActionButton onPress={onMore}>再报一项</ActionButton>
        <ActionButton filled onPress={() => backOr(paths.points)}>
          回到我家的积分
        </ActionButton>
      </Ways>
    </Card>
  );
}
