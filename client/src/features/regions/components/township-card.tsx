import { View } from '@tarojs/components';
import type { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { RememberedVillage } from '@/platform/preferences';
import { aria } from '@/ui/aria';
import { Card } from '@/ui/card';
import { classes } from '@/ui/classes';
import { Icon } from '@/ui/icon';
import { Tappable } from '@/ui/tappable';
import './township-card.scss';

interface Props {
  readonly township: OutputOf<typeof regionsContract.townships>['townships'][number];
  readonly chosenId: string | undefined;
  readonly onChoose: (village: RememberedVillage) => void;
}

/** A township's villages, one to choose. */
export function TownshipCard({ township, chosenId, onChoose }: Props) {
  return (
    <Card title={township.name}>
      <View className="township-card__county">{township.countyName}</View>
      <View className="township-card__villages" {...aria({ role: 'radiogroup', label: township.name })}>
        {township.villages.map(({ id, name }) => (
          <Tappable
            key={id}
            className={classes('township-card__village', id === chosenId && 'township-card__village--chosen')}
            role="radio"
            checked={id === chosenId}
            onPress={() => onChoose({ id, name, townshipId: township.id, townshipName: township.name })}
          >
            <View className="township-card__name">
              {name}
              {id === chosenId && <Icon name="check" />}
            </View>
          </Tappable>
        ))}
      </View>
    </Card>
  );
}
