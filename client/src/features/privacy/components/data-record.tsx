import { View } from '@tarojs/components';
import type { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayValue } from '../say-value';
import './data-record.scss';

type Everything = OutputOf<typeof privacyContract.data>;

/** One thing that is kept: each value beside its word. */
export function DataRecord({ record }: { readonly record: Everything['parts'][number]['records'][number] }) {
  return (
    <View className="data-record">
      {Object.entries(record).map(([label, value]) => (
        <View key={label} className="data-record__line">
          <View className="data-record__label">{label}</View>
          <View className="data-record__value">{sayValue(value, Date.now())}</View>
        </View>
      ))}
    </View>
  );
}
