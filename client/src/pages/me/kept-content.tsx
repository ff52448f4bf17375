import { Dialog } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswerCache } from '@/platform/answers-provider';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { saySize } from './say-size';

/** What this phone keeps for days without a signal, and how to be rid of it. */
export function KeptContent() {
  const cache = useAnswerCache();
  const [kept, setKept] = useState(cache.kept);
  const [asking, setAsking] = useState(false);

  function clear() {
    cache.forgetKept();
    setKept(cache.kept());
    setAsking(false);
  }

  return (
    <Card title="这部手机上存的内容">
      <View className="me__text">
        {kept.count === 0
          ? '还没有存。看过的村规会自动存下，没有网络也能看。'
          : `存了 ${kept.count} 份，共 ${saySize(kept.bytes)}。没有网络的时候也能看。`}
      </View>
      {kept.count > 0 && <ActionButton onPress={() => setAsking(true)}>清空存的内容</ActionButton>}
      <Dialog
        title="清空存的内容"
        visible={asking}
        cancelText="留着"
        confirmText="清空"
        onCancel={() => setAsking(false)}
        onConfirm={clear}
      >
        清空以后，没有网络时就看不到村规了；有网络时再看一遍，又会存下。
      </Dialog>
    </Card>
  );
}
