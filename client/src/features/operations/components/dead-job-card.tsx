import { View } from '@tarojs/components';
import { operationsContract } from '@xiangyue/shared/features/operations/operations.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';
import './dead-job-card.scss';

interface Props {
  readonly regionId: string;
  readonly job: OutputOf<typeof operationsContract.deadJobs>['jobs'][number];
  readonly onRetried: () => void;
}

/** One job that was given up: what, since when, why; and the way to have it tried again. */
export function DeadJobCard({ regionId, job: { id, what, kind, attempts, reason, diedAt }, onRetried }: Props) {
  const retry = useAction(async () => {
    await api(operationsContract.retryDeadJob, { regionId, jobId: id });
    onRetried();
  });
  return (
    <Card title={what}>
      <Prose>
        {sayMoment(Date.parse(diedAt), Date.now())}放弃的，试过 {attempts} 次
      </Prose>
      <View className="dead-job-card__reason">{reason}</View>
      {kind !== what && <View className="dead-job-card__kind">{kind}</View>}
      <Ways>
        <ActionButton onPress={retry.run}>{retry.busy ? '正在重试…' : '再试一次'}</ActionButton>
      </Ways>
      <ProblemNote problem={retry.problem} />
    </Card>
  );
}
