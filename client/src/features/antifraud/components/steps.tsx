import { View } from '@tarojs/components';
import './steps.scss';

/** Sentences in their order, numbered. */
export function Steps({ lines }: { readonly lines: readonly string[] }) {
  return (
    <View className="steps">
      {lines.map((line, i) => (
        <View key={line} className="steps__line">
          <View className="steps__number">{i + 1}</View>
          <View className="steps__text">{line}</View>
        </View>
      ))}
    </View>
  );
}
