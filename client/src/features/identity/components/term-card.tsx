import { View } from '@tarojs/components';
import { lastDayOfTerm } from '@xiangyue/shared/features/identity/offices.rules';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { Card } from '@/ui/card';
import { Segmented } from '@/ui/segmented';
import './term-card.scss';

const TERMS = [
  { value: '1', text: '一年' },
  { value: '3', text: '三年' },
  { value: '5', text: '五年' },
] as const;

interface Props {
  readonly years: number;
  readonly onChange: (years: number) => void;
}

/** How long, from today. The law knows no term above five years. */
export function TermCard({ years, onChange }: Props) {
  return (
    <Card title="多久">
      <View className="term-card__terms">
        <Segmented
          label="任期"
          options={TERMS}
          value={TERMS.find(({ value }) => Number(value) === years)?.value}
          onChange={(value) => onChange(Number(value))}
        />
      </View>
      <View className="term-card__until">
        从今天起，到{sayDate(lastDayOfTerm(localDateOf(Date.now()), years))}。村里选出来的职务一般五年。
      </View>
    </Card>
  );
}
