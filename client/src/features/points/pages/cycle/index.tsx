import { useRouter } from '@tarojs/taro';
import { cycleContract } from '@xiangyue/shared/features/points/cycle.contract';
import { CLOSING_MIN_DAYS } from '@xiangyue/shared/features/points/cycle.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysAfter, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { SignedIn } from '@/ui/signed-in';
import { Ways } from '@/ui/ways';

type Cycle = OutputOf<typeof cycleContract.cycle>;

const CARRIES = [
  { value: 'no', text: '清零' },
  { value: 'yes', text: '转到下一年度' },
] as const;

/** 年度结算: what the end of the cycle would do, and announcing it. */
export default function CyclePage() {
  const { regionId: villageId = '' } = useRouter().params;
  const cycle = useApi(cycleContract.cycle, { villageId }, { keep: false, asksAnew: true });
  return (
    <Page title="年度结算">
      <PageHead title="年度结算" note="荣誉积分一直都在；没用完的积分清零，或者转到下一年度。" />
      <SignedIn why="登录以后，村干部可以公布结算的日子。">
        <Result of={cycle}>
          {(answer) => (
            <>
              <Card title={`${answer.year} 年度，现在`} flush>
                <Row title="有积分账的户" aside={`${answer.households} 户`} />
                <Row title="还没用的积分" aside={`${answer.balancePoints} 分`} />
                {answer.owing > 0 && <Row title="欠着分的户" aside={`${answer.owing} 户`} />}
              </Card>
              {answer.closing ? (
                <Announced villageId={villageId} closing={answer.closing} onChanged={cycle.retry} />
              ) : (
                <Announce villageId={villageId} onChanged={cycle.retry} />
              )}
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}

interface AnnouncedProps {
  readonly villageId: string;
  readonly closing: NonNullable<Cycle['closing']>;
  readonly onChanged: () => void;
}

function Announced({ villageId, closing, onChanged }: AnnouncedProps) {
  const withdraw = useAction(async () => {
    await api(cycleContract.withdrawClosing, { villageId });
    onChanged();
  });
  return (
    <Card title="已经公布">
      <Note tone="ochre" title={`${sayDate(closing.closesOn)}过完就结算`}>
        {closing.carries ? '没用完的转到下一年度。' : '没用完的清零。'}结算在夜里一户一户做，停了会接着做。
      </Note>
      <ProblemNote problem={withdraw.problem} />
      <Ways>
        <ActionButton onPress={withdraw.run}>{withdraw.busy ? '正在撤回…' : '先不结算'}</ActionButton>
      </Ways>
    </Card>
  );
}

function Announce({ villageId, onChanged }: Omit<AnnouncedProps, 'closing'>) {
  const [closesOn, setClosesOn] = useState(() => daysAfter(localDateOf(Date.now()), CLOSING_MIN_DAYS));
  const [carries, setCarries] = useState<(typeof CARRIES)[number]['value']>('no');
  const announce = useAction(async () => {
    await api(cycleContract.announceClosing, { villageId, closesOn: closesOn.trim(), carries: carries === 'yes' });
    onChanged();
  });
  return (
    <Card title="公布结算的日子">
      <DateField
        label="这个年度的最后一天"
        value={closesOn}
        onChange={setClosesOn}
        mistake={announce.problem?.mistakeAt('closesOn')}
      />
      <Segmented labelled label="没用完的积分" options={CARRIES} value={carries} onChange={setCarries} />
      <Prose>最早 {CLOSING_MIN_DAYS} 天以后，让大家还来得及去换东西。</Prose>
      <ProblemNote problem={announce.problem} beside={['closesOn']} />
      <Ways>
        <ActionButton filled onPress={announce.run}>
          {announce.busy ? '正在公布…' : '公布'}
        </ActionButton>
      </Ways>
    </Card>
  );
}
