import { View } from '@tarojs/components';
import { FRAUD_TYPES } from '@xiangyue/shared/features/antifraud/fraud-types.rules';
import { Card } from '@/ui/card';
import { Heading } from '@/ui/heading';
import { Tag } from '@/ui/tag';
import { sayAmount, sayTargets, type ToldCase } from '../case-words';
import { Steps } from './steps';
import './told-case.scss';

/** A case as everybody reads it: the sentence to say no with stands first, as it is what one needs on the telephone. */
export function ToldCaseCards({ told }: { readonly told: ToldCase }) {
  const { type, title, steps, sayNo, amountYuan, targets, doNow } = told;
  const facts = [
    amountYuan !== null && `被骗 ${sayAmount(amountYuan)}`,
    targets.length > 0 && `多找${sayTargets(targets)}`,
  ].filter(Boolean);
  return (
    <>
      <View className="told-case__head">
        <Tag tone="madder">{FRAUD_TYPES[type].name}</Tag>
        <Heading level={1}>{title || '还没有标题'}</Heading>
        {facts.length > 0 && <View className="told-case__facts">{facts.join('，')}</View>}
      </View>
      {sayNo && (
        <View className="told-case__say">
          <View className="told-case__label">这样回他</View>
          <View className="told-case__sentence">“{sayNo}”</View>
        </View>
      )}
      {steps.length > 0 && (
        <Card title="他怎么骗">
          <Steps lines={steps} />
        </Card>
      )}
      {doNow.length > 0 && (
        <Card title="现在这样做">
          <Steps lines={doNow} />
        </Card>
      )}
    </>
  );
}
