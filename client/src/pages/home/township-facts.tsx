import { View } from '@tarojs/components';
import type { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';

interface Props {
  readonly townships: OutputOf<typeof regionsContract.townships>['townships'];
  /** Whose facts; without it only a single township has the stage. */
  readonly townshipId: string | undefined;
}

/** A few facts about the township, quietly, each with its source. */
export function TownshipFacts({ townships, townshipId }: Props) {
  const township = townships.find(({ id }) => id === townshipId) ?? (townships.length === 1 ? townships[0] : undefined);
  if (!township || township.facts.length === 0) return null;
  return (
    <Card title={township.name}>
      <View className="home__place">{township.countyName}</View>
      <Facts facts={township.facts} />
    </Card>
  );
}
