import { View } from '@tarojs/components';
import { sayMoment } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { useOnline } from '@/platform/network';
import { writeQueue } from '@/platform/queue/queue';
import type { QueuedWrite } from '@/platform/queue/queue.rules';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Tag } from '@/ui/tag';
import { Ways } from '@/ui/ways';
import './write-card.scss';

/** One write: what, when, how it stands; to be sent again or given up. */
export function WriteCard({ write }: { readonly write: QueuedWrite }) {
  const [asking, setAsking] = useState(false);
  const online = useOnline();
  const { key, what, createdAtMs, refusal } = write;

  return (
    <Card title={what} aside={refusal ? <Tag tone="madder">没有办成</Tag> : <Tag tone="ochre">待上传</Tag>}>
      <Prose>{sayMoment(createdAtMs, Date.now())}办的</Prose>
      {refusal ? (
        <View className="write-card__refusal">{[refusal.title, refusal.detail].filter(Boolean).join('。')}</View>
      ) : (
        <Prose>{sayState(write, online)}</Prose>
      )}
      {asking && <Prose>不要了就不再上传，这一步等于没有办。</Prose>}
      <Ways>
        {asking ? (
          <>
            <ActionButton onPress={() => setAsking(false)}>留着</ActionButton>
            <ActionButton onPress={() => writeQueue.discard(key)}>不要了</ActionButton>
          </>
        ) : (
          <>
            <ActionButton onPress={() => writeQueue.retry(key)}>现在重传</ActionButton>
            <ActionButton onPress={() => setAsking(true)}>不要了…</ActionButton>
          </>
        )}
      </Ways>
    </Card>
  );
}

function sayState({ attempts }: QueuedWrite, online: boolean): string {
  if (!online) return '等有网络。';
  return attempts === 0 ? '排着队，就要上传。' : `试过 ${attempts} 次没有传上去，过一会儿自动再试。`;
}
