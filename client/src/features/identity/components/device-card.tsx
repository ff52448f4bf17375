import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayAge, sayDay } from '@xiangyue/shared/kernel/time';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';

type Session = OutputOf<typeof identityContract.mySessions>['sessions'][number];

const DEVICE_NAMES: Record<Session['device'], string> = { wechat: '手机微信', desktop: '电脑', demo: '演示登录' };

interface Props {
  readonly session: Session;
  readonly onEnded: () => void;
}

/** One device; this one is left on 我的. */
export function DeviceCard({ session: { id, device, startedAt, lastSeenAt, current }, onEnded }: Props) {
  const end = useAction(async () => {
    await api(identityContract.endSession, { sessionId: id });
    onEnded();
  });
  return (
    <Card title={DEVICE_NAMES[device]} aside={current && <Tag tone="tea">正在用的这台</Tag>}>
      <Prose>{sayDay(Date.parse(startedAt))}登录</Prose>
      <Prose>上次使用：{sayAge(Date.parse(lastSeenAt), Date.now())}</Prose>
      <ProblemNote problem={end.problem} />
      {!current && (
        <Ways>
          <ActionButton onPress={end.run}>{end.busy ? '正在退出…' : '退出这台设备'}</ActionButton>
        </Ways>
      )}
    </Card>
  );
}
