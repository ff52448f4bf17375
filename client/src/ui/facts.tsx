import { View } from '@tarojs/components';
import './facts.scss';

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly source: string;
}

/** What is publicly known of a place, those of one source together: a number without its source is not shown. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const sources = [...new Set(facts.map(({ source }) => source))];
  return (
    <View className="facts">
      {sources.map((source) => (
        <View key={source} className="facts__group">
          {facts
            .filter((fact) => fact.source === source)
            .map(({ label, value }) => (
              <View key={label} className="facts__fact">
                <View className="facts__label">{label}</View>
                <View className="facts__value">{value}</View>
              </View>
            ))}
          <View className="facts__source">来源：{source}</View>
        </View>
      ))}
    </View>
  );
}
