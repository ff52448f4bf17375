import { Image, View } from '@tarojs/components';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { useShownAgain } from '@/platform/use-shown-again';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Tag } from '@/ui/tag';
import { TextButton } from '@/ui/text-button';
import { sayDaysLeft, stateLook } from '../../claim-words';
import '../../components/claim-photos.scss';

type OwnClaim = OutputOf<typeof pointsContract.myClaims>['claims'][number];

/** 我家的申报: how far each has come, and what was said about it. */
export default function MyClaims() {
  const first = useApi(pointsContract.myClaims, {}, { asksAnew: true });
  const list = usePages(pointsContract.myClaims, first, ({ next }) => (next ? { before: next } : null));
  useShownAgain(first.retry);
  const claims = list.pages.flatMap((page) => page.claims);
  return (
    <Page title="我家的申报" shows={[first]}>
      <PageHead title="我家的申报" />
      <SignedIn why="登录以后，看得到您家的申报办到哪一步。">
        <Result of={first}>
          {() =>
            claims.length === 0 ? (
              <Empty
                title="还没有申报过"
                action={
                  <ActionButton filled onPress={() => open(paths.claimPoints)}>
                    申报积分
                  </ActionButton>
                }
              />
            ) : (
              <>
                {claims.map((claim) => (
                  <ClaimCard key={claim.id} claim={claim} onChanged={first.retry} />
                ))}
                <LoadMore of={list} words="看更早的" />
              </>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}

function ClaimCard({ claim, onChanged }: { readonly claim: OwnClaim; readonly onChanged: () => void }) {
  const { tone, word } = stateLook(claim.state);
  const withdraw = useAction(async () => {
    await api(pointsContract.withdraw, { claimId: claim.id, words: '' });
    onChanged();
  });
  return (
    <Card title={`${claim.itemTitle}，${claim.points} 分`} aside={<Tag tone={tone}>{word}</Tag>}>
      <Prose>
        {sayDate(claim.doneOn)}做的{claim.onBehalf ? '，别人代报' : ''}
        {claim.daysLeft === null ? '' : `，公示${sayDaysLeft(claim.daysLeft)}`}
      </Prose>
      {claim.words !== '' && <Prose>{claim.words}</Prose>}
      {claim.photos.length > 0 && (
        <View className="claim-photos">
          {claim.photos.map(({ id, thumbnailUrl }) => (
            <Image key={id} className="claim-photos__photo" src={SERVICE_ORIGIN + thumbnailUrl} mode="aspectFill" />
          ))}
        </View>
      )}
      {claim.answers
        .filter(({ words }) => words !== '')
        .map(({ what, words, byName, at }) => (
          <Note key={at} tone="indigo" title={`${what}（${byName}）`}>
            {words}
          </Note>
        ))}
      <ProblemNote problem={withdraw.problem} />
      {claim.mayWithdraw && <TextButton onPress={withdraw.run}>{withdraw.busy ? '正在撤回…' : '撤回'}</TextButton>}
    </Card>
  );
}
