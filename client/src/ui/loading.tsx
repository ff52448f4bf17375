import { View } from '@tarojs/components';
import { aria } from './aria';
import './loading.scss';

interface Props {
  /** Draws the real shape of what will come: a title and so many lines in a card. */
  readonly lines?: number;
}

/** While the very first answer is on its way. */
export function Loading({ lines = 4 }: Props) {
  return (
    <View className="card loading" {...aria({ role: 'status', label: '正在取内容' })}>
      <View className="loading__title" />
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <View key={line} className="loading__line" />
      ))}
    </View>
  );
}
