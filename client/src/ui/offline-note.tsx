import { View } from '@tarojs/components';
import { sayAge } from '@xiangyue/shared/kernel/time';
import { useOnline } from '@/platform/network';
import type { ApiResult } from '@/platform/use-api';
import { aria } from './aria';
import { Icon } from './icon';
import './offline-note.scss';

/** Says that there is no network, and how old what is shown is. Nothing when all is well. */
export function OfflineNote({ shows }: { readonly shows: readonly ApiResult<unknown>[] }) {
  const online = useOnline();
  const times = shows.flatMap(({ savedAtMs, isStale }) => (savedAtMs && (isStale || !online) ? [savedAtMs] : []));
  if (online && times.length === 0) return null;
  const why = online ? '连不上服务' : '没有网络';
  const what = times.length > 0 ? `，这是${spaced(sayAge(Math.min(...times), Date.now()))}保存的内容` : '';
  return (
    <View className="offline-note" {...aria({ role: 'status' })}>
      <Icon name="offline" />
      <View className="offline-note__text">
        {why}
        {what}
      </View>
    </View>
  );
}

/** A number stands a space away from the words before it. */
function spaced(age: string): string {
  return /^\d/.test(age) ? ` ${age}` : age;
}
