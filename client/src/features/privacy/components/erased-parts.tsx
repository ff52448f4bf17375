import { View } from '@tarojs/components';
import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { Card } from '@/ui/card';
import './erased-parts.scss';

interface Props {
  readonly parts: OutputOf<typeof privacyContract.erasure>['parts'];
  /** Whether it has been done, or would be. */
  readonly isDone: boolean;
}

/** What goes, and what stays with its reason: two cards, whatever the number of parts. */
export function ErasedParts({ parts, isDone }: Props) {
  const erased = parts.flatMap((part) => part.erased);
  const kept = parts.flatMap((part) => part.kept);
  return (
    <>
      <Card title={isDone ? '删掉的' : '会删掉的'}>
        {erased.map((what) => (
          <View key={what} className="erased-parts__what">
            {what}
          </View>
        ))}
      </Card>
      <Card title={isDone ? '留下的，已去掉姓名' : '会留下的，去掉姓名'}>
        {kept.length === 0 && <View className="erased-parts__what">没有。</View>}
        {kept.map(({ what, why }) => (
          <View key={what} className="erased-parts__what">
            <View>{what}</View>
            <View className="erased-parts__why">因为：{why}</View>
          </View>
        ))}
      </Card>
    </>
  );
}
