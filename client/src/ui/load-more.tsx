import { View } from '@tarojs/components';
import type { MoreResult } from '@/platform/use-pages';
import { ActionButton } from './action-button';
import { ProblemNote } from './problem-note';
import './load-more.scss';

interface Props {
  readonly of: MoreResult;
  /** What the next page is. */
  readonly words?: string;
}

/** At the foot of a list that comes in pages: the way to the next one, or why it did not come. Nothing on the last. */
export function LoadMore({ of: { more, isLoadingMore, problem }, words = '看更多' }: Props) {
  if (!more) return null;
  return (
    <View className="load-more">
      <ActionButton onPress={more}>{isLoadingMore ? '正在取…' : words}</ActionButton>
      <ProblemNote problem={problem} />
    </View>
  );
}
