import { View } from '@tarojs/components';
import type { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open, openTab } from '@/platform/navigate';
import type { RememberedVillage } from '@/platform/preferences';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';

interface Props {
  readonly village: RememberedVillage;
  readonly documents: OutputOf<typeof rulesContract.inForce>['documents'];
}

/** What holds in this village now. */
export function RulesCard({ village, documents }: Props) {
  const [main] = documents;
  if (!main)
    return (
      <Empty title={`${village.name}还没有公布村规民约`}>村里定好、公布以后，在这里就能看到。可以先问问村干部。</Empty>
    );
  return (
    <Card title="现行村规民约" aside={main.illustrative && <Tag tone="ochre">示例文本</Tag>}>
      <View className="home__figure">
        {main.clauseCount}
        <View className="home__unit">条</View>
      </View>
      <View>{main.title}</View>
      <View className="home__text">
        {sayDate(main.effectiveFrom)}起实行
        {documents.length > 1 && `，另有 ${documents.length - 1} 份约定`}
      </View>
      <ActionButton filled onPress={() => openTab(paths.rules)}>
        看村规
      </ActionButton>
    </Card>
  );
}

/** The ways to the village's adviser and to the village itself. */
export function VillageRow({ village }: { readonly village: RememberedVillage }) {
  return (
    <Card flush>
      <Row icon="message" title="法律顾问" note="有事先问一问，约个时间，不收钱" onPress={() => open(paths.advisers)} />
      <Row icon="message" title="问律师" note="不收钱，只有您和律师看得到" onPress={() => open(paths.askLawyer)} />
      <Row icon="people" title={`${village.name}的组和院落`} onPress={() => open(paths.village(village.id))} />
    </Card>
  );
}
