import { Image, View } from '@tarojs/components';
import type { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import './adviser-card.scss';

interface Props {
  readonly adviser: OutputOf<typeof adviserContract.ofVillage>['advisers'][number];
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** Who the adviser is: what somebody wants to know before they tell their troubles. */
export function AdviserCard({ adviser, children }: Props) {
  const { name, office, licence, sinceYear, languages, intro, photo } = adviser;
  return (
    <Card title={name}>
      <View className="adviser-card">
        {photo && (
          <Image
            className="adviser-card__photo"
            src={SERVICE_ORIGIN + photo.thumbnailUrl}
            mode="aspectFill"
            aria-label={`${name}的照片`}
          />
        )}
        <View className="adviser-card__words">
          <View>{office === '' ? '法律顾问' : office}</View>
          {sinceYear !== null && <View className="adviser-card__line">{sinceYear} 年起执业</View>}
          {languages.length > 0 && <View className="adviser-card__line">会说{languages.join('、')}</View>}
          {licence !== '' && <View className="adviser-card__line">执业证号 {licence}</View>}
        </View>
      </View>
      {intro !== '' && <Prose>{intro}</Prose>}
      {children}
    </Card>
  );
}
