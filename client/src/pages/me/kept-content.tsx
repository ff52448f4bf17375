import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useAnswerCache } from '@/platform/answers-provider';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';
import { saySize } from './say-size';

/** What this phone keeps for days without a signal, and how to be rid of it. */
export function KeptContent() {
  const cache = useAnswerCache();
  const [kept, setKept] = useState(cache.kept);
  const [asking, setAsking] = useState(false);
  useDidShow(() => setKept(cache.kept()));

  function clear() {
    cache.forgetKept();
    setKept(cache.kept());
    setAsking(false);
  }

  if (kept.count === 0)
    return (
      <Card title="这部手机上存的内容">
        <Prose>还没有存。看过的村规会自动存下，没有网络也能看。</Prose>
      </Card>
    );
  return (
    <Card title="这部手机上存的内容">
      <Prose>
        {asking
          ? '清空以后，没有网络时就看不到村规了；有网络时再看一遍，又会存下。'
          : `存了 ${kept.count} 份，共 ${saySize(kept.bytes)}，没有网络也能看。`}
      </Prose>
      <Ways>
        {asking && <ActionButton onPress={() => setAsking(false)}>留着</ActionButton>}
        <ActionButton onPress={asking ? clear : () => setAsking(true)}>{asking ? '清空' : '清空存的内容'}</ActionButton>
      </Ways>
    </Card>
  );
}
