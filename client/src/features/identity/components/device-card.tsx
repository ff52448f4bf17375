import { View } from '@tarojs/components';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayAge, sayDate } from '@xiangyue/shared/kernel/time';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import './device-card.scss';

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
      <View className="device-card__when">{sayDate(localDateOf(Date.parse(startedAt)))}登录</View>
      <View className="device-card__when">上次使用：{sayAge(Date.parse(lastSeenAt), Date.now())}</View>
      {end.problem && (
        <View className="device-card__problem" {...aria({ role: 'alert' })}>
          {end.problem.title}
        </View>
      )}
      {!current && (
        <View className="device-card__action">
          <ActionButton onPress={end.run}>{end.busy ? '正在退出…' : '退出这台设备'}</ActionButton>
        </View>
      )}
    </Card>
  );
}
