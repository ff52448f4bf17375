import { View } from '@tarojs/components';
import type { MoreResult } from '@/platform/use-pages';
import { ActionButton } from './action-button';
import { aria } from './aria';
import './load-more.scss';

/** At the foot of a list that comes in pages: the way to the next one, or why it did not come. Nothing on the last. */
export function LoadMore({ of: { more, isLoadingMore, problem } }: { readonly of: MoreResult }) {
  if (!more) return null;
  return (
    <View className="load-more">
      {problem && (
        <View className="load-more__problem" {...aria({ role: 'alert' })}>
          {problem.title}
        </View>
      )}
      <ActionButton onPress={more}>{isLoadingMore ? '正在取…' : '看更多'}</ActionButton>
    </View>
  );
}
